import * as l10n from '@vscode/l10n';
import { type Answer, type Refusal, refuse } from '../../model/decision.ts';
import { type ProjectFiles, uriOf } from '../project-files.ts';
import type { PlannedEdit } from './planned-edit.ts';

/** What happens to one file of a project; paths are below its folder. */
export type PlannedFile =
	| { readonly path: string; readonly edits: readonly PlannedEdit[] }
	| { readonly path: string; readonly created: string };

/** What is left to do, for a person or a pipeline. */
export interface Remaining {
	/** Lines for a terminal, in their order. */
	readonly commands: readonly string[];
	/** The last line: one, or one for each stage, of which only one fits where a person is logged on. */
	readonly deployments: readonly string[];
	/** The destination that the service instance will make in the subaccount. */
	readonly destination: string;
	/** Whether a CAP Java application has to name the destination in its `application.yaml`, by hand. */
	readonly isJava: boolean;
}

/** What a deployer needs. */
export type Deployed = Answer<{
	readonly files: readonly PlannedFile[];
	/** The name of the destination that comes of it. */
	readonly destination: string;
	/** What builds it, and what deploys it then, as in {@link Remaining}. */
	readonly commands: readonly string[];
	readonly deployments: readonly string[];
}>;

/** What connecting a project changes, for its files as they are, and what is left to do then. */
export type ConnectPlan = Answer<{
	readonly files: readonly PlannedFile[];
	readonly remaining: Remaining;
}>;

/** A plan's part for one file; nothing where nothing has to change. */
export function plannedFile(path: string, edits: readonly PlannedEdit[]): readonly PlannedFile[] {
	return edits.length > 0 ? [{ path, edits }] : [];
}

/** A plan's part for a file that isn't there yet, or is there without any text. */
export function newFile({ texts }: ProjectFiles, path: string, text: string): PlannedFile {
	const { length } = texts.get(path) ?? '';
	return texts.has(path)
		? { path, edits: [{ start: 0, end: length, text, isReplacement: false }] }
		: { path, created: text };
}

/** Refuses a file that can't be read, or safely changed, with `project-unreadable`. */
export function refuseUnreadable(files: ProjectFiles, path: string): Refusal {
	return {
		...refuse(
			'project-unreadable',
			l10n.t`${path} can't be changed safely. Correct its syntax errors, or make the change in the editor.`,
		),
		file: uriOf(files, path),
	};
}
