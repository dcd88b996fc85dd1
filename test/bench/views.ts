// Bundled with `vscode-stub.cjs` in place of VS Code: what the faces of a landscape ask for, item by item.
import type { CodeLensProvider, TextDocument, Uri } from 'vscode';
import { graphOf } from '../../src/diagram/graph.ts';
import { type Reading, read } from '../../src/document/read.ts';
import { registerLenses } from '../../src/editor/lenses.ts';
import { findingsIn } from '../../src/language/findings.ts';
import { diff } from '../../src/map/changes.ts';
import type { MapChange, MapState } from '../../src/map/messages.ts';
import { applyChanges, putSystem } from '../../src/model/change.ts';
import type { Landscape } from '../../src/model/landscape.ts';
import { childrenOf, rootsOf } from '../../src/tree/children.ts';
import type { Element } from '../../src/tree/elements.ts';
import { itemOf } from '../../src/tree/items.ts';
import { problemsIn } from '../../src/tree/problems.ts';
import type { ExpiryClock } from '../../src/workspace/expiry-clock.ts';
import type { LandscapeFiles } from '../../src/workspace/landscape-files.ts';

const NOW = '2026-11-21T10:00:00Z';
const WORDS = { terminology: 'classic', now: NOW, localTime: (instant: string) => instant } as const;
const URI = { toString: () => 'file:///system-landscape.yaml' } as Uri;

const mapOf = (landscape: Landscape): MapState => ({
	globalAccount: landscape.globalAccount,
	mode: landscape.mode,
	terminology: WORDS.terminology,
	trouble: '',
	...graphOf(landscape, WORDS),
});

/** How many bytes of JSON the map's page is told when it begins, and when one system has got another status. */
export function mapMessages(text: string): { readonly all: number; readonly change: number } {
	const { landscape } = read(text);
	const [system] = landscape.systems.values();
	const failed = system ? applyChanges(landscape, [putSystem({ ...system, status: 'error' })]) : landscape;
	const sizeOf = (message: MapState | MapChange | undefined) =>
		new TextEncoder().encode(JSON.stringify(message)).length;
	const before = mapOf(landscape);
	return { all: sizeOf(before), change: sizeOf(diff(before, mapOf(failed))) };
}

/** What each view asks of a landscape that it has not seen before. */
export function viewsOf(text: string): Readonly<Record<string, () => unknown>> {
	const known = read(text);
	const shown = mapOf(known.landscape);
	const fresh = (): Reading => ({ ...known, landscape: { ...known.landscape } });
	return {
		tree: () => {
			const file = { uri: URI, reading: fresh(), isDirty: false };
			const problemsAt = problemsIn(file.reading, NOW, 2);
			const itemsBelow = (elements: readonly Element[]): number =>
				elements.reduce((count, element) => {
					itemOf(element, {
						...WORDS,
						landscape: file.reading.landscape,
						problemsAt,
						isOneOfSeveral: false,
						landscapes: [file.reading.landscape],
						usagesOf: () => [],
						problemsOfProject: () => [],
						locationOf: () => undefined as never,
					});
					return count + 1 + itemsBelow(childrenOf(element, file));
				}, 0);
			return itemsBelow(rootsOf([file]));
		},
		lenses: () => {
			const reading = fresh();
			// The stub gives back the provider in place of what ends it.
			const provider = registerLenses(
				{ readingOf: () => reading, onDidChange: () => undefined } as unknown as LandscapeFiles,
				{ onDidTick: () => undefined } as unknown as ExpiryClock,
			).at(-1) as unknown as CodeLensProvider;
			const document = { uri: URI, positionAt: (offset: number) => offset } as unknown as TextDocument;
			return provider.provideCodeLenses(document, {} as never);
		},
		findings: () => findingsIn(fresh(), NOW, 2),
		map: () => diff(shown, mapOf(fresh().landscape)),
	};
}
