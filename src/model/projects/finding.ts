import type { Severity } from '../findings/finding.ts';
import type { Landscape } from '../landscape.ts';
import type { Place } from './place.ts';
import type { Project } from './usage.ts';

/** Something to know about a project, where the value that counts is written. */
export interface ProjectFinding {
	/** Don't rename codes: comments that silence findings rely on them. */
	readonly code: `project-${string}`;
	readonly severity: Severity;
	readonly message: string;
	readonly at: Place;
	/** What to write there instead, where that is clear. */
	readonly instead?: string | undefined;
	/** The resource of `mta.yaml` to change. */
	readonly resource?: string | undefined;
	/** Ids of outbound services that are to be listed. */
	readonly services?: readonly string[] | undefined;
	/** The system that it's about. */
	readonly system?: string | undefined;
}

/** What the checks of projects need to know. */
export interface ProjectContext {
	readonly landscapes: readonly Landscape[];
	/** All projects of the workspace. */
	readonly projects: readonly Project[];
	/** Whether Git tracks a file; where it can't be asked, every file counts as tracked. */
	isTracked(file: string): boolean;
}
