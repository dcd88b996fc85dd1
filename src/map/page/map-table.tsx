import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { Button } from '../../webview/page/button.tsx';
import { useFocusFallback } from '../../webview/page/focus.ts';
import { nextOf } from './explanation.ts';
import { headingOf, KINDS, shortened } from './words.ts';

const ORDER = ['system', 'tenant', 'subaccount', 'formation'] as const;

interface Props {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	readonly title: string;
	/** Goes to an element elsewhere. */
	onReveal(id: string): void;
}

/** The map as a table. */
export function MapTable({ nodes, edges, title, onReveal }: Props) {
	const box = useRef<HTMLElement>(null);
	useFocusFallback(box);
	const connections = connectionsOf(nodes, edges);
	const [status, type, connected, next] = [
		l10n.t('Status'),
		l10n.t('Type'),
		l10n.t('Connected With'),
		l10n.t('Next'),
	];
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keyboard.
		<section class="table" aria-labelledby="map-title" tabIndex={0} ref={box}>
			<table>
				<caption class="visually-hidden">{title}</caption>
				<thead>
					<tr>
						{[l10n.t('Name'), status, type, connected, next].map((head) => (
							<th key={head} scope="col">
								{head}
							</th>
						))}
					</tr>
				</thead>
				{ORDER.map((kind) => {
					const rows = nodes.filter((node) => node.kind === kind);
					return (
						rows.length > 0 && (
							<tbody key={kind}>
								<tr class="group">
									<th scope="rowgroup" colSpan={5}>
										{headingOf({ kinds: [kind], count: rows.length })}
									</th>
								</tr>
								{rows.map((node) => {
									const lines = connections.get(node.id) ?? [];
									return (
										<tr key={node.id}>
											<th scope="row">
												<Button class="link" onClick={() => onReveal(node.id)}>
													{shortened(node.name)}
												</Button>
											</th>
											<Cell label={status} lines={[[node.label, node.token].filter(Boolean).join(', ')]} />
											<Cell label={type} lines={[node.type]} />
											<Cell label={connected} lines={lines} />
											<Cell label={next} lines={[nextOf(node, lines.length > 0)]} />
										</tr>
									);
								})}
							</tbody>
						)
					);
				})}
			</table>
		</section>
	);
}

function Cell({ label, lines }: { label: string; lines: readonly string[] }) {
	const said = lines.filter(Boolean).map((line) => <div key={line}>{shortened(line)}</div>);
	const nothing: ComponentChildren = (
		<span class="quiet" aria-hidden="true">
			–
		</span>
	);
	return <td data-label={label}>{said.length === 0 ? nothing : said}</td>;
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
				[`${KINDS[kind]()} ${shortened(name)}`, label].filter(Boolean).join(': ');
			return start && end ? [[from, words(end)] as const, [to, words(start)] as const] : [];
		}),
	);
}
