import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Diagnostic, type Disposable, languages } from 'vscode';
import { CHART_FILE, VALUES_FILE } from '../project/helm.ts';
import { MTA_FILE } from '../project/mta.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';
import type { Projects } from '../workspace/projects.ts';
import { unusedPlansIn } from '../workspace/unused-plans.ts';
import { running } from './code-actions.ts';
import { SOURCE } from './problems.ts';

const DEPLOYMENT_FILES = `**/{${MTA_FILE},${CHART_FILE},${VALUES_FILE}}`;

/** Offers *Connect CAP Project* in what deploys a project, and where a landscape has a plan that no project uses. */
export function registerConnectActions(files: LandscapeFiles, projects: Projects): Disposable[] {
	return [
		languages.registerCodeActionsProvider(
			{ pattern: DEPLOYMENT_FILES },
			{
				provideCodeActions(document, { start }) {
					const project = projects.projectOf(document.uri.toString())?.folder;
					const deployer = document.uri.path.endsWith(MTA_FILE) ? 'cloud-foundry' : 'kyma';
					// Only at keys at the top: VS Code shows a bulb wherever there's an action.
					const isTop = /^[^\s#-]/.test(document.lineAt(start.line).text);
					return project === undefined || !isTop
						? []
						: [connecting(CodeActionKind.Refactor, { project, deployer })];
				},
			},
			{ providedCodeActionKinds: [CodeActionKind.Refactor] },
		),
		languages.registerCodeActionsProvider(
			{ pattern: LANDSCAPE_FILES },
			{
				provideCodeActions(document, _range, { diagnostics }) {
					const file = files.find(document.uri);
					return file?.reading.text === document.getText()
						? diagnostics.flatMap((diagnostic) =>
								connectingUnused(file, projects, diagnostic, document.offsetAt(diagnostic.range.start)),
							)
						: [];
				},
			},
			{ providedCodeActionKinds: [CodeActionKind.QuickFix] },
		),
	];
}

/** What connects a project to the system of a plan that nothing uses, for the hint that says so at an offset. */
function connectingUnused(
	file: LandscapeFile,
	projects: Projects,
	diagnostic: Diagnostic,
	offset: number,
): readonly CodeAction[] {
	const { source, message } = diagnostic;
	const found = unusedPlansIn(file, projects).find(
		({ start, message: own }) => source === SOURCE && start === offset && own === message,
	);
	if (!found) {
		return [];
	}
	const { system, plan } = found;
	const action = connecting(CodeActionKind.QuickFix, { landscape: file.uri.toString(), system, plan });
	action.diagnostics = [diagnostic];
	action.isPreferred = true;
	return [action];
}

function connecting(kind: CodeActionKind, fields: object): CodeAction {
	return running(l10n.t('Connect CAP Project…'), 'connectProject', fields, kind);
}
