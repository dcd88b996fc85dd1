import * as l10n from '@vscode/l10n';
import {
	CompletionItem,
	CompletionItemKind,
	type Disposable,
	languages,
	MarkdownString,
	Range,
	SnippetString,
} from 'vscode';
import { indentStep } from '../document/text-positions.ts';
import { type Completion, completionsAt } from '../language/completions.ts';
import { systemStatusLabel } from '../model/labels.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { terminology } from '../workspace/settings.ts';
import { redHatShows } from './red-hat-yaml.ts';
import type { SchemaFile } from './schema-file.ts';
import { schemaText } from './schema-text.ts';

const KINDS = {
	key: CompletionItemKind.Property,
	value: CompletionItemKind.Value,
	system: CompletionItemKind.Reference,
};

/** Offers keys, known values, and names of systems in landscape files. */
export function registerCompletion(files: LandscapeFiles, schemaFile: SchemaFile): Disposable {
	return languages.registerCompletionItemProvider(
		{ pattern: LANDSCAPE_FILES },
		{
			async provideCompletionItems(document, position) {
				const schema = await schemaFile.get();
				const { text, landscape } = files.readingOf(document);
				const onlyNames = redHatShows('completion', document.uri);
				const found = completionsAt(text, document.offsetAt(position), {
					landscape,
					schema,
					step: indentStep(text),
				});
				const detail = (name: string) => {
					const system = landscape.systems.get(name);
					return (
						system &&
						[system.type, systemStatusLabel(system.status, terminology(), system.type)]
							.filter(Boolean)
							.join(', ')
					);
				};
				return found
					.filter(({ kind }) => kind === 'system' || !onlyNames)
					.map((completion, index) => {
						const { start, end } = completion;
						const range = new Range(document.positionAt(start), document.positionAt(end));
						return itemOf(completion, index, range, document.getText(range), detail(completion.label));
					});
			},
		},
		' ',
		':',
		'-',
		'"',
		"'",
	);
}

function itemOf(
	{ label, kind, text, isSnippet, markdown, isFirst }: Completion,
	index: number,
	range: Range,
	written: string,
	detail: string | undefined,
): CompletionItem {
	const item = new CompletionItem(label, KINDS[kind]);
	item.range = range;
	item.insertText = isSnippet ? new SnippetString(text) : text;
	item.sortText = `${isFirst ? 0 : 1}${String(index).padStart(5, '0')}`;
	// What is written begins with its quote.
	item.filterText = /^["']/.test(written) ? `${written[0]}${label}` : label;
	item.keepWhitespace = true;
	if (kind === 'system') {
		item.detail = detail ?? '';
	} else if (markdown) {
		item.documentation = new MarkdownString(schemaText(markdown));
	}
	if (isSnippet) {
		item.command = { command: 'editor.action.triggerSuggest', title: l10n.t('Suggest') };
	}
	return item;
}
