/** The glob under which landscape files are found anywhere in a workspace. */
export const LANDSCAPE_FILES = '**/{system-landscape,*.system-landscape}.{yaml,yml}';

/** The name of the file that *Create Landscape* makes, at the root of a folder. */
export const LANDSCAPE_FILE = 'system-landscape.yaml';

/** Whether a path's last part is a landscape file's name. */
export function isLandscapePath(path: string): boolean {
	return /(?:^|\/)(?:[^/]+\.)?system-landscape\.ya?ml$/.test(path);
}

/**
 * The name of a practice copy of a landscape file, such as `acme-practice.system-landscape.yaml`; from the second on with a
 * number.
 */
export function practiceFileName(of: string, number: number): string {
	const name = of.replace(/\.?system-landscape\.ya?ml$/, '');
	return `${[name, 'practice', number > 1 ? number : ''].filter(Boolean).join('-')}.${LANDSCAPE_FILE}`;
}
