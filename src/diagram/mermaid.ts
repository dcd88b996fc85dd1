import { shorten } from '../model/names.ts';
import type { Graph, GraphNode } from './graph.ts';

const SHAPES: Record<GraphNode['kind'], readonly [string, string]> = {
	tenant: ['[', ']'],
	system: ['([', '])'],
	subaccount: ['[[', ']]'],
	formation: ['{{', '}}'],
	application: ['[/', '/]'],
};

/** A landscape as a Mermaid flowchart. Its nodes are `n1`, `n2`, …; names are shortened and can't become syntax. */
export function mermaidOf({ nodes, edges }: Graph): string {
	const ids = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
	return [
		'flowchart LR',
		...nodes.map(({ id, kind, name, type, label, token }) => {
			const [open, close] = SHAPES[kind];
			const words = [name, [label, token].filter(Boolean).join(', ') || type].filter(Boolean);
			return `${ids.get(id)}${open}"${words.map(quoted).join('<br>')}"${close}`;
		}),
		...edges.map(({ kind, from, to, label }) => {
			const arrow = kind === 'membership' || label === '' ? '-.-' : `-->|"${quoted(label)}"|`;
			return `${ids.get(from)} ${arrow} ${ids.get(to)}`;
		}),
	]
		.join('\n    ')
		.concat('\n');
}

/**
 * A text between Mermaid's quotes: what is neither letter, digit nor harmless becomes an entity code. So do a point or
 * dash that would make a list, and the signs by which Mermaid itself marks entities (`ﬂ`, `°`, `¶`).
 */
function quoted(text: string): string {
	return shorten(text.replaceAll(/\s+/g, ' ').trim() || '–').replaceAll(
		/^[-.]|(?<=^\d+)[.]|[^\p{L}\p{N} ,._/-]|ﬂ/gu,
		(sign) => `#${sign.codePointAt(0) ?? 0};`,
	);
}
