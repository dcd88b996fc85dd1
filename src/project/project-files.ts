/** The files of a project that the readers may ask for, by their path below the project's folder. */
export interface ProjectFiles {
	/** URI of the project's folder, without a slash at its end. */
	readonly folder: string;
	/** Texts by path, with `/` between folders. */
	readonly texts: ReadonlyMap<string, string>;
	/** Paths of files that are there, but aren't read: they are too large, or links, or behind a link. */
	readonly large: readonly string[];
}

/** Whether a file is another tool's own, by its path, and says nothing of systems. */
export function isOthersFile(path: string): boolean {
	return /(?:^|\/)(?:package-lock\.json|tsconfig[^/]*\.json)$/.test(path);
}

/** URI of a file of a project. */
export function uriOf({ folder }: Pick<ProjectFiles, 'folder'>, path: string): string {
	return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * A path that a file names, below the project's folder; `undefined` where it leaves the folder or is absolute, so that
 * nothing outside is ever read.
 */
export function pathWithin(path: string): string | undefined {
	if (/^(?:[\\/]|[a-z]:|[a-z][a-z0-9+.-]*:\/\/)/i.test(path) || path.includes('\0')) {
		return undefined;
	}
	const steps: string[] = [];
	for (const step of path.split(/[\\/]/)) {
		if (step === '..') {
			if (steps.pop() === undefined) {
				return undefined;
			}
		} else if (step !== '' && step !== '.') {
			steps.push(step);
		}
	}
	return steps.length > 0 ? steps.join('/') : undefined;
}
