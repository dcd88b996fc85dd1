import {
	CodeAction,
	CodeActionKind,
	type CodeActionProvider,
	type Disposable,
	languages,
	Range,
	type TextDocument,
	WorkspaceEdit,
} from 'vscode';
import { findingsIn } from '../language/findings.ts';
import { type Fix, fixesOf } from '../language/quick-fixes.ts';
import { now } from '../workspace/clock.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { tokenExpiryWarning } from '../workspace/settings.ts';
import { SOURCE } from './problems.ts';

/** A selection may hold thousands of problems, and each fix is proven by reading its result. */
const MOST_PROBLEMS = 10;

export function registerQuickFixes(files: LandscapeFiles): Disposable[] {
	const provider: CodeActionProvider = {
		provideCodeActions(document, _range, { diagnostics }) {
			const ours = diagnostics.filter(({ source }) => source === SOURCE).slice(0, MOST_PROBLEMS);
			if (ours.length === 0) {
				return [];
			}
			// The problems may be older than the text: a fix is that of the text as it is now.
			const reading = files.readingOf(document);
			const findings = findingsIn(reading, now(), tokenExpiryWarning());
			return ours.flatMap((problem) => {
				const start = document.offsetAt(problem.range.start);
				const finding = findings.find(
					(found) =>
						found.code === problem.code && found.start === start && found.message === problem.message,
				);
				return (finding ? fixesOf(reading, finding) : []).map((fix, index) => {
					const action = actionOf(document, fix);
					action.diagnostics = [problem];
					action.isPreferred = index === 0;
					return action;
				});
			});
		},
	};
	return [
		languages.registerCodeActionsProvider({ pattern: LANDSCAPE_FILES }, provider, {
			providedCodeActionKinds: [CodeActionKind.QuickFix],
		}),
	];
}

function actionOf(document: TextDocument, { title, edits, command }: Fix): CodeAction {
	const action = new CodeAction(title, CodeActionKind.QuickFix);
	if (edits) {
		action.edit = new WorkspaceEdit();
		for (const { start, end, text } of edits) {
			action.edit.replace(
				document.uri,
				new Range(document.positionAt(start), document.positionAt(end)),
				text,
			);
		}
	}
	if (command) {
		const fields = { ...command.fields, landscape: document.uri.toString(), interactive: true };
		action.command = { title, command: `systemLandscape.${command.name}`, arguments: [fields] };
	}
	return action;
}
