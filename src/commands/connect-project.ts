import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { Uri } from 'vscode';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import { checkConnectable, checkTaken, isEntitled } from '../model/projects/connectable.ts';
import {
	type Connection,
	checkArrangementName,
	checkClientId,
	checkResourceName,
	checkSystemName,
	DEPLOYERS,
	INBOUND_AUTHENTICATIONS,
	type Stage,
	usualArrangement,
	usualResource,
	usualService,
} from '../model/projects/connection.ts';
import type { Usage } from '../model/projects/usage.ts';
import { checkDeployer } from '../project/connect/check-deployer.ts';
import { remoteServices } from '../project/connect/connect-requires.ts';
import { planConnection } from '../project/connect/plan-connection.ts';
import { projectId } from '../project/project-id.ts';
import { folderKey } from '../workspace/project-folders.ts';
import type { Projects } from '../workspace/projects.ts';
import { projectName } from '../workspace/system-usages.ts';
import { writePlan } from '../workspace/write-plan.ts';
import { ask, inputBox, type Question } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import {
	askServicePath,
	pickConnectablePlan,
	pickConnectableSystem,
	pickDeployer,
	pickProject,
	pickScenario,
	pickService,
	pickStages,
} from './connect-questions.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { possibleStages, stagesOf } from './stages.ts';
import { tellConnected } from './tell-connected.ts';

export const connectProjectFields = fields(
	{
		project: text,
		deployer: v.optional(v.picklist(DEPLOYERS)),
		system: text,
		plan: text,
		/** For each landscape by its URI the extension of `mta.yaml` that names its system; none where it's empty. */
		stages: v.optional(v.record(v.string(), v.string())),
		scenario: text,
		arrangementName: text,
		emClientId: text,
		resource: text,
		service: text,
		servicePath: text,
	},
	{ inboundAuthentication: v.optional(v.picklist(INBOUND_AUTHENTICATIONS)) },
);

/**
 * *Connect CAP Project*: writes what a deployment needs to create the service instance of a registered system, and what the
 * application needs to read from it. A person sees every change in VS Code's refactor preview; a call in which nobody can be
 * asked replaces what contradicts it. Refuses with the codes of the functions `planConnection` in project/, `writePlan` in
 * workspace/, `checkConnectable` and `checkTaken` in model/, with `project-unknown`, and for stages with `landscape-missing`.
 * Nothing where the person discards the preview.
 */
export async function connectProject(
	given: Given<typeof connectProjectFields>,
	{ title, file, landscape }: Target,
	{ files, projects }: Services,
): Promise<Result<{ files: readonly string[] }>> {
	await projects.refresh();
	const refused =
		(given.system === undefined ? undefined : checkConnectable(landscape(), given.system, given.plan)) ??
		(given.project === undefined ? undefined : refuseUnknownProject(projects, given.project));
	if (refused) {
		return refused;
	}
	const usages = () => projects.all.flatMap((project) => project.usages);
	/**
	 * What a project says already of an instance that may be the one that is asked for: of this system or of none, or else of
	 * one that the landscape doesn't have.
	 */
	const knownFor = ({ project, deployer, system, plan, scenario }: Said) => {
		const possible = usages().filter(
			(usage) =>
				usage.project === folderOf(project) &&
				usage.deployer === deployer &&
				usage.plan?.value === plan &&
				(!scenario || usage.scenario === undefined || usage.scenario.value === scenario),
		);
		const named = (usage: Usage) => usage.system?.value ?? system ?? '';
		return (
			possible.find((usage) => named(usage) === system) ??
			possible.find((usage) => !landscape().systems.has(named(usage)))
		);
	};
	const ownUsage = (said: Said) => ({
		project: folderOf(said.project),
		deployer: said.deployer ?? 'cloud-foundry',
		resource: { value: said.resource ?? knownFor(said)?.resource.value ?? '' },
	});
	const remote = (project = '') => {
		const read = projects.filesOf(project);
		return read ? remoteServices(read) : [];
	};
	/** What is wrong with the name of a resource in a project. */
	const refusedFor = (said: Said) => {
		const read = projects.filesOf(said.project ?? '');
		const planned = read && planConnection(read, connectionOf(said, []));
		return planned && !planned.ok && planned.code.startsWith('resource-') ? planned : undefined;
	};
	/** What a project calls itself; the name of its folder may be another one for each colleague. */
	const idOf = (project = '') => {
		const read = projects.filesOf(project);
		return (read && projectId(read)) ?? nameOf(project);
	};
	const answers = await ask(title, given, {
		project: ({ interactive }) => pickProject(interactive, projects.all),
		deployer: ({ interactive, project }) => pickDeployer(interactive, projects.filesOf(project ?? '')),
		system: () => pickConnectableSystem(landscape()),
		plan: ({ system }) => pickConnectablePlan(landscape(), system),
		stages: ({ interactive, project = '', deployer, system = '', plan }) => {
			const read = projects.filesOf(project);
			const refusal =
				checkConnectable(landscape(), system, plan) ??
				(deployer && checkSystemName(system, deployer)) ??
				(read && deployer ? checkDeployer(read, deployer) : undefined);
			if (refusal) {
				return refusal;
			}
			const possible = possibleStages(files, system);
			return interactive && deployer === 'cloud-foundry' && possible.length > 1
				? pickStages(system, possible, read)
				: {};
		},
		scenario: (said) => (said.plan === 'messaging' ? '' : pickScenario(knownFor(said)?.scenario?.value)),
		arrangementName: (said) =>
			said.plan === 'messaging'
				? ''
				: inputBoxOrUsual(said.interactive, {
						prompt: l10n.t('Name of the communication arrangement, unique in the tenant'),
						value:
							knownFor(said)?.arrangement?.value ?? usualArrangement(idOf(said.project), said.scenario ?? ''),
						validate: (arrangementName) =>
							checkArrangementName(arrangementName) ??
							checkTaken(usages(), ownUsage(said), { systems: [said.system ?? ''], arrangementName }),
					}),
		emClientId: (said) =>
			said.plan !== 'messaging'
				? ''
				: inputBox({
						prompt: l10n.t(
							'emClientId: one to four letters and digits, unique for the system. Its events come as sap/S4HANAOD/ and this id',
						),
						value: knownFor(said)?.clientId?.value ?? '',
						validate: (emClientId) =>
							checkClientId(emClientId) ??
							checkTaken(usages(), ownUsage(said), { systems: [said.system ?? ''], emClientId }),
					}),
		resource: (said) => {
			const { interactive, project, deployer = 'cloud-foundry', plan: chosen = '' } = said;
			return inputBoxOrUsual(interactive, {
				prompt:
					chosen === 'messaging'
						? l10n.t('Name of the service instance')
						: deployer === 'kyma'
							? l10n.t('Name of the service instance in the chart; the release comes before it')
							: l10n.t('Name of the service instance, which the destination gets, too'),
				value:
					knownFor(said)?.resource.value ??
					freeResource(
						usages(),
						folderOf(project),
						usualResource(idOf(project), chosen, deployer),
						said.scenario,
					),
				validate: (name) => checkResourceName(name, deployer) ?? refusedFor({ ...said, resource: name }),
			});
		},
		service: ({ interactive, project, plan: chosen, scenario = '' }) => {
			const known = remote(project).map(({ name }) => name);
			return chosen === 'messaging' || !interactive ? '' : pickService(known, scenario);
		},
		servicePath: ({ interactive, project, scenario = '', service }) => {
			const known =
				remote(project).find(({ name }) => name === service)?.path ?? usualPath(scenario, service);
			return !service ? '' : interactive ? askServicePath(known) : known;
		},
	});
	if (!answers?.ok) {
		return answers;
	}
	const stages = stagesOf(files, answers.stages, answers.system);
	if (isRefusal(stages)) {
		return stages;
	}
	const connection = connectionOf(answers, stages);
	// Edits are those of texts: of the newest.
	await projects.refresh();
	const read = projects.filesOf(answers.project);
	if (!read) {
		return refuseUnknownProject(projects, answers.project);
	}
	const systems = stages.length > 0 ? stages.map(({ system }) => system) : [connection.system];
	const planned =
		checkTaken(usages(), ownUsage(answers), { ...connection, systems }) ?? planConnection(read, connection);
	if (isRefusal(planned)) {
		return planned;
	}
	const written =
		planned.files.length === 0
			? { ok: true as const, files: [], unsaved: [] }
			: await writePlan(read, planned.files, given.interactive);
	if (!written?.ok) {
		return written;
	}
	await projects.refresh();
	if (given.interactive) {
		const after = projects.filesOf(answers.project);
		const rest = after && planConnection(after, connection);
		void tellConnected(connection, {
			landscape: file.uri.toString(),
			project: nameOf(answers.project),
			remaining: planned.remaining,
			unsaved: written.unsaved,
			isComplete: rest?.ok === true && rest.files.length === 0,
			isNew: written.files.length > 0,
			isEntitled: systems.every((name) =>
				files.withSystem(name).some(({ reading }) => isEntitled(reading.landscape, name, connection.plan)),
			),
		});
	}
	return { ok: true, files: written.files };
}

type Said = Given<typeof connectProjectFields>;

/** The usual name of a resource, or with the scenario behind it where a project has another one of that name. */
function freeResource(usages: readonly Usage[], project: string, usual: string, scenario = ''): string {
	const isTaken = usages.some((usage) => usage.project === project && usage.resource.value === usual);
	return isTaken ? `${usual}-${scenario.replace(/^SAP_COM_/, '').toLowerCase()}` : usual;
}

function usualPath(scenario: string, service: string | undefined): string {
	const usual = usualService(scenario);
	return usual?.name === service ? (usual?.path ?? '') : '';
}

/** What is asked for, as far as it's known; an empty answer, and what the plan or the deployer doesn't have, is left out. */
function connectionOf({ deployer = 'cloud-foundry', ...said }: Said, stages: readonly Stage[]): Connection {
	const forAccess = <Value>(value: Value) => (said.plan === 'messaging' ? undefined : value);
	return {
		deployer,
		system: said.system ?? '',
		plan: said.plan ?? '',
		scenario: forAccess(said.scenario || undefined),
		arrangementName: forAccess(said.arrangementName || undefined),
		resource: said.resource ?? '',
		service: forAccess(said.service || undefined),
		servicePath: forAccess(said.servicePath || undefined),
		inboundAuthentication: said.inboundAuthentication,
		emClientId: said.plan === 'messaging' ? said.emClientId || undefined : undefined,
		stages: deployer === 'kyma' ? [] : stages,
	};
}

function refuseUnknownProject(projects: Projects, folder: string): Refusal | undefined {
	return projects.filesOf(folder)
		? undefined
		: refuse('project-unknown', l10n.t`There's no CAP project at ${Uri.parse(folder).path}.`);
}

/** A project's folder as it's known. */
function folderOf(project = ''): string {
	return project === '' ? '' : folderKey(project);
}

function nameOf(project = ''): string {
	return projectName({ folder: folderOf(project) });
}

/** Asks a person for a text; where nobody can be asked, it's the usual one. */
function inputBoxOrUsual(
	isInteractive: boolean,
	box: Parameters<typeof inputBox>[0],
): Question<string> | string {
	return isInteractive ? inputBox(box) : (box.value ?? '');
}
