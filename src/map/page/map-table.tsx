import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { Button } from '../../webview/page/button.tsx';
import { useFocusFallback } from '../../webview/page/focus.ts';
import { connectionsOf } from './connections.ts';
import { COLUMNS, type Column, type Memory } from './memory.ts';
import { headingOf, shortened } from './words.ts';

const ORDER = ['system', 'tenant', 'subaccount', 'formation', 'application'] as const;

interface Props {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	readonly title: string;
	readonly sort: Memory['sort'];
	onSort(sort: Memory['sort']): void;
	/** Goes to an element in the file. */
	onOpen(id: string): void;
	say(sentence: string): void;
}

/** The map as a table, sorted by a column within each kind of element. */
export function MapTable({ nodes, edges, title, sort, onSort, onOpen, say }: Props) {
	const box = useRef<HTMLElement>(null);
	useFocusFallback(box);
	const connections = connectionsOf(nodes, edges);
	const words = wordsOf();
	const rows = sorted(
		nodes.map((node) => ({ node, cells: cellsOf(node, connections.get(node.id) ?? []) })),
		sort,
	);
	/** Up, then down, then as in the file. */
	function sortBy(column: Column): void {
		const next =
			sort?.by !== column
				? { by: column, isDown: false }
				: sort.isDown
					? undefined
					: { by: column, isDown: true };
		onSort(next);
		say(
			!next
				? l10n.t('Sorted as in the file.')
				: next.isDown
					? l10n.t`Sorted by ${words[column]}, descending.`
					: l10n.t`Sorted by ${words[column]}, ascending.`,
		);
	}

	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keyboard.
		<section class="table" aria-labelledby="map-title" tabIndex={0} ref={box}>
			<table>
				<caption class="visually-hidden">{title}</caption>
				<thead>
					<tr>
						{COLUMNS.map((column) => (
							<th key={column} scope="col" aria-sort={orderOf(column, sort)}>
								<Button class="sort" onClick={() => sortBy(column)}>
									{words[column]}
								</Button>
							</th>
						))}
					</tr>
				</thead>
				{ORDER.map((kind) => {
					const own = rows.filter(({ node }) => node.kind === kind);
					return (
						own.length > 0 && (
							<tbody key={kind}>
								<tr class="group">
									<th scope="rowgroup" colSpan={COLUMNS.length}>
										{headingOf([kind], own.length)}
									</th>
								</tr>
								{own.map(({ node, cells: { name, ...cells } }) => (
									<tr key={node.id}>
										<th scope="row">
											<Button class="link" onClick={() => onOpen(node.id)}>
												{name}
											</Button>
										</th>
										{Object.entries(cells).map(([column, lines]) => (
											<Cell key={column} label={words[column as Column]} lines={lines} />
										))}
									</tr>
								))}
							</tbody>
						)
					);
				})}
			</table>
		</section>
	);
}

function wordsOf(): Readonly<Record<Column, string>> {
	return {
		name: l10n.t('Name'),
		status: l10n.t('Status'),
		type: l10n.t('Type'),
		connected: l10n.t('Connected With'),
		next: l10n.t('Next'),
	};
}

type Cells = Readonly<Record<Column, readonly string[]>>;

/** What the columns say of an element, line by line. */
function cellsOf({ name, label, token, type, next }: GraphNode, connected: readonly string[]): Cells {
	const status = [label, token].filter(Boolean).join(', ');
	const lines = (...texts: readonly string[]) => texts.filter(Boolean).map(shortened);
	return {
		name: lines(name),
		status: lines(status),
		type: lines(type),
		connected: lines(...connected),
		next: lines(next),
	};
}

/** Rows that say nothing in the column come last, whichever the direction. */
function sorted<Row extends { readonly cells: Cells }>(
	rows: readonly Row[],
	sort: Memory['sort'],
): readonly Row[] {
	if (!sort) {
		return rows;
	}
	const { compare } = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
	const words = ({ cells }: Row) => cells[sort.by].join('\n');
	return rows.toSorted((one, other) => {
		const [first, second] = [words(one), words(other)];
		return first === '' || second === ''
			? Number(first === '') - Number(second === '')
			: compare(first, second) * (sort.isDown ? -1 : 1);
	});
}

function orderOf(column: Column, sort: Memory['sort']): 'ascending' | 'descending' | 'none' {
	return sort?.by !== column ? 'none' : sort.isDown ? 'descending' : 'ascending';
}

function Cell({ label, lines }: { label: string; lines: readonly string[] }) {
	const nothing: ComponentChildren = (
		<span class="quiet" aria-hidden="true">
			–
		</span>
	);
	return (
		<td data-label={label}>
			{lines.length === 0 ? nothing : lines.map((line) => <div key={line}>{line}</div>)}
		</td>
	);
}
