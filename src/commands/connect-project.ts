import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { Uri } from 'vscode';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import { CONNECTED_SERVICE, checkConnectable, checkTaken } from '../model/projects/connectable.ts';
import {
	type Connection,
	checkArrangementName,
	checkClientId,
	checkResourceName,
	DEPLOYERS,
	INBOUND_AUTHENTICATIONS,
	type Stage,
	usualArrangement,
	usualResource,
} from '../model/projects/connection.ts';
import { connectProject as plan } from '../project/connect/connect-project.ts';
import { requiredServices } from '../project/connect/connect-requires.ts';
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
	{ inboundAuthentication: v.optional(v.picklist(INBOUND_AUTHENTICATIONS), 'BasicAuthentication') },
);

/**
 * *Connect CAP Project*: writes what a deployment needs to create the service instance of a registered system, and what the
 * application needs to read from it. A person sees every change in VS Code's refactor preview; a call in which nobody can be
 * asked replaces what contradicts it. Refuses with the codes of the functions `connectProject` in project/, `writePlan` in
 * workspace/, `checkConnectable` and `checkTaken` in model/, with `project-unknown`, and for stages with `landscape-missing`.
 * Nothing where the person discards the preview.
 */
export async function connectProject(
	given: Given<typeof connectProjectFields>,
	{ title, landscape }: Target,
	{ files, projects }: Services,
): Promise<Result<{ files: readonly string[] }>> {
	await projects.refresh();
	const refused =
		(given.system === undefined ? undefined : checkConnectable(landscape(), given.system, given.plan)) ??
		(given.project === undefined ? undefined : checkProject(projects, given.project));
	if (refused) {
		return refused;
	}
	/** What a project says already of an instance for the system, or of one that names no system yet. */
	const knownFor = ({ project = '', deployer, system, plan: chosen }: Given<typeof connectProjectFields>) =>
		projects.all
			.find(({ folder }) => folder === folderOf(project))
			?.usages.find(
				(usage) =>
					usage.deployer === deployer &&
					usage.plan?.value === chosen &&
					(usage.system === undefined || usage.system.value === system),
			);
	const usages = () => projects.all.flatMap((project) => project.usages);
	const required = (project = '') => {
		const read = projects.filesOf(project);
		return read ? requiredServices(read) : [];
	};
	/** What is wrong with the name of a resource in a project. */
	const refusedFor = (said: Given<typeof connectProjectFields>) => {
		const read = projects.filesOf(said.project ?? '');
		const planned = read && plan(read, connectionOf(said, []));
		return planned && !planned.ok && planned.code.startsWith('resource-') ? planned : undefined;
	};
	const answers = await ask(title, given, {
		project: ({ interactive }) => pickProject(interactive, projects.all),
		deployer: ({ interactive, project }) => pickDeployer(interactive, projects.filesOf(project ?? '')),
		system: () => pickConnectableSystem(landscape()),
		plan: ({ system }) => pickConnectablePlan(landscape(), system),
		stages: ({ interactive, deployer, system = '' }) => {
			const possible = possibleStages(files, system);
			return interactive && deployer === 'cloud-foundry' && possible.length > 1
				? pickStages(system, possible)
				: {};
		},
		scenario: (said) => (said.plan === 'messaging' ? '' : pickScenario(knownFor(said)?.scenario?.value)),
		arrangementName: (said) =>
			said.plan === 'messaging'
				? ''
				: unlessAlone(said.interactive, {
						prompt: l10n.t('Name of the communication arrangement, unique in the tenant'),
						value:
							knownFor(said)?.arrangement?.value ??
							usualArrangement(nameOf(said.project), said.scenario ?? ''),
						validate: (arrangementName) =>
							checkArrangementName(arrangementName) ??
							checkTaken(usages(), folderOf(said.project), {
								system: said.system,
								resource: knownFor(said)?.resource.value,
								arrangementName,
							}),
					}),
		emClientId: (said) =>
			said.plan !== 'messaging'
				? ''
				: inputBox({
						prompt: l10n.t('emClientId: one to four letters and digits, unique for the system'),
						value: knownFor(said)?.clientId?.value ?? '',
						validate: (emClientId) =>
							checkClientId(emClientId) ??
							checkTaken(usages(), folderOf(said.project), {
								system: said.system,
								resource: knownFor(said)?.resource.value,
								emClientId,
							}),
					}),
		resource: (said) => {
			const { interactive, project, deployer = 'cloud-foundry', plan: chosen = '' } = said;
			return unlessAlone(interactive, {
				prompt: l10n.t('Name of the service instance, which the destination gets, too'),
				value: knownFor(said)?.resource.value ?? usualResource(nameOf(project), chosen, deployer),
				validate: (name) => checkResourceName(name, deployer) ?? refusedFor({ ...said, resource: name }),
			});
		},
		service: ({ interactive, project, plan: chosen, scenario = '' }) => {
			const known = required(project).map(({ name }) => name);
			return chosen === 'messaging' || !interactive ? '' : pickService(known, scenario);
		},
		servicePath: ({ interactive, project, scenario = '', service }) => {
			const known = required(project).find(({ name }) => name === service)?.path;
			return !service || !interactive ? '' : askServicePath(scenario, known);
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
		return checkProject(projects, answers.project);
	}
	const taken = checkTaken(usages(), read.folder, connection);
	if (taken) {
		return taken;
	}
	const planned = plan(read, connection);
	if (!planned.ok) {
		return planned;
	}
	const written =
		planned.files.length === 0
			? { ok: true as const, files: [] }
			: await writePlan(read, planned.files, given.interactive);
	if (written?.ok && given.interactive) {
		await projects.refresh();
		const after = projects.filesOf(answers.project);
		const rest = after && plan(after, connection);
		void tellConnected(connection, {
			project: nameOf(answers.project),
			remaining: planned.remaining,
			isComplete: rest?.ok === true && rest.files.length === 0,
			isNew: written.files.length > 0,
		});
	}
	return written;
}

/** What is asked for, as far as it's known; an empty answer leaves something out. */
function connectionOf(
	{ deployer = 'cloud-foundry', ...said }: Given<typeof connectProjectFields>,
	stages: readonly Stage[],
): Connection {
	return {
		deployer,
		system: said.system ?? '',
		offering: CONNECTED_SERVICE,
		plan: said.plan ?? '',
		scenario: said.scenario || undefined,
		arrangementName: said.arrangementName || undefined,
		resource: said.resource ?? '',
		service: said.service || undefined,
		servicePath: said.servicePath || undefined,
		inboundAuthentication: said.inboundAuthentication,
		emClientId: said.emClientId || undefined,
		stages,
	};
}

function checkProject(projects: Projects, folder: string): Refusal | undefined {
	return projects.filesOf(folder)
		? undefined
		: refuse('project-unknown', l10n.t`There's no CAP project at ${Uri.parse(folder).path}.`);
}

/** A project's folder as it's known. */
function folderOf(project = ''): string {
	return project.replace(/\/$/, '');
}

function nameOf(project = ''): string {
	return projectName({ folder: folderOf(project) });
}

/** Asks a person for a text that has a usual value; nobody else has to bring it. */
function unlessAlone(isInteractive: boolean, box: Parameters<typeof inputBox>[0]): Question<string> | string {
	return isInteractive ? inputBox(box) : (box.value ?? '');
}
