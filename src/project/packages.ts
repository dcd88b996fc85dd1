import type { Project } from '../model/projects/usage.ts';
import { entriesAt, hasKey, type SaidTree, textAt } from './said-tree.ts';

/** CAP loads these when it reads from a destination; cds 5 brought them along. */
const NEEDED = ['@sap-cloud-sdk/connectivity', '@sap-cloud-sdk/http-client', '@sap-cloud-sdk/resilience'];

/** From this major version of `@sap/cds` on the packages have to be added. */
const FIRST_WITHOUT = 7;

const DEPENDENCIES = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'];

/** The packages that `package.json` lacks for reading from a destination; nothing where that isn't known. */
export function missingPackages(manifest: SaidTree): Project['missingPackages'] {
	const at = entriesAt(manifest).get('dependencies')?.key;
	const version = textAt(manifest, 'dependencies', '@sap/cds')?.value ?? '';
	const major = Number(/\d+/.exec(version)?.[0] ?? Number.NaN);
	// A version such as `*` may be any.
	if (!at || !(major >= FIRST_WITHOUT)) {
		return undefined;
	}
	const names = NEEDED.filter((name) => !DEPENDENCIES.some((group) => hasKey(manifest, group, name)));
	return names.length > 0 ? { names, at } : undefined;
}

/** Whether a project is one of CAP Java, by its texts. */
export function isJavaProject(texts: ReadonlyMap<string, string>): boolean {
	return /\bcds-/.test(texts.get('pom.xml') ?? '');
}

/** Whether `package.json` is that of a CAP project. */
export function usesCap(manifest: SaidTree | undefined): boolean {
	return hasKey(manifest, 'cds') || DEPENDENCIES.some((group) => hasKey(manifest, group, '@sap/cds'));
}
