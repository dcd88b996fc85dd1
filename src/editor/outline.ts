import { type Disposable, DocumentSymbol, languages, Range, SymbolKind, type TextDocument } from 'vscode';
import { type FileSymbol, symbolsIn } from '../language/symbols.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';

const KINDS = { section: SymbolKind.Namespace, entry: SymbolKind.Object, part: SymbolKind.Property };

/** Shows the sections of a landscape file and their entries in the outline and in *Go to Symbol*. */
export function registerOutline(files: LandscapeFiles): Disposable {
	return languages.registerDocumentSymbolProvider(
		{ pattern: LANDSCAPE_FILES },
		{
			provideDocumentSymbols: (document) =>
				symbolsIn(files.readingOf(document)).map((symbol) => symbolOf(document, symbol)),
		},
	);
}

function symbolOf(document: TextDocument, symbol: FileSymbol): DocumentSymbol {
	const rangeOf = ({ start, end }: { start: number; end: number }) =>
		new Range(document.positionAt(start), document.positionAt(end));
	const shown = new DocumentSymbol(
		symbol.name,
		symbol.detail,
		KINDS[symbol.kind],
		rangeOf(symbol),
		rangeOf(symbol.key),
	);
	shown.children = symbol.children.map((child) => symbolOf(document, child));
	return shown;
}
