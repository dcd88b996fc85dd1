import { CompletionItem, CompletionItemKind, type Disposable, languages, Range } from 'vscode';
import { projectCompletionsAt } from '../language/project-completions.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { PROJECT_FILES } from '../workspace/project-folders.ts';
import type { Projects } from '../workspace/projects.ts';

/** Offers in the files of projects the names of systems and what else their service instances may say. */
export function registerProjectCompletion(files: LandscapeFiles, projects: Projects): Disposable {
	return languages.registerCompletionItemProvider(
		{ pattern: PROJECT_FILES },
		{
			provideCompletionItems(document, position) {
				const file = document.uri.toString();
				const project = projects.projectOf(file);
				if (!project) {
					return [];
				}
				const text = document.getText();
				const found = projectCompletionsAt(file, text, document.offsetAt(position), {
					landscapes: files.landscapes,
					instances: [
						...new Set(project.usages.map(({ instance }) => instance.value).filter((name) => name !== '')),
					],
				});
				return found.map(({ label, kind, text: written, detail, isFirst, start, end }, index) => {
					const item = new CompletionItem(
						label,
						kind === 'system' ? CompletionItemKind.Reference : CompletionItemKind.Value,
					);
					const range = new Range(document.positionAt(start), document.positionAt(end));
					const quote = /^["']/.exec(document.getText(range))?.[0] ?? '';
					item.range = range;
					item.insertText = written;
					item.detail = detail;
					item.sortText = `${isFirst ? 0 : 1}${String(index).padStart(5, '0')}`;
					// What is written begins with its quote.
					item.filterText = `${quote}${label}`;
					return item;
				});
			},
		},
		' ',
		'"',
		"'",
	);
}
