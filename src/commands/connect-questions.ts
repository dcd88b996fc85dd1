import * as l10n from '@vscode/l10n';
import { ThemeIcon } from 'vscode';
import { BUSINESS_PARTNER_SCENARIO } from '../model/catalog/outbound-services.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import {
	checkConnectable,
	connectablePlans,
	connectableSystems,
	type Readiness,
} from '../model/projects/connectable.ts';
import {
	type Connection,
	checkRequiredService,
	checkScenario,
	checkServicePath,
	DEPLOYERS,
	usualService,
} from '../model/projects/connection.ts';
import type { Project } from '../model/projects/usage.ts';
import { checkDeployer, DEPLOYER_FILES } from '../project/connect/check-deployer.ts';
import { MTA_FILE } from '../project/mta.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import { projectName, usagesInWords } from '../workspace/system-usages.ts';
import { type Choice, inputBox, type Question, quickPick, quickPickMany, quickPickUnlessOne } from './ask.ts';
import { systemChoice } from './questions.ts';
import { showRefusal } from './refusal-message.ts';
import type { StageOf } from './stages.ts';

/** Asks for a project, where there are several. */
export function pickProject(
	isInteractive: boolean,
	projects: readonly Project[],
): Question<string> | string | Refusal {
	return quickPickUnlessOne<string>(isInteractive, {
		placeholder: l10n.t('Select the CAP project'),
		choices: projects.map(({ folder, usages }) => ({
			label: projectName({ folder }),
			...(usages.length > 0 && { description: usagesInWords(usages) }),
			value: folder,
		})),
		none: refuse(
			'project-unknown',
			l10n.t('This workspace has no CAP project. Open its folder, or create one in a terminal: cds init'),
		),
	});
}

const DEPLOYER_LABELS: Readonly<Record<Connection['deployer'], string>> = {
	'cloud-foundry': 'Cloud Foundry',
	kyma: 'Kyma',
};

/** Asks what deploys a project, unless its files say so; what they lack is told, with what adds it. */
export function pickDeployer(
	isInteractive: boolean,
	files: ProjectFiles | undefined,
): Question<Connection['deployer']> | Connection['deployer'] | Refusal {
	const missing = (deployer: Connection['deployer']) => (files ? checkDeployer(files, deployer) : undefined);
	const [only, other] = DEPLOYERS.filter((deployer) => !missing(deployer));
	if (isInteractive && files && only && !other) {
		return only;
	}
	return quickPick<Connection['deployer']>({
		placeholder: l10n.t('Select what the project is deployed to'),
		choices: DEPLOYERS.map((deployer) => {
			const refusal = missing(deployer);
			const label = DEPLOYER_LABELS[deployer];
			const [description] = DEPLOYER_FILES[deployer];
			return refusal
				? { label, description, detail: refusal.message, value: telling(refusal) }
				: { label, description, value: deployer };
		}),
	});
}

/** Ends the questions with a refusal, which otherwise is told only after all of them. */
function telling(refusal: Refusal): Question<never> {
	return async () => {
		void showRefusal(refusal, {});
		return undefined;
	};
}

/** Asks for the system of a project, those first that nothing is missing for. */
export function pickConnectableSystem(landscape: Landscape): Question<string> | Refusal {
	const details: Readonly<Record<Readiness, string>> = {
		entitled: '',
		registered: l10n.t('No subaccount is entitled to a plan for it yet: Add Service Plans'),
		'not-registered': l10n.t('Can be used once it is registered'),
	};
	return quickPick({
		placeholder: l10n.t('Select the system that the project reads from'),
		choices: connectableSystems(landscape).map(({ system, readiness }) => ({
			...systemChoice(system),
			...(details[readiness] && { detail: details[readiness] }),
		})),
		none: refuse(
			'system-unknown',
			l10n.t`${shorten(landscape.globalAccount)} has no system that CAP projects can use, such as one of type SAP S/4HANA Cloud.`,
			{ command: 'registerSystem' },
		),
	});
}

/** Asks for the plan, once the system can be connected. */
export function pickConnectablePlan(
	landscape: Landscape,
	system: string | undefined,
): Question<string> | Refusal {
	return (
		(system === undefined ? undefined : checkConnectable(landscape, system)) ??
		quickPick({
			placeholder: l10n.t('Select the service plan'),
			choices: connectablePlans(landscape, system ?? '').map(({ plan: { name, purpose }, isEntitled }) => ({
				label: name,
				detail: purpose(),
				...(isEntitled ? {} : { description: l10n.t('no subaccount is entitled to it yet') }),
				value: name,
			})),
		})
	);
}

type Stages = Record<string, string>;

/** Asks whether `mta.yaml` names one system, or an extension of it one for each of several landscapes. */
export function pickStages(
	system: string,
	stages: readonly StageOf[],
	files: ProjectFiles | undefined,
): Question<Stages> | Refusal {
	const hasStages = stages.some(({ file }) => files?.texts.has(file));
	const choices = [
		{ label: MTA_FILE, description: system, detail: l10n.t('One system for every deployment'), value: {} },
		{
			label: stages.map(({ file }) => file).join(', '),
			description: stages.map(({ system: own }) => own).join(', '),
			detail: l10n.t`A system for each landscape: ${stages.map(({ globalAccount }) => globalAccount).join(', ')}`,
			value: pickSomeStages(stages),
		},
	];
	return quickPick<Stages>({
		placeholder: l10n.t('Deploy with one system, or with one for each stage?'),
		// What the project does already comes first.
		choices: hasStages ? choices.toReversed() : choices,
	});
}

/** Asks for the landscapes that the project is deployed for. */
function pickSomeStages(stages: readonly StageOf[]): Question<Stages> {
	const some = quickPickMany<StageOf>({
		placeholder: l10n.t('Select the landscapes that the project is deployed for'),
		choices: stages.map((stage) => ({
			label: stage.file,
			description: stage.system,
			detail: stage.globalAccount,
			picked: true,
			value: stage,
		})),
		validate: (chosen) =>
			chosen.length > 0
				? undefined
				: refuse(
						'stage-malformed',
						l10n.t('Select at least one landscape that the project is deployed for.'),
					),
	});
	return async (frame) => {
		const chosen = await some(frame);
		return Array.isArray(chosen)
			? Object.fromEntries(chosen.map(({ landscape, file }) => [landscape.toString(), file]))
			: (chosen as undefined);
	};
}

/** Asks for a communication scenario; the one that the project has already comes first. */
export function pickScenario(known: string | undefined): Question<string> | Refusal {
	const other = inputBox({
		prompt: l10n.t('Id of the communication scenario, as in SAP_COM_0109'),
		placeholder: 'SAP_COM_0109',
		validate: checkScenario,
	});
	const own: readonly Choice<string>[] =
		known === undefined || known === BUSINESS_PARTNER_SCENARIO
			? []
			: [{ label: known, description: l10n.t('the project has it already'), value: known }];
	return quickPick<string>({
		placeholder: l10n.t('Select the communication scenario'),
		choices: [
			...own,
			{
				label: BUSINESS_PARTNER_SCENARIO,
				description: l10n.t('Business partners'),
				detail: l10n.t(
					'Complete: with its nine outbound services, switched off, and a placeholder for their user',
				),
				value: BUSINESS_PARTNER_SCENARIO,
			},
			{
				label: l10n.t('Another scenario…'),
				iconPath: new ThemeIcon('add'),
				detail: l10n.t('With the parts that every scenario has; you add its outbound services'),
				alwaysShow: true,
				value: other,
			},
		],
	});
}

/** Asks which service in `cds.requires` reads from the system: one of the project, the usual one, another, or none. */
export function pickService(known: readonly string[], scenario: string): Question<string> | Refusal {
	const usual = usualService(scenario)?.name;
	const another = inputBox({
		prompt: l10n.t('Name of the service in cds.requires, the one in its model'),
		placeholder: 'API_BUSINESS_PARTNER',
		validate: checkRequiredService,
	});
	const choices: readonly Choice<string | Question<string>>[] = [
		...known.map((value) => ({
			label: value,
			description: l10n.t('required by the project already'),
			value,
		})),
		...(usual === undefined || known.includes(usual)
			? []
			: [{ label: usual, description: l10n.t('the usual service of this scenario'), value: usual }]),
		{ label: l10n.t('Another service…'), iconPath: new ThemeIcon('add'), alwaysShow: true, value: another },
		{
			label: l10n.t('None'),
			detail: l10n.t('Leaves cds.requires as it is'),
			iconPath: new ThemeIcon('dash'),
			alwaysShow: true,
			value: '',
		},
	];
	return quickPick<string>({
		placeholder: l10n.t('Select the service in cds.requires that reads from the system'),
		choices,
	});
}

/** Asks for the path of a service, with the usual one to begin with. */
export function askServicePath(usual: string): Question<string> {
	return inputBox({
		prompt: l10n.t('Path of the service on the host of the system, which the destination has'),
		placeholder: '/sap/opu/odata/sap/API_BUSINESS_PARTNER',
		value: usual,
		validate: checkServicePath,
	});
}
