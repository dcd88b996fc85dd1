import { serviceNamed } from '../model/catalog/services.ts';
import type { Place } from '../model/projects/place.ts';
import { isPlaceholder } from '../model/projects/placeholders.ts';
import type { ParameterFile, Secret, Usage } from '../model/projects/usage.ts';
import type { TreeMap } from '../model/tree.ts';
import { readJson } from './json-tree.ts';
import { hiddenKeys, outboundPlace, parametersOf, systemNames } from './parameters.ts';
import { type ProjectFiles, pathWithin, uriOf } from './project-files.ts';
import {
	entriesAt,
	itemsAt,
	mergedDeeply,
	mergedShallowly,
	type SaidTree,
	saidAt,
	textAt,
} from './said-tree.ts';
import { secretsIn } from './secrets.ts';
import { yamlOf } from './yaml-of.ts';
import type { YamlFile } from './yaml-tree.ts';

export const MTA_FILE = 'mta.yaml';

/** The type of a resource that creates a service instance. */
export const MANAGED_SERVICE = 'org.cloudfoundry.managed-service';

/** `skip-service-updates`, which keeps a second deployment from failing, as an instance can't be changed (R-CAP-10). */
export const SKIPPED_UPDATES: TreeMap = new Map(
	['plan', 'parameters', 'tags'].map((key) => [key, true] as const),
);
const EXISTING = 'org.cloudfoundry.existing-service';

/** What `mta.yaml` and its extensions say. */
export interface Mta {
	readonly usages: readonly Usage[];
	readonly parameterFiles: readonly ParameterFile[];
	readonly secrets: readonly Secret[];
	/** Names of instances that already exist, of any service. */
	readonly existingInstances: readonly string[];
	/** Where the destination service has to be required, and isn't. */
	readonly destinationServiceAt: Place | undefined;
	/** The files that are no YAML, or only in part. */
	readonly broken: readonly Place[];
}

/** One way to deploy: `mta.yaml` alone, or with an extension. */
interface Stage {
	readonly file: string | undefined;
	/** Parameters of each resource, by its name. */
	readonly parameters: ReadonlyMap<string, SaidTree>;
}

/** The paths of files of parameters that the files of a project name, below the project's folder. */
export function parameterPaths(files: ProjectFiles): readonly string[] {
	const paths = mtaPaths(files).flatMap((path) =>
		yamlOf(files, path).documents.flatMap((tree) =>
			itemsAt(tree, 'resources').flatMap((resource) => {
				const named = textAt(resource, 'parameters', 'path');
				return (named && pathWithin(named.value)) ?? [];
			}),
		),
	);
	return [...new Set(paths)];
}

/** Whether a path is that of an MTA extension of the project. */
function isExtension(path: string): boolean {
	return path.endsWith('.mtaext');
}

function mtaPaths({ texts }: ProjectFiles): readonly string[] {
	return [...texts.keys()].filter((path) => path === MTA_FILE || isExtension(path));
}

/**
 * Reads `mta.yaml` as `cf deploy` does: an extension is merged into it at every level; then each key of `config` wins over
 * the same key in the file at `path`, as a whole.
 */
export function readMta(files: ProjectFiles): Mta | undefined {
	if (!files.texts.has(MTA_FILE)) {
		return undefined;
	}
	const file = yamlOf(files, MTA_FILE);
	const [mta] = file.documents;
	const extensions = mtaPaths(files)
		.filter(isExtension)
		.map((path) => ({ file: uriOf(files, path), ...yamlOf(files, path) }));
	const id = textAt(mta, 'ID')?.value;
	const stages: Stage[] = [
		{ file: undefined, parameters: new Map() },
		...extensions.flatMap(({ file: stage, documents: [tree] }) => {
			const parameters = extendedParameters(tree, id, extensions);
			return parameters ? [{ file: stage, parameters }] : [];
		}),
	];
	const resources = itemsAt(mta, 'resources');
	const parameterFiles: ParameterFile[] = [];
	const usages = resources.flatMap((resource) =>
		usagesOf(files, resource, stages, (problem) => parameterFiles.push(problem)),
	);
	return {
		usages,
		parameterFiles: parameterFiles.filter(
			({ path, at }, index) =>
				parameterFiles.findIndex((one) => one.path === path && one.at.start === at.start) === index,
		),
		secrets: [mta, ...extensions.map(({ documents: [tree] }) => tree)].flatMap((tree) =>
			itemsAt(tree, 'resources').flatMap((resource) => secretsIn(saidAt(resource, 'parameters'))),
		),
		existingInstances: resources
			.filter((resource) => textAt(resource, 'type')?.value === EXISTING)
			.flatMap((resource) => [textAt(resource, 'name'), textAt(resource, 'parameters', 'service-name')])
			.flatMap((name) => name?.value ?? []),
		destinationServiceAt: usages.length > 0 ? destinationServiceAt(mta, resources) : undefined,
		broken: [file, ...extensions].flatMap(({ broken }) => broken ?? []),
	};
}

/**
 * The parameters of each resource as an extension says them, over those of the extension that it extends; nothing where that
 * doesn't lead to `mta.yaml`, whose id is `id`.
 */
function extendedParameters(
	tree: SaidTree | undefined,
	id: string | undefined,
	others: readonly YamlFile[],
): ReadonlyMap<string, SaidTree> | undefined {
	const extended = textAt(tree, 'extends')?.value;
	const own = parametersByResource(tree);
	if (extended === undefined || extended === id) {
		return extended === undefined ? undefined : own;
	}
	const parent = others.find(({ documents: [other] }) => textAt(other, 'ID')?.value === extended);
	// None of them is looked at twice, so that those that extend each other come to an end.
	const rest = others.filter((other) => other !== parent && other.documents[0] !== tree);
	const below = parent && extendedParameters(parent.documents[0], id, rest);
	return (
		below &&
		new Map([
			...below,
			...[...own].map(
				([name, parameters]) => [name, mergedDeeply(below.get(name), parameters) ?? parameters] as const,
			),
		])
	);
}

function parametersByResource(tree: SaidTree | undefined): ReadonlyMap<string, SaidTree> {
	return new Map(
		itemsAt(tree, 'resources').flatMap((resource) => {
			const name = textAt(resource, 'name')?.value;
			const parameters = saidAt(resource, 'parameters');
			return name !== undefined && parameters ? [[name, parameters] as const] : [];
		}),
	);
}

/** The usages of a resource: for each extension that says something of it, or else for `mta.yaml` alone. */
function usagesOf(
	files: ProjectFiles,
	resource: SaidTree,
	stages: readonly Stage[],
	note: (problem: ParameterFile) => void,
): readonly Usage[] {
	const name = textAt(resource, 'name');
	const type = textAt(resource, 'type')?.value;
	const base = saidAt(resource, 'parameters');
	if (!name || (type !== MANAGED_SERVICE && type !== EXISTING)) {
		return [];
	}
	const usages = stages.flatMap(({ file: stage, parameters: own }) => {
		const above = own.get(name.value);
		if (stage !== undefined && !above) {
			return [];
		}
		const parameters = mergedDeeply(base, above);
		const service = textAt(parameters, 'service');
		if (!service || !serviceNamed(service.value)) {
			return [];
		}
		const below = fileOfParameters(files, parameters, note);
		const config = saidAt(parameters, 'config');
		const effective = mergedShallowly(below, config);
		const names = systemNames(
			[textAt(config, 'systemName'), textAt(below, 'systemName')],
			[textAt(parameters, 'system-name')],
		);
		const skips = saidAt(parameters, 'skip-service-updates', 'parameters');
		const isSkipped = skips?.kind === 'scalar' && skips.value === true;
		const creates = entriesAt(parameters).get('config') ?? entriesAt(parameters).get('path');
		return [
			{
				project: files.folder,
				deployer: 'cloud-foundry' as const,
				resource: name,
				stage,
				instance: textAt(parameters, 'service-name') ?? name,
				service,
				plan: textAt(parameters, 'service-plan'),
				system: names.find(({ effect }) => effect === 'effective'),
				isNamedElsewhere: type === EXISTING,
				names,
				...parametersOf(effective),
				outboundAt: outboundPlace(effective, name.at),
				hidden: hiddenKeys(below, config),
				updatesAt: isSkipped || type === EXISTING ? undefined : name.at,
				existingAt: type === EXISTING ? creates?.key : undefined,
			},
		];
	});
	const [alone, ...extended] = usages;
	const isNamed = ({ system }: Usage) => system !== undefined && !isPlaceholder(system.value);
	// A name that every stage brings need not be in `mta.yaml`, too.
	return alone && !isNamed(alone) && extended.some(isNamed) ? extended : usages;
}

/** The file that `path` names; notes why it can't be read. */
function fileOfParameters(
	files: ProjectFiles,
	parameters: SaidTree | undefined,
	note: (problem: ParameterFile) => void,
): SaidTree | undefined {
	const named = textAt(parameters, 'path');
	if (!named) {
		return undefined;
	}
	const path = pathWithin(named.value);
	if (path === undefined) {
		note({ problem: 'outside', path: named.value, at: named.at });
		return undefined;
	}
	const text = files.texts.get(path);
	if (text === undefined) {
		if (!files.large.includes(path)) {
			note({ problem: 'missing', path, at: named.at });
		}
		return undefined;
	}
	const { tree, error } = readJson(uriOf(files, path), text);
	if (error || tree?.kind !== 'map') {
		const start = tree?.at ?? { file: uriOf(files, path), start: 0, end: 1 };
		note({ problem: 'malformed', path, at: error ?? start });
	}
	return error ? undefined : tree;
}

/**
 * Where the module of the service has to require the destination service and doesn't: at its `requires`, or at its name.
 * Nothing where no module is the service's, as with an application router only.
 */
function destinationServiceAt(mta: SaidTree | undefined, resources: readonly SaidTree[]): Place | undefined {
	const destinations = new Set(
		resources
			.filter((resource) => textAt(resource, 'parameters', 'service')?.value === 'destination')
			.flatMap((resource) => textAt(resource, 'name')?.value ?? []),
	);
	const modules = itemsAt(mta, 'modules');
	const service = modules.find((module) =>
		isServiceModule(textAt(module, 'type')?.value ?? '', textAt(module, 'path')?.value ?? ''),
	);
	if (!service) {
		return undefined;
	}
	const required = itemsAt(service, 'requires').flatMap((one) => textAt(one, 'name')?.value ?? []);
	return required.some((name) => destinations.has(name))
		? undefined
		: (entriesAt(service).get('requires')?.key ?? textAt(service, 'name')?.at);
}

/** Whether a module of `mta.yaml` is the CAP service, by its type and path. */
export function isServiceModule(type: string, path: string): boolean {
	return /^(?:java|nodejs)$/.test(type) && /(?:^|\/)srv\/?$/.test(path);
}
