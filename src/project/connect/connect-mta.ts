import * as l10n from '@vscode/l10n';
import { type Answer, isRefusal, type Refusal, refuse } from '../../model/decision.ts';
import { shorten } from '../../model/names.ts';
import { CONNECTED_SERVICE } from '../../model/projects/connectable.ts';
import type { Connection, Stage } from '../../model/projects/connection.ts';
import { isPlaceholder } from '../../model/projects/placeholders.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { yamlTree } from '../edit-yaml.ts';
import { isServiceModule, MANAGED_SERVICE, MTA_FILE, SKIPPED_UPDATES } from '../mta.ts';
import { type ProjectFiles, pathWithin, uriOf } from '../project-files.ts';
import { completedWith, listAt, textIn, treeMap, treeMapOrNone, valueAt, type Wanted } from './complete.ts';
import { connectParameters } from './connect-parameters.ts';
import { jsonTree } from './json-plan.ts';
import { styleOf } from './neighbours.ts';
import { type Deployed, newFile, type PlannedFile, plannedFile, refuseUnreadable } from './plan.ts';
import { wantedArrangement } from './wanted.ts';
import { newYaml, planYaml } from './yaml-plan.ts';

/**
 * Writes a resource to `mta.yaml`, its file of parameters and its extensions, and lets the service's module require the
 * destination service. Refuses with `project-unreadable`, `resource-taken`, `stage-malformed`, and
 * `service-module-ambiguous` where any of several services may be the one that reads.
 */
export function connectMta(files: ProjectFiles, connection: Connection): Deployed {
	const text = files.texts.get(MTA_FILE) ?? '';
	const mta = yamlTree(text);
	if (!mta) {
		return refuseUnreadable(files, MTA_FILE);
	}
	const destination = destinationResource(mta);
	const own = listAt(mta, 'resources').find((resource) => nameOf(resource) === connection.resource);
	const module = moduleRequiring(mta, destination.name);
	const refused =
		checkResource(own, connection, destination.name) ?? (module && isRefusal(module) ? module : undefined);
	if (refused) {
		return { ...refused, file: uriOf(files, MTA_FILE) };
	}
	const places = placesOf(files, own, connection);
	if (isRefusal(places)) {
		return places;
	}
	const parts = partsOf(own, connection, places);
	const wanted: Wanted = {
		asked: treeMap({ resources: [treeMap({ name: connection.resource, parameters: parts.asked })] }),
		whole: treeMap({
			modules: module && !isRefusal(module) ? [module] : undefined,
			resources: [
				treeMap({ name: connection.resource, type: MANAGED_SERVICE, parameters: parts.whole }),
				...(destination.isThere ? [] : [newDestination(destination.name)]),
			],
		}),
	};
	const edits = planYaml(text, (tree, extent) => completedWith(tree, wanted, extent));
	if (!edits) {
		return refuseUnreadable(files, MTA_FILE);
	}
	const parameters =
		places.path === undefined ? undefined : connectParameters(files, places.path, parts.inFile);
	if (parameters && !parameters.ok) {
		return parameters;
	}
	const stages = connection.stages.map((stage) => connectStage(files, mta, connection.resource, stage));
	const refusedStage = stages.find(isRefusal);
	if (refusedStage) {
		return refusedStage;
	}
	return {
		ok: true,
		files: [
			...plannedFile(MTA_FILE, edits),
			...(parameters?.files ?? []),
			...stages.flatMap((stage) => (stage.ok ? stage.files : [])),
		],
		destination: textIn(own, 'parameters', 'service-name') ?? connection.resource,
		commands: ['mbt build'],
		deployments: deploymentsOf(mta, connection),
	};
}

function nameOf(item: Tree | undefined): string | undefined {
	return textIn(item, 'name');
}

/** Refuses a resource of another kind, service or plan, or the destination service itself, with `resource-taken`. */
function checkResource(
	resource: Tree | undefined,
	{ resource: name, plan }: Connection,
	destination: string,
): Refusal | undefined {
	const known = [
		valueAt(resource, 'type'),
		valueAt(resource, 'parameters', 'service'),
		valueAt(resource, 'parameters', 'service-plan'),
	];
	const wanted = [MANAGED_SERVICE, CONNECTED_SERVICE, plan];
	const isFree = known.every((value, index) => value === undefined || value === wanted[index]);
	return isFree && name !== destination
		? undefined
		: refuse(
				'resource-taken',
				l10n.t`mta.yaml has another resource named "${shorten(name)}". Choose another name.`,
			);
}

/** Where the deployer reads each parameter of a resource: a key of `config` wins over the same one of the file (R-CAP-3). */
interface Places {
	/** The file of parameters below the project's folder, and as `mta.yaml` names it; nothing where there is none. */
	readonly path: string | undefined;
	readonly named: string | undefined;
	/** What the file says. */
	readonly file: TreeMap | undefined;
	/** The keys that are in the file. */
	readonly inFile: ReadonlySet<'systemName' | 'emClientId' | 'communicationArrangement'>;
}

function placesOf(
	files: ProjectFiles,
	own: Tree | undefined,
	{ plan, resource, stages }: Connection,
): Places | Refusal {
	const config = valueAt(own, 'parameters', 'config');
	const isInConfig = (key: string) => valueAt(config, key) !== undefined;
	const isAccess = plan === 'api-access';
	const usual = isAccess && !isInConfig('communicationArrangement') ? `./${resource}.json` : undefined;
	const named = textIn(own, 'parameters', 'path') ?? usual;
	const path = named === undefined ? undefined : pathWithin(named);
	if (named !== undefined && path === undefined) {
		return {
			...refuse(
				'project-unreadable',
				l10n.t`"${shorten(named)}" is outside of the project, so it isn't written to. Move the file into the project.`,
			),
			file: uriOf(files, MTA_FILE),
		};
	}
	const file = path === undefined ? undefined : jsonTree(files.texts.get(path) ?? '');
	const system = textIn(file, 'systemName') ?? '';
	const isNamed = system !== '' && !isPlaceholder(system);
	return {
		path,
		named,
		file,
		inFile: new Set([
			...(isNamed && stages.length === 0 && !isInConfig('systemName') ? (['systemName'] as const) : []),
			...(valueAt(file, 'emClientId') !== undefined && !isInConfig('emClientId')
				? (['emClientId'] as const)
				: []),
			...(path !== undefined && !isInConfig('communicationArrangement')
				? (['communicationArrangement'] as const)
				: []),
		]),
	};
}

/** What is wanted of a resource's parameters, and of its file. */
function partsOf(
	own: Tree | undefined,
	connection: Connection,
	{ named, file, inFile }: Places,
): Wanted & { readonly inFile: Wanted } {
	const { plan, system, stages, emClientId } = connection;
	const at = inFile.has('communicationArrangement') ? file : valueAt(own, 'parameters', 'config');
	const known = valueAt(at, 'communicationArrangement');
	const arrangement = plan === 'api-access' ? wantedArrangement(connection, known) : undefined;
	const values = (extent: keyof Wanted, isFile: boolean) => {
		const value = (
			key: 'systemName' | 'emClientId' | 'communicationArrangement',
			wanted: Tree | undefined,
		) => (inFile.has(key) === isFile ? wanted : undefined);
		return {
			systemName: value('systemName', stages.length > 0 ? undefined : system),
			emClientId: value('emClientId', emClientId),
			communicationArrangement: value('communicationArrangement', arrangement?.[extent]),
		};
	};
	const config = (extent: keyof Wanted) => treeMapOrNone(values(extent, false));
	return {
		asked: treeMap({ config: config('asked') }),
		whole: treeMap({
			service: CONNECTED_SERVICE,
			'service-plan': plan,
			path: named,
			'skip-service-updates': SKIPPED_UPDATES,
			config: config('whole'),
		}),
		inFile: { asked: treeMap(values('asked', true)), whole: treeMap(values('whole', true)) },
	};
}

function newDestination(name: string): TreeMap {
	return treeMap({
		name,
		type: MANAGED_SERVICE,
		parameters: treeMap({ service: 'destination', 'service-plan': 'lite' }),
	});
}

function servicesIn(mta: TreeMap): readonly Tree[] {
	return listAt(mta, 'modules').filter((one) =>
		isServiceModule(String(valueAt(one, 'type') ?? ''), String(valueAt(one, 'path') ?? '')),
	);
}

function isRequiredBy(module: Tree, resource: string | undefined): boolean {
	return listAt(module, 'requires').some((required) => nameOf(required) === resource);
}

/** The resource of the destination service: the one that a service requires, another one, or the one that it's to become. */
function destinationResource(mta: TreeMap): { readonly name: string; readonly isThere: boolean } {
	const resources = listAt(mta, 'resources');
	const known = resources.filter((one) => valueAt(one, 'parameters', 'service') === 'destination');
	const required = known.find((one) => servicesIn(mta).some((module) => isRequiredBy(module, nameOf(one))));
	const id = textIn(mta, 'ID');
	const usual = id === undefined ? 'destination' : `${id}-destination`;
	const own = nameOf(required ?? known[0]);
	return { name: own ?? usual, isThere: resources.some((one) => nameOf(one) === (own ?? usual)) };
}

/**
 * The service's module as it should require a resource; nothing where no module is the service's. Of several it's the one
 * that requires it already.
 */
function moduleRequiring(mta: TreeMap, resource: string): TreeMap | Refusal | undefined {
	const services = servicesIn(mta);
	const requiring = services.find((one) => isRequiredBy(one, resource));
	if (!requiring && services.length > 1) {
		const names = services.map(nameOf).join(', ');
		return refuse(
			'service-module-ambiguous',
			l10n.t`mta.yaml has several services: ${names}. Let the one that reads from the system require "${resource}", then try again.`,
		);
	}
	const name = nameOf(requiring ?? services[0]);
	return name === undefined ? undefined : treeMap({ name, requires: [treeMap({ name: resource })] });
}

/** Writes the system of a stage to its extension of `mta.yaml`; refuses one of another application with `stage-malformed`. */
function connectStage(
	files: ProjectFiles,
	mta: TreeMap,
	resource: string,
	{ file, system }: Stage,
): Answer<{ readonly files: readonly PlannedFile[] }> {
	const config = treeMap({ config: treeMap({ systemName: system }) });
	const named = treeMap({ resources: [treeMap({ name: resource, parameters: config })] });
	const id = valueAt(mta, 'ID') ?? null;
	const text = files.texts.get(file) ?? '';
	if (text.trim()) {
		const known = yamlTree(text);
		if (known && valueAt(known, 'extends') !== id) {
			return {
				...refuse('stage-malformed', l10n.t`${file} extends another application. Use another name.`),
				file: uriOf(files, file),
			};
		}
		const edits = planYaml(text, (tree, extent) =>
			completedWith(tree, { whole: named, asked: named }, extent),
		);
		return edits ? { ok: true, files: plannedFile(file, edits) } : refuseUnreadable(files, file);
	}
	const extension: TreeMap = new Map([
		['_schema-version', String(valueAt(mta, '_schema-version') ?? '3.3')],
		['ID', `${String(id)}-${file.replace(/\.mtaext$/, '')}`],
		['extends', id],
		...named,
	]);
	const { yaml, lineBreak } = styleOf(files, MTA_FILE);
	return { ok: true, files: [newFile(files, file, newYaml(extension, yaml, lineBreak))] };
}

function deploymentsOf(mta: TreeMap, { stages }: Connection): readonly string[] {
	const archive = `mta_archives/${String(mta.get('ID') ?? '')}_${String(mta.get('version') ?? '')}.mtar`;
	const deploy = `cf deploy ${archive}`;
	return stages.length > 0 ? stages.map(({ file }) => `${deploy} -e ${file}`) : [deploy];
}
