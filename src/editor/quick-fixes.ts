import {
	type CodeAction,
	CodeActionKind,
	type CodeActionProvider,
	type Disposable,
	languages,
	type TextDocument,
} from 'vscode';
import { findingsIn } from '../language/findings.ts';
import { type Fix, fixesOf } from '../language/quick-fixes.ts';
import { now } from '../workspace/clock.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { canDiscardChanges } from '../workspace/recover-file.ts';
import { tokenExpiryWarning } from '../workspace/settings.ts';
import { editing, running } from './code-actions.ts';
import { SOURCE } from './problems.ts';

/** A selection may hold thousands of problems, and each fix is proven by reading its result. */
const MOST_PROBLEMS = 10;

export function registerQuickFixes(files: LandscapeFiles): Disposable[] {
	const provider: CodeActionProvider = {
		async provideCodeActions(document, _range, { diagnostics }) {
			const ours = diagnostics.filter(({ source }) => source === SOURCE).slice(0, MOST_PROBLEMS);
			if (ours.length === 0) {
				return [];
			}
			// The problems may be older than the text: a fix is that of the text as it is now.
			const reading = files.readingOf(document);
			const actions = findingsIn(reading, now(), tokenExpiryWarning()).flatMap((finding) => {
				const alike = ours.filter(
					({ code, range }) => code === finding.code && document.offsetAt(range.start) === finding.start,
				);
				// Two keys may be missing at one place. A message may be older than the text, as one that says a time.
				const same = alike.filter(({ message }) => message === finding.message);
				const problems = same.length > 0 ? same : alike;
				return (problems.length > 0 ? fixesOf(reading, finding) : []).map((fix, index) => {
					const action = actionOf(document, fix);
					action.diagnostics = problems;
					action.isPreferred = index === 0;
					return action;
				});
			});
			const isDiscard = ({ command }: CodeAction) => command?.command === 'systemLandscape.discardChanges';
			return actions.some(isDiscard) && !(await canDiscardChanges(document.uri))
				? actions.filter((action) => !isDiscard(action))
				: actions;
		},
	};
	return [
		languages.registerCodeActionsProvider({ pattern: LANDSCAPE_FILES }, provider, {
			providedCodeActionKinds: [CodeActionKind.QuickFix],
		}),
	];
}

function actionOf(document: TextDocument, { title, edits = [], command }: Fix): CodeAction {
	return command
		? running(title, command.name, { ...command.fields, landscape: document.uri.toString() })
		: editing(title, document, edits);
}
