import { CodeActionKind, type Diagnostic, type Disposable, languages, Uri, workspace } from 'vscode';
import { grouped } from '../model/grouped.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { Positions } from '../workspace/positions.ts';
import { findingsInProjects } from '../workspace/project-findings.ts';
import { PROJECT_FILES } from '../workspace/project-folders.ts';
import type { Projects } from '../workspace/projects.ts';
import { unusedPlansIn } from '../workspace/unused-plans.ts';
import { diagnosticOf, SOURCE } from './problems.ts';
import { actionsFor } from './project-actions.ts';

/** Lists in Problems what CAP projects get wrong about systems, and offers what fixes it. */
export function registerProjectProblems(files: LandscapeFiles, projects: Projects): Disposable[] {
	const problems = languages.createDiagnosticCollection('systemLandscape.projects');
	let found: ReadonlyMap<string, readonly ProjectFinding[]> = new Map();
	const update = () => {
		const all = findingsInProjects(projects, files).map(({ finding }) => finding);
		found = grouped(all.map((finding) => [Uri.parse(finding.at.file).toString(), finding] as const));
		problems.clear();
		for (const [file, findings] of found) {
			const positions = new Positions(projects.textOf(file) ?? '');
			problems.set(
				Uri.parse(file),
				findings.map((finding) => linked(diagnosticOf({ ...finding, ...finding.at }, positions))),
			);
		}
		for (const file of files.all) {
			const unused = unusedPlansIn(file, projects);
			// To find the lines of a text takes time, and most have none.
			if (unused.length > 0) {
				const positions = new Positions(file.reading.text);
				problems.set(
					file.uri,
					unused.map((finding) => linked(diagnosticOf(finding, positions))),
				);
			}
		}
	};
	/** The usage whose system a finding is about. */
	const usageOf = ({ at, system: name }: ProjectFinding) =>
		projects.all
			.flatMap(({ usages }) => usages)
			.find(
				({ system }) => system?.value === name && system?.at.file === at.file && system.at.start === at.start,
			);
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
			{ pattern: PROJECT_FILES },
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
							: actionsFor(finding, document, usageOf(finding), files).map((action) => {
									action.diagnostics = shown;
									return action;
								});
					});
				},
			},
			{ providedCodeActionKinds: [CodeActionKind.QuickFix] },
		),
	];
}

/** A problem whose code leads to its explanation. */
function linked(diagnostic: Diagnostic): Diagnostic {
	const { code: value } = diagnostic;
	if (typeof value === 'string') {
		const topic = encodeURIComponent(JSON.stringify([{ topic: value }]));
		const target = Uri.parse(`command:systemLandscape.openTroubleshooting?${topic}`);
		diagnostic.code = { value, target };
	}
	return diagnostic;
}
