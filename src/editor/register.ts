import type { Disposable, Uri } from 'vscode';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import type { Projects } from '../workspace/projects.ts';
import { registerCompletion } from './completion.ts';
import { registerConnectActions } from './connect-actions.ts';
import { registerHover } from './hover.ts';
import { registerLenses } from './lenses.ts';
import { registerNames } from './names.ts';
import { registerOutline } from './outline.ts';
import { registerProblems } from './problems.ts';
import { registerProjectCompletion } from './project-completion.ts';
import { registerProjectNames } from './project-names.ts';
import { registerProjectProblems } from './project-problems.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { registerRecovery } from './recovery.ts';
import { SchemaFile } from './schema-file.ts';

/** What a landscape file offers in the text editor; `extension` is the folder of the extension. */
export function registerEditor(
	files: LandscapeFiles,
	projects: Projects,
	clock: ExpiryClock,
	extension: Uri,
): Disposable[] {
	const schema = new SchemaFile(extension);
	return [
		...registerProblems(files, clock),
		...registerQuickFixes(files),
		...registerRecovery(files),
		registerCompletion(files, schema),
		registerHover(files, projects, schema),
		...registerNames(files, projects),
		...registerProjectProblems(files, projects),
		...registerProjectNames(files, projects),
		...registerConnectActions(files, projects),
		registerProjectCompletion(files, projects),
		registerOutline(files),
		...registerLenses(files, clock),
	];
}
