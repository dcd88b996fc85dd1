import * as l10n from '@vscode/l10n';
import { type Answer, type Refusal, refuse } from '../../model/decision.ts';
import { shorten } from '../../model/names.ts';
import type { Connection } from '../../model/projects/connection.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { yamlTree } from '../edit-yaml.ts';
import type { ProjectFiles } from '../project-files.ts';
import { completed, valueAt } from './complete.ts';
import { jsonTree, planJson } from './json-plan.ts';
import { type PlannedFile, plannedFile } from './plan.ts';
import { treeMap } from './wanted.ts';
import { planYaml } from './yaml-plan.ts';

/** Where `cds.requires` may be, the one that wins first; what is private isn't committed (cap.md 3). */
export const PLACES_OF_REQUIRES: readonly { readonly path: string; readonly above: readonly string[] }[] = [
	{ path: 'package.json', above: ['cds', 'requires'] },
	{ path: '.cdsrc.json', above: ['requires'] },
	{ path: '.cdsrc.yaml', above: ['requires'] },
];

const PRODUCTION = '[production]';

/** Refuses a file that can't be read with `project-unreadable`. */
export function refuseUnreadable(path: string): Refusal {
	return refuse(
		'project-unreadable',
		l10n.t`${path} can't be changed safely. Correct its syntax errors, or make the change in the editor.`,
	);
}

/**
 * Leads a required service to the destination in production: where it is required already, or else in `package.json`. A
 * service that nothing imported yet is of the kind that most APIs of SAP S/4HANA Cloud are. Refuses with
 * `project-unreadable`, and with `project-requires-missing` where no file says what is required.
 */
export function connectRequires(
	files: ProjectFiles,
	{ service, servicePath }: Connection,
	destination: string,
): Answer<{ readonly files: readonly PlannedFile[] }> {
	if (service === undefined) {
		return { ok: true, files: [] };
	}
	const treeIn = (path: string) => treeOf(files, path);
	const present = PLACES_OF_REQUIRES.filter(({ path }) => files.texts.has(path));
	const unreadable = present.find(({ path }) => !treeIn(path));
	if (unreadable) {
		return refuseUnreadable(unreadable.path);
	}
	const [place] = [
		...present.filter(({ path, above }) => valueAt(treeIn(path), ...above, service) !== undefined),
		...present,
	];
	if (!place) {
		return isJava(files)
			? { ok: true, files: [] }
			: refuse(
					'project-requires-missing',
					l10n.t`The project has no package.json for cds.requires. Leave out "${shorten(service)}", and add it where the application is.`,
				);
	}
	const text = files.texts.get(place.path) ?? '';
	const credentials = treeMap({ destination, path: servicePath });
	const change = (tree: TreeMap, extent: 'lacking' | 'all'): TreeMap => {
		const wanted = requirement(valueAt(tree, ...place.above, service), credentials);
		const whole = [...place.above, service].reduceRight<Tree>(
			(value, key) => new Map([[key, value]]),
			wanted,
		);
		return completed(tree, whole, extent) as TreeMap;
	};
	const tree = treeIn(place.path) as TreeMap;
	const edits = place.path.endsWith('.yaml') ? planYaml(text, change) : planJson(text, change(tree, 'all'));
	return edits ? { ok: true, files: plannedFile(place.path, edits) } : refuseUnreadable(place.path);
}

function treeOf({ texts }: ProjectFiles, path: string): TreeMap | undefined {
	const text = texts.get(path) ?? '';
	return path.endsWith('.yaml') ? yamlTree(text) : jsonTree(text);
}

/** The remote services that a project requires already, with the path of each where it has one. */
export function requiredServices(
	files: ProjectFiles,
): readonly { readonly name: string; readonly path: string | undefined }[] {
	const found = PLACES_OF_REQUIRES.flatMap(({ path, above }) => {
		const services = valueAt(treeOf(files, path), ...above);
		return services instanceof Map ? [...services] : [];
	}).filter(([, service]) => /^(?:odata|rest)/.test(String(valueAt(service, 'kind') ?? '')));
	const paths = found.map(([name, service]) => {
		const inProfile = valueAt(service, PRODUCTION, 'credentials', 'path');
		const path = inProfile ?? valueAt(service, 'credentials', 'path');
		return [name, { name, path: typeof path === 'string' ? path : undefined }] as const;
	});
	return [...new Map(paths).values()];
}

/** Whether the application is CAP Java's, which doesn't read `cds.requires`. */
export function isJava({ texts }: ProjectFiles): boolean {
	return /\bcds-/.test(texts.get('pom.xml') ?? '');
}

/** What a required service should say: in its profile for production, unless it has its destination without one. */
function requirement(known: Tree | undefined, credentials: TreeMap): TreeMap {
	const hasOwn =
		valueAt(known, PRODUCTION) === undefined && valueAt(known, 'credentials', 'destination') !== undefined;
	const wanted = hasOwn ? treeMap({ credentials }) : treeMap({ [PRODUCTION]: treeMap({ credentials }) });
	return known === undefined ? new Map([['kind', 'odata-v2'], ...wanted]) : wanted;
}
