import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { env, FilePermission, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { BUSINESS_PARTNER_SCENARIO } from '../model/catalog/outbound-services.ts';
import { SERVICES } from '../model/catalog/services.ts';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import { systemStatusLabel } from '../model/labels.ts';
import { entitlementsOf, type Landscape, type System } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import {
	checkArrangementName,
	checkClientId,
	checkRequiredService,
	checkResourceName,
	checkScenario,
	checkServicePath,
	type Connection,
	DEPLOYERS,
	INBOUND_AUTHENTICATIONS,
	type Stage,
	usualArrangement,
	usualResource,
	usualService,
} from '../model/projects/connection.ts';
import { findSystem } from '../model/systems.ts';
import { connectProject as plan } from '../project/connect/connect-project.ts';
import type { PlannedFile } from '../project/connect/plan.ts';
import { CHART_FILE } from '../project/helm.ts';
import { MTA_FILE } from '../project/mta.ts';
import { type ProjectFiles, uriOf } from '../project/project-files.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { openDocument } from '../workspace/landscape-files.ts';
import { inform } from '../workspace/messages.ts';
import { Positions } from '../workspace/positions.ts';
import { terminology } from '../workspace/settings.ts';
import { projectName } from '../workspace/system-usages.ts';
import { ask, inputBox, quickPick, quickPickUnlessOne } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const connectProjectFields = fields(
	{
		project: text,
		deployer: v.optional(v.picklist(DEPLOYERS)),
		system: text,
		plan: text,
		scenario: text,
		arrangementName: text,
		resource: text,
		service: text,
		servicePath: text,
		emClientId: text,
	},
	{
		inboundAuthentication: v.optional(v.picklist(INBOUND_AUTHENTICATIONS), 'BasicAuthentication'),
		/** For each landscape by its URI the extension of `mta.yaml` that names its system. */
		stages: v.optional(v.record(v.string(), v.string()), {}),
	},
);

/**
 * *Connect CAP Project*: writes what a deployment needs to create the service instance of a registered system, and what the
 * application needs to read from it. A person sees every change in VS Code's refactor preview. Refuses with the codes of the
 * function `connectProject` in project/, with `project-unknown`, `system-unknown`, `system-not-registered`, `plan-missing`,
 * and with `project-changed` where a file changes meanwhile. Nothing where the person discards the preview.
 */
export async function connectProject(
	given: Given<typeof connectProjectFields>,
	{ title, landscape }: Target,
	{ files, projects }: Services,
): Promise<Result<{ files: readonly string[] }>> {
	await projects.refresh();
	const filesOf = (project: string | undefined) => projects.filesOf(project ?? '');
	const answers = await ask(title, given, {
		project: ({ interactive }) =>
			quickPickUnlessOne(interactive, {
				placeholder: l10n.t('Select the project'),
				choices: projects.all.map(({ folder }) => ({ label: projectName({ folder }), value: folder })),
				none: refuse(
					'project-unknown',
					l10n.t('This workspace has no CAP project. Open its folder, or create one: cds init'),
				),
			}),
		deployer: ({ interactive, project }) => {
			const known = filesOf(project);
			return known
				? quickPickUnlessOne(interactive, {
						placeholder: l10n.t('Select what deploys the project'),
						choices: deployersOf(known).map((value) => ({ label: DEPLOYER_LABELS[value], value })),
						none: refuse(
							'project-not-deployable',
							l10n.t(
								'The project has neither mta.yaml nor a Helm chart. Add one first: cds add mta,destination,xsuaa or cds add kyma',
							),
						),
					})
				: unknownProject(project);
		},
		system: () => pickConnectable(landscape()),
		plan: ({ system }) => pickPlan(landscape(), system ?? ''),
		scenario: ({ plan: chosen }) =>
			chosen !== 'api-access'
				? ''
				: inputBox({
						prompt: l10n.t('Communication scenario, such as SAP_COM_0008 for business partners'),
						value: BUSINESS_PARTNER_SCENARIO,
						validate: checkScenario,
					}),
		arrangementName: ({ interactive, project, plan: chosen, scenario }) =>
			chosen !== 'api-access'
				? ''
				: inputBoxUnlessAlone(interactive, {
						prompt: l10n.t('Name of the communication arrangement, unique in the tenant'),
						value: usualArrangement(projectName({ folder: project ?? '' }), scenario ?? ''),
						validate: checkArrangementName,
					}),
		emClientId: ({ plan: chosen }) =>
			chosen !== 'messaging'
				? ''
				: inputBox({
						prompt: l10n.t('emClientId: one to four letters and digits, unique for the system'),
						validate: checkClientId,
					}),
		resource: ({ interactive, project, deployer = 'cloud-foundry', plan: chosen }) =>
			inputBoxUnlessAlone(interactive, {
				prompt: l10n.t('Name of the service instance, which is also that of the destination'),
				value: usualResource(projectName({ folder: project ?? '' }), chosen ?? '', deployer),
				validate: (name) => checkResourceName(name, deployer),
			}),
		service: ({ interactive, plan: chosen, scenario }) =>
			chosen !== 'api-access' || !interactive
				? ''
				: inputBox({
						prompt: l10n.t('Name in cds.requires of the service to read; empty to leave that out'),
						value: usualService(scenario ?? '')?.name ?? '',
						validate: (name) => (name === '' ? undefined : checkRequiredService(name)),
					}),
		servicePath: ({ interactive, scenario, service }) =>
			!service || !interactive
				? ''
				: inputBox({
						prompt: l10n.t('Path of the service: the destination has the host only'),
						value: usualService(scenario ?? '')?.path ?? '',
						validate: checkServicePath,
					}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const known = filesOf(answers.project);
	const system = findSystem(landscape(), answers.system);
	if (!known) {
		return unknownProject(answers.project);
	}
	if (isRefusal(system)) {
		return system;
	}
	const stages = stagesOf(files, answers.stages, system.name);
	if (isRefusal(stages)) {
		return stages;
	}
	const planned = plan(known, {
		...answers,
		system: system.name,
		offering: offeringOf(system, answers.plan)?.name ?? '',
		scenario: answers.scenario || undefined,
		arrangementName: answers.arrangementName || undefined,
		emClientId: answers.emClientId || undefined,
		service: answers.service || undefined,
		servicePath: answers.servicePath || undefined,
		stages,
	});
	if (!planned.ok) {
		return planned;
	}
	return planned.ok ? apply(known, planned.files, given.interactive) : planned;
}
