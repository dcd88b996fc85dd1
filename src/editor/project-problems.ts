import {
	CodeAction,
	CodeActionKind,
	Diagnostic,
	type Disposable,
	languages,
	Uri,
	WorkspaceEdit,
	workspace,
} from 'vscode';
import { grouped } from '../model/grouped.ts';
import { checkProject } from '../model/projects/check-project.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import { projectFixesOf } from '../project/fixes.ts';
import { isIgnored } from '../project/ignored.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { Positions } from '../workspace/positions.ts';
import type { Projects } from '../workspace/projects.ts';
import { areProjectsChecked, ignoredCodes } from '../workspace/settings.ts';
import { SEVERITIES, SOURCE } from './problems.ts';

/** The files of projects that may have findings. */
export const PROJECT_FILES = { pattern: '**/{*.json,*.yaml,*.yml,*.mtaext,pom.xml,.cdsrc.js}' };

/** Lists in Problems what CAP projects get wrong about systems, and offers what fixes it. */
export function registerProjectProblems(files: LandscapeFiles, projects: Projects): Disposable[] {
	const problems = languages.createDiagnosticCollection('systemLandscape.projects');
	let found: ReadonlyMap<string, readonly ProjectFinding[]> = new Map();
	const update = () => {
		const landscapes = files.all.map(({ reading }) => reading.landscape);
		const context = {
			landscapes,
			projects: projects.all,
			isTracked: (file: string) => projects.isTracked(file),
		};
		const ignoring = { codes: ignoredCodes(), textOf: (file: string) => projects.textOf(file) };
		const all =
			areProjectsChecked() && landscapes.length > 0
				? projects.all.flatMap((project) =>
						checkProject(project, context).filter((finding) => !isIgnored(finding, project, ignoring)),
					)
				: [];
		found = grouped(all.map((finding) => [Uri.parse(finding.at.file).toString(), finding] as const));
		problems.clear();
		for (const [file, findings] of found) {
			const positions = new Positions(projects.textOf(file) ?? '');
			problems.set(
				Uri.parse(file),
				findings.map((finding) => diagnosticOf(finding, positions)),
			);
		}
	};
	return [
		problems,
		projects.onDidChange(update),
		files.onDidChange(update),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('systemLandscape.projects')) {
				update();
			}
		}),
		languages.registerCodeActionsProvider(
			PROJECT_FILES,
			{
				provideCodeActions(document, _range, { diagnostics }) {
					const text = document.getText();
					// A fix is made for the text that the finding was found in.
					if (projects.textOf(document.uri.toString()) !== text) {
						return [];
					}
					const ours = diagnostics.filter(({ source }) => source === SOURCE);
					return (found.get(document.uri.toString()) ?? []).flatMap((finding) => {
						const shown = ours.filter(
							({ code, message, range }) =>
								(typeof code === 'object' ? code.value : code) === finding.code &&
								message === finding.message &&
								document.offsetAt(range.start) === finding.at.start,
						);
						return shown.length === 0
							? []
							: projectFixesOf(finding, text).map(({ title, edits }) => {
									const action = new CodeAction(title, CodeActionKind.QuickFix);
									const positions = new Positions(text);
									action.edit = new WorkspaceEdit();
									for (const { start, end, text: written } of edits) {
										action.edit.replace(document.uri, positions.range(start, end), written);
									}
									action.diagnostics = shown;
									action.isPreferred = true;
									return action;
								});
					});
				},
			},
			{ providedCodeActionKinds: [CodeActionKind.QuickFix] },
		),
	];
}

function diagnosticOf({ code, severity, message, at }: ProjectFinding, positions: Positions): Diagnostic {
	const diagnostic = new Diagnostic(positions.range(at.start, at.end), message, SEVERITIES[severity]);
	const topic = encodeURIComponent(JSON.stringify([{ topic: code }]));
	diagnostic.code = {
		value: code,
		target: Uri.parse(`command:systemLandscape.openTroubleshooting?${topic}`),
	};
	diagnostic.source = SOURCE;
	return diagnostic;
}
