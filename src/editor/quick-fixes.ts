import {
	CodeAction,
	CodeActionKind,
	type CodeActionProvider,
	type Diagnostic,
	type Disposable,
	languages,
	type TextDocument,
	WorkspaceEdit,
} from 'vscode';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import { SOURCE } from './problems.ts';

/** Quick fixes for findings, by their code. */
const FIXES: Readonly<Record<string, (document: TextDocument, problem: Diagnostic) => CodeAction>> = {
	'token-in-file': (document, problem) => {
		const edit = new WorkspaceEdit();
		edit.replace(document.uri, problem.range, '');
		const action = new CodeAction('Remove the text that looks like a token', CodeActionKind.QuickFix);
		action.edit = edit;
		return action;
	},
};

const provider: CodeActionProvider = {
	provideCodeActions(document, _range, { diagnostics }) {
		return diagnostics.flatMap((problem) => {
			const fix = problem.source === SOURCE ? FIXES[String(problem.code)] : undefined;
			if (!fix) {
				return [];
			}
			const action = fix(document, problem);
			action.diagnostics = [problem];
			action.isPreferred = true;
			return [action];
		});
	},
};

export function registerQuickFixes(): Disposable[] {
	return [
		languages.registerCodeActionsProvider({ pattern: LANDSCAPE_FILES }, provider, {
			providedCodeActionKinds: [CodeActionKind.QuickFix],
		}),
	];
}
