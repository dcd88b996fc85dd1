import { type Graph, type GraphWords, graphOf } from '../../../src/diagram/graph.ts';
import { read } from '../../../src/document/read.ts';
import type { MapState } from '../../../src/map/messages.ts';
import { wishesOf } from '../../../src/map/page/drawing.tsx';
import { type Layout, layOut } from '../../../src/map/page/layout.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { landscapeText } from '../../bench/landscape-text.ts';
import { manySystems } from '../../browser/landscapes.ts';
import {
	BEFORE_EXPIRY,
	entitlement,
	extension,
	formation,
	landscape,
	subaccount,
	system,
	tenant,
} from '../factories.ts';

export const WORDS: GraphWords = {
	terminology: 'classic',
	now: BEFORE_EXPIRY,
	localTime: (instant) => instant,
};

/** Names that try to be something else. */
export const HOSTILE = [
	'"quoted"',
	'](command:workbench.action.quit)',
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'`markdown`',
	'a; b --> c',
	'end',
	'subgraph x',
	'%%{init: {}}%%',
	'#35;',
	'#quot;',
	'ﬂ°°34¶ß',
	'&lt;&#34;',
	'1. first',
	'- dash',
	'...',
	'style: x#a;',
	'__proto__',
	'constructor',
	'a\nb\tc',
	'\u0000\u001b[31m\uFFFF\uD800',
	'😀'.repeat(60),
	'x'.repeat(10_000),
	' ',
];

/** A landscape in which everything has a name. */
export function namedLandscape(name: string): Landscape {
	return landscape({
		systems: [system({ name, type: name })],
		tenants: [tenant([extension({ system: name })], { host: name, type: name })],
		subaccounts: [subaccount([entitlement({ system: name, plan: name, service: name })], name)],
		formations: [formation({ name, type: name, systems: [name] })],
	});
}

export function graph(of: Landscape, words: Partial<GraphWords> = {}): Graph {
	return graphOf(of, { ...WORDS, ...words });
}

/** The graph of a large company's landscape. */
export function largeGraph(systems: number): Graph {
	return graph(read(manySystems(systems)).landscape);
}

/** The graph of a landscape in which one subaccount has a plan for every system. */
export function simpleGraph(systems: number): Graph {
	return graph(read(landscapeText(systems)).landscape);
}

export function stateOf({ nodes, edges }: Graph, fields: Partial<MapState> = {}): MapState {
	return {
		globalAccount: 'Acme',
		mode: 'practice',
		terminology: 'classic',
		nodes,
		edges,
		trouble: '',
		...fields,
	};
}

/** As wide as most letters are. */
export const measure = (text: string) => text.length * 7;

/** Where everything of a graph is, by `measure`. */
export const laidOut = ({ nodes, edges }: Graph): Layout => layOut(nodes, edges, wishesOf(measure));
