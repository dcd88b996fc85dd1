import type { Disposable } from 'vscode';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { registerProblems } from './problems.ts';
import { registerQuickFixes } from './quick-fixes.ts';

/** What a landscape file offers in the text editor. */
export function registerEditor(files: LandscapeFiles, clock: ExpiryClock): Disposable[] {
	return [...registerProblems(files, clock), ...registerQuickFixes(files)];
}
