import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { button, element } from '../../webview/page/dom.ts';
import { shortened } from './drawing.ts';
import { nextOf } from './explanation.ts';
import { texts } from './texts.ts';

const KINDS = ['system', 'tenant', 'subaccount', 'formation'] as const;

/** The map as a table. */
export interface MapTable {
	readonly element: HTMLElement;
	update(nodes: readonly GraphNode[], edges: readonly GraphEdge[], title: string): void;
}

/** Makes the table; `reveal` shows an element elsewhere. */
export function mapTable(reveal: (id: string) => void): MapTable {
	const table = element('table');
	const box = element(
		'div',
		{ class: 'table', hidden: '', role: 'region', 'aria-labelledby': 'map-title', tabindex: '0' },
		table,
	);
	return {
		element: box,
		update: (nodes, edges, title) => {
			const focused =
				document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined;
			const connections = connectionsOf(nodes, edges);
			table.replaceChildren(
				element('caption', { class: 'visually-hidden' }, title),
				element(
					'thead',
					{},
					element(
						'tr',
						{},
						...Object.values(texts.rows).map((head) => element('th', { scope: 'col' }, head())),
					),
				),
				...KINDS.flatMap((kind) => {
					const rows = nodes.filter((node) => node.kind === kind);
					return rows.length === 0 ? [] : [body(kind, rows, connections, reveal)];
				}),
			);
			if (focused !== undefined) {
				const again = [...table.querySelectorAll('button')].find(({ dataset }) => dataset.id === focused);
				(again ?? box).focus();
			}
		},
	};
}

function body(
	kind: GraphNode['kind'],
	rows: readonly GraphNode[],
	connections: ReadonlyMap<string, readonly string[]>,
	reveal: (id: string) => void,
): HTMLElement {
	const { status, type, connections: connected, next } = texts.rows;
	const heading = texts.counted(texts.columns[`${kind}s`](), rows.length);
	return element(
		'tbody',
		{},
		element('tr', { class: 'group' }, element('th', { scope: 'rowgroup', colspan: '5' }, heading)),
		...rows.map((node) => {
			const lines = connections.get(node.id) ?? [];
			return element(
				'tr',
				{},
				element(
					'th',
					{ scope: 'row' },
					button(shortened(node.name), { class: 'link', 'data-id': node.id }, () => reveal(node.id)),
				),
				cell(status(), [[node.label, node.token].filter(Boolean).join(', ')]),
				cell(type(), [node.type]),
				cell(connected(), lines),
				cell(next(), [nextOf(node, lines.length > 0)]),
			);
		}),
	);
}

function cell(label: string, lines: readonly string[]): HTMLElement {
	const said = lines.filter(Boolean).map((line) => element('div', {}, shortened(line)));
	const content =
		said.length === 0 ? [element('span', { class: 'quiet', 'aria-hidden': 'true' }, '–')] : said;
	return element('td', { 'data-label': label }, ...content);
}

/** What each node is connected with, in words. */
function connectionsOf(
	nodes: readonly GraphNode[],
	edges: readonly GraphEdge[],
): ReadonlyMap<string, readonly string[]> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	return grouped(
		edges.flatMap(({ from, to, label }) => {
			const [start, end] = [byId.get(from), byId.get(to)];
			const words = ({ kind, name }: GraphNode) =>
				[`${texts.kinds[kind]()} ${shortened(name)}`, label].filter(Boolean).join(': ');
			return start && end ? [[from, words(end)] as const, [to, words(start)] as const] : [];
		}),
	);
}
