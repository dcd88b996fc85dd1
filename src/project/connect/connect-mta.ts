import * as l10n from '@vscode/l10n';
import { type Answer, isRefusal, type Refusal, refuse } from '../../model/decision.ts';
import { shorten } from '../../model/names.ts';
import type { Connection, Stage } from '../../model/projects/connection.ts';
import { isPlaceholder } from '../../model/projects/placeholders.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { yamlTree } from '../edit-yaml.ts';
import { isServiceModule, MANAGED_SERVICE, MTA_FILE } from '../mta.ts';
import { type ProjectFiles, pathWithin } from '../project-files.ts';
import { completed, listAt, valueAt } from './complete.ts';
import { connectParameters } from './connect-parameters.ts';
import { refuseUnreadable } from './connect-requires.ts';
import { jsonTree } from './json-plan.ts';
import { styleOf } from './neighbours.ts';
import { type Deployed, newFile, type PlannedFile, plannedFile } from './plan.ts';
import { SKIPPED_UPDATES, treeMap, wantedArrangement } from './wanted.ts';
import { newYaml, planYaml } from './yaml-plan.ts';

/** What is written for a resource, by where it says it. */
interface Places {
	/** The file of parameters as `mta.yaml` names it; nothing where `config` has the parameters itself. */
	readonly path: string | undefined;
	readonly isNamedInFile: boolean;
}

/**
 * Writes a resource to `mta.yaml`, its file of parameters and its extensions, and lets the service's module require the
 * destination service. Refuses with `project-unreadable`, `resource-taken`, and `service-module-ambiguous` where any of several services may be the one that reads.
 */
export function connectMta(files: ProjectFiles, connection: Connection): Deployed {
	const text = files.texts.get(MTA_FILE) ?? '';
	const mta = yamlTree(text);
	if (!mta) {
		return refuseUnreadable(MTA_FILE);
	}
	const resources = listAt(mta, 'resources');
	const own = resources.find((resource) => valueAt(resource, 'name') === connection.resource);
	const taken = own && checkResource(own, connection);
	if (taken) {
		return taken;
	}
	const places = placesOf(files, own, connection);
	const path = places.path === undefined ? undefined : pathWithin(places.path);
	if (places.path !== undefined && path === undefined) {
		return refuse(
			'project-unreadable',
			l10n.t`"${shorten(places.path)}" is outside of the project, so it isn't written to. Move the file into the project.`,
		);
	}
	const module = moduleRequiring(mta, destinationResource(mta));
	if (module && isRefusal(module)) {
		return module;
	}
	const wanted = treeMap({
		modules: module && [module],
		resources: [
			resourceOf(own, connection, places),
			treeMap({
				name: destinationResource(mta),
				type: MANAGED_SERVICE,
				parameters: treeMap({ service: 'destination', 'service-plan': 'lite' }),
			}),
		],
	});
	const edits = planYaml(text, (tree, extent) => completed(tree, wanted, extent) as TreeMap);
	if (!edits) {
		return refuseUnreadable(MTA_FILE);
	}
	const system = places.isNamedInFile ? connection.system : undefined;
	const parameters = path === undefined ? undefined : connectParameters(files, path, connection, system);
	if (parameters && !parameters.ok) {
		return parameters;
	}
	const stages = connection.stages.map((stage) => connectStage(files, mta, connection.resource, stage));
	const refused = stages.find((stage) => !stage.ok);
	if (refused && !refused.ok) {
		return refused;
	}
	const instance = valueAt(own, 'parameters', 'service-name');
	return {
		ok: true,
		files: [
			...plannedFile(MTA_FILE, edits),
			...(parameters?.files ?? []),
			...stages.flatMap((stage) => (stage.ok ? stage.files : [])),
		],
		destination: typeof instance === 'string' ? instance : connection.resource,
		commands: deployCommands(mta, connection),
	};
}

/** Refuses a resource of another kind, service or plan with `resource-taken`. */
function checkResource(resource: Tree, { resource: name, offering, plan }: Connection): Refusal | undefined {
	const known = [
		valueAt(resource, 'type'),
		valueAt(resource, 'parameters', 'service'),
		valueAt(resource, 'parameters', 'service-plan'),
	];
	const wanted = [MANAGED_SERVICE, offering, plan];
	return known.every((value, index) => value === undefined || value === wanted[index])
		? undefined
		: refuse(
				'resource-taken',
				l10n.t`mta.yaml has another resource named "${shorten(name)}". Choose another name.`,
			);
}

function placesOf(
	files: ProjectFiles,
	own: Tree | undefined,
	{ plan, resource, stages }: Connection,
): Places {
	const named = valueAt(own, 'parameters', 'path');
	const config = valueAt(own, 'parameters', 'config');
	const hasArrangement = valueAt(config, 'communicationArrangement') !== undefined;
	const usual = plan === 'api-access' && !hasArrangement ? `./${resource}.json` : undefined;
	const path = typeof named === 'string' ? named : usual;
	const within = path === undefined ? undefined : pathWithin(path);
	const text = within === undefined ? undefined : files.texts.get(within);
	const inFile = text === undefined ? undefined : valueAt(jsonTree(text), 'systemName');
	const isNamed = typeof inFile === 'string' && inFile !== '' && !isPlaceholder(inFile);
	return {
		path,
		isNamedInFile: isNamed && stages.length === 0 && valueAt(config, 'systemName') === undefined,
	};
}

function resourceOf(own: Tree | undefined, connection: Connection, { path, isNamedInFile }: Places): TreeMap {
	const { resource, offering, plan, system, stages, emClientId } = connection;
	const isInConfig = path === undefined && plan === 'api-access';
	const config = treeMap({
		systemName: stages.length > 0 || isNamedInFile ? undefined : system,
		emClientId,
		communicationArrangement: isInConfig
			? wantedArrangement(connection, valueAt(own, 'parameters', 'config', 'communicationArrangement'))
			: undefined,
	});
	return treeMap({
		name: resource,
		type: MANAGED_SERVICE,
		parameters: treeMap({
			service: offering,
			'service-plan': plan,
			path,
			'skip-service-updates': SKIPPED_UPDATES,
			config: config.size > 0 ? config : undefined,
		}),
	});
}

/** The name of the resource of the destination service, also of one that isn't there yet. */
function destinationResource(mta: TreeMap): string {
	const resources = listAt(mta, 'resources');
	const known = resources.find((resource) => valueAt(resource, 'parameters', 'service') === 'destination');
	const name = valueAt(known, 'name');
	const id = valueAt(mta, 'ID');
	return typeof name === 'string' ? name : `${typeof id === 'string' ? `${id}-` : ''}destination`;
}

/**
 * The service's module as it should require a resource; nothing where no module is the service's. Of several it's the one
 * that requires it already.
 */
function moduleRequiring(mta: TreeMap, resource: string): TreeMap | Refusal | undefined {
	const services = listAt(mta, 'modules').filter((one) =>
		isServiceModule(String(valueAt(one, 'type') ?? ''), String(valueAt(one, 'path') ?? '')),
	);
	const requiring = services.find((one) =>
		listAt(one, 'requires').some((required) => valueAt(required, 'name') === resource),
	);
	const names = services.map((one) => valueAt(one, 'name'));
	if (!requiring && services.length > 1) {
		return refuse(
			'service-module-ambiguous',
			l10n.t`mta.yaml has several services: ${names.join(', ')}. Let the one that reads from the system require "${resource}", then try again.`,
		);
	}
	const name = valueAt(requiring ?? services[0], 'name');
	return typeof name === 'string' ? treeMap({ name, requires: [treeMap({ name: resource })] }) : undefined;
}

/** Writes the system of a stage to its extension of `mta.yaml`. */
function connectStage(
	files: ProjectFiles,
	mta: TreeMap,
	resource: string,
	{ file, system }: Stage,
): Answer<{ readonly files: readonly PlannedFile[] }> {
	const named = treeMap({
		resources: [
			treeMap({ name: resource, parameters: treeMap({ config: treeMap({ systemName: system }) }) }),
		],
	});
	const text = files.texts.get(file);
	if (text?.trim()) {
		const edits = planYaml(text, (tree, extent) => completed(tree, named, extent) as TreeMap);
		return edits ? { ok: true, files: plannedFile(file, edits) } : refuseUnreadable(file);
	}
	const id = valueAt(mta, 'ID') ?? null;
	const version = valueAt(mta, '_schema-version') ?? '3.3';
	const extension: TreeMap = new Map([
		['_schema-version', String(version)],
		['ID', `${String(id)}-${file.replace(/\.mtaext$/, '')}`],
		['extends', id],
		...named,
	]);
	const { yaml, lineBreak } = styleOf(files, MTA_FILE);
	return { ok: true, files: [newFile(files, file, newYaml(extension, yaml, lineBreak))] };
}

function deployCommands(mta: TreeMap, { stages }: Connection): readonly string[] {
	const archive = `mta_archives/${String(mta.get('ID') ?? '')}_${String(mta.get('version') ?? '')}.mtar`;
	const deploy = `cf deploy ${archive}`;
	return ['mbt build', ...(stages.length > 0 ? stages.map(({ file }) => `${deploy} -e ${file}`) : [deploy])];
}
