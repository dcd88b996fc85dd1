import * as l10n from '@vscode/l10n';
import { type Answer, refuse } from '../../model/decision.ts';
import { shorten } from '../../model/names.ts';
import type { Connection } from '../../model/projects/connection.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { yamlTree } from '../edit-yaml.ts';
import { readJson } from '../json-tree.ts';
import { isJavaProject, usesCap } from '../packages.ts';
import type { ProjectFiles } from '../project-files.ts';
import { completed, type Extent, treeMap, valueAt } from './complete.ts';
import { jsonTree, planJson } from './json-plan.ts';
import { type PlannedFile, plannedFile, refuseUnreadable } from './plan.ts';
import { planYaml } from './yaml-plan.ts';

const MANIFEST = 'package.json';
const PRODUCTION = '[production]';

/** The files in which CAP looks for `cds.requires`, the one that wins first; what is private isn't committed (cap.md 3). */
const FILES: readonly { readonly path: string; readonly above: readonly string[] }[] = [
	{ path: MANIFEST, above: ['cds'] },
	{ path: '.cdsrc.json', above: [] },
	{ path: '.cdsrc.yaml', above: [] },
];

/** The files that may say what a project requires. */
export const FILES_OF_REQUIRES: readonly string[] = FILES.map(({ path }) => path);

/** Where a service is required, or may be. */
interface PlaceOfRequires {
	readonly path: string;
	/** The keys above the services. */
	readonly above: readonly string[];
	/** Whether it counts in production only. */
	readonly isProduction: boolean;
	/** What the whole file says; `undefined` where it can't be read. */
	readonly tree: TreeMap | undefined;
}

/**
 * Leads a required service to the destination in production: where it is required already, or else in `package.json`. A
 * service that nothing imported yet is of the kind that most APIs of SAP S/4HANA Cloud are. A CAP Java application doesn't
 * read it. Refuses with `project-unreadable`, and with `project-requires-missing` where no file says what is required.
 */
export function connectRequires(
	files: ProjectFiles,
	{ service, servicePath }: Connection,
	destination: string,
): Answer<{ readonly files: readonly PlannedFile[] }> {
	if (service === undefined || isJavaProject(files.texts)) {
		return { ok: true, files: [] };
	}
	const places = placesIn(files);
	const unreadable = places.find(({ tree }) => !tree);
	if (unreadable) {
		return refuseUnreadable(files, unreadable.path);
	}
	const place = places.find(({ tree, above }) => valueAt(tree, ...above, service)) ?? places[0];
	if (!place?.tree) {
		return refuse(
			'project-requires-missing',
			l10n.t`The project has no package.json for cds.requires. Leave out "${shorten(service)}", and add it where the application is.`,
		);
	}
	const { path, above, tree: known } = place;
	const text = files.texts.get(path) ?? '';
	const credentials = treeMap({ destination, path: servicePath });
	const change = (tree: TreeMap, extent: Extent): TreeMap => {
		const wanted = requirement(valueAt(tree, ...above, service), credentials, place);
		const whole = [...above, service].reduceRight<Tree>((value, key) => new Map([[key, value]]), wanted);
		return completed(tree, whole, extent) as TreeMap;
	};
	const edits = path.endsWith('.yaml')
		? planYaml(text, change)
		: planJson(text, change(known, 'all'), path !== MANIFEST);
	return edits ? { ok: true, files: plannedFile(path, edits) } : refuseUnreadable(files, path);
}

/** Where services are required or may be: in each file for all profiles first, and then for production. */
function placesIn(files: ProjectFiles): readonly PlaceOfRequires[] {
	const present = FILES.filter(
		({ path }) => files.texts.has(path) && (path !== MANIFEST || isCapManifest(files)),
	);
	return present.flatMap(({ path, above }) => {
		const tree = treeOf(files, path);
		return [
			{ path, tree, above: [...above, 'requires'], isProduction: false },
			{ path, tree, above: [...above, 'requires', PRODUCTION], isProduction: true },
			{ path, tree, above: [...above, PRODUCTION, 'requires'], isProduction: true },
		];
	});
}

/** One above the project of an application isn't read by CAP; one with syntax errors may be. */
function isCapManifest({ texts }: ProjectFiles): boolean {
	const { tree, error } = readJson('', texts.get(MANIFEST) ?? '');
	return error !== undefined || usesCap(tree);
}

function treeOf({ texts }: ProjectFiles, path: string): TreeMap | undefined {
	const text = texts.get(path) ?? '';
	return path.endsWith('.yaml') ? yamlTree(text) : jsonTree(text, path !== MANIFEST);
}

/** A service that a project reads from another system. */
export interface RemoteService {
	readonly name: string;
	/** Below the other system's host, where the project says it. */
	readonly path: string | undefined;
}

/** The remote services that a project requires already. */
export function remoteServices(files: ProjectFiles): readonly RemoteService[] {
	const found = placesIn(files).flatMap(({ tree, above }) => {
		const services = valueAt(tree, ...above);
		return services instanceof Map ? [...services] : [];
	});
	const remote = found.filter(([, service]) =>
		/^(?:odata|rest)/.test(String(valueAt(service, 'kind') ?? '')),
	);
	const named = remote.map(([name, service]) => {
		const inProfile = valueAt(service, PRODUCTION, 'credentials', 'path');
		const path = inProfile ?? valueAt(service, 'credentials', 'path');
		return [name, { name, path: typeof path === 'string' ? path : undefined }] as const;
	});
	return [...new Map(named).values()];
}

/** What a required service should say: in its profile for production, unless it has its destination without one. */
function requirement(
	known: Tree | undefined,
	credentials: TreeMap,
	{ isProduction }: PlaceOfRequires,
): TreeMap {
	const hasOwn =
		valueAt(known, PRODUCTION) === undefined && valueAt(known, 'credentials', 'destination') !== undefined;
	const wanted =
		hasOwn || isProduction ? treeMap({ credentials }) : treeMap({ [PRODUCTION]: treeMap({ credentials }) });
	return known === undefined ? new Map([['kind', 'odata-v2'], ...wanted]) : wanted;
}
