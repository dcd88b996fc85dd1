/** The glob under which landscape files are found anywhere in a workspace. */
export const LANDSCAPE_FILES = '**/{system-landscape,*.system-landscape}.{yaml,yml}';

/** The name of the file that *Create Landscape* makes, at the root of a folder. */
export const LANDSCAPE_FILE = 'system-landscape.yaml';

/** Whether a path's last part is a landscape file's name. */
export function isLandscapePath(path: string): boolean {
	return /(?:^|\/)(?:[^/]+\.)?system-landscape\.ya?ml$/.test(path);
}
