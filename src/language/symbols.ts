import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { keyText, pairIn } from '../document/nodes.ts';
import type { Reading } from '../document/read.ts';
import type { Range } from '../document/token-like-text.ts';

/** A part of a landscape file, for its outline; offsets in UTF-16 units. */
export interface FileSymbol extends Range {
	readonly name: string;
	readonly detail: string;
	readonly kind: 'section' | 'entry' | 'part';
	/** The range of its name. */
	readonly key: Range;
	readonly children: readonly FileSymbol[];
}

const SECTIONS = new Set(['systems', 'tenants', 'subaccounts', 'formations']);

/** The outline of a landscape file, as far as the text can be read: sections, their entries, and what these consist of. */
export function symbolsIn(reading: Reading): readonly FileSymbol[] {
	return symbolsOf(reading.document?.contents, 'section', (_section, value) =>
		symbolsOf(value, 'entry', (_entry, entry) =>
			['token', 'extensions', 'entitlements', 'systems'].flatMap((part) => {
				const node = isMap(entry) ? pairIn(entry, part)?.value : undefined;
				return part === 'token'
					? symbolsOf(entry, 'part', () => []).filter(({ name }) => name === part)
					: isMap(node)
						? symbolsOf(node, 'part', () => [])
						: isSeq(node)
							? node.items.flatMap(symbolOfItem)
							: [];
			}),
		),
	).filter(({ name }) => SECTIONS.has(name));
}

function symbolsOf(
	map: unknown,
	kind: FileSymbol['kind'],
	childrenOf: (key: string, value: unknown) => readonly FileSymbol[],
): readonly FileSymbol[] {
	return (isMap(map) ? map.items : []).flatMap(({ key, value }) => {
		const range = isScalar(key) ? key.range : undefined;
		if (!isScalar(key) || !range || range[1] <= range[0]) {
			return [];
		}
		// VS Code rejects symbols without a name.
		const name = keyText({ key } as Pair) || '""';
		const end = Math.max(range[1], (value as { range?: readonly number[] } | null)?.range?.[1] ?? 0);
		return [
			{
				name,
				detail: kind === 'section' ? '' : detailOf(value),
				kind,
				start: range[0],
				end,
				key: { start: range[0], end: range[1] },
				children: childrenOf(name, value),
			},
		];
	});
}

function symbolOfItem(item: unknown): readonly FileSymbol[] {
	const range = (item as { range?: readonly number[] } | null)?.range;
	const name = isMap(item)
		? ['service', 'plan']
				.map((key) => textAt(item, key))
				.join(' ')
				.trim()
		: isScalar(item)
			? String(item.value)
			: '';
	const [start = 0, end = 0] = range ?? [];
	return name && end > start
		? [{ name, detail: textAt(item, 'system'), kind: 'part', start, end, key: { start, end }, children: [] }]
		: [];
}

function detailOf(value: unknown): string {
	return ['type', 'status']
		.map((key) => textAt(value, key))
		.filter(Boolean)
		.join(', ');
}

function textAt(map: unknown, key: string): string {
	const value = isMap(map) ? pairIn(map, key)?.value : undefined;
	return isScalar(value) && value.value !== null ? String(value.value) : '';
}
