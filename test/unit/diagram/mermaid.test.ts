import assert from 'node:assert/strict';
import { mermaidOf } from '../../../src/diagram/mermaid.ts';
import { DEV, inUse, landscape, system } from '../factories.ts';
import { graph, HOSTILE, largeGraph, namedLandscape } from '../map/drawn.ts';

/** Between quotes: letters, digits, harmless signs, line breaks of ours, and entity codes. Nothing that is syntax. */
const TEXT = '(?:[\\p{L}\\p{N} ,._/-]|<br>|#\\d+;)+';
const NODE = new RegExp(
	`^ {4}n(\\d+)(?:\\["${TEXT}"\\]|\\(\\["${TEXT}"\\]\\)|\\[\\["${TEXT}"\\]\\]|\\{\\{"${TEXT}"\\}\\})$`,
	'u',
);
const EDGE = new RegExp(`^ {4}n(\\d+) (?:-->\\|"${TEXT}"\\||-\\.-) n(\\d+)$`, 'u');

/** A strict check of the part of Mermaid's flowcharts that we write: mermaid itself is 150 MB with what it needs. */
function assertFlowchart(text: string): void {
	const [head, ...lines] = text.split('\n');
	assert.equal(head, 'flowchart LR');
	assert.equal(lines.pop(), '');
	const nodes = new Set<string>();
	for (const line of lines) {
		const node = NODE.exec(line);
		const edge = EDGE.exec(line);
		assert(node || edge, line.slice(0, 200));
		assert(!/[ﬂ°¶]/u.test(line), 'signs by which Mermaid marks entities');
		assert(!/style.*:\S*#.*;/.test(line), 'Mermaid would eat a semicolon');
		if (node?.[1]) {
			assert(!nodes.has(node[1]), 'ids are unique');
			nodes.add(node[1]);
		}
		for (const id of edge?.slice(1) ?? []) {
			assert(nodes.has(id ?? ''), 'lines connect nodes that are there');
		}
	}
}

describe('a landscape as Mermaid', () => {
	it('has a shape for each kind, and the status of each system and extension', () => {
		const text = mermaidOf(graph(inUse()));
		assertFlowchart(text);
		assert.equal(
			text,
			[
				'flowchart LR',
				'    n1["my300001.s4hana.example<br>SAP S/4HANA Cloud"]',
				`    n2(["${DEV}<br>Registered"])`,
				'    n3[["dev"]]',
				'    n4{{"Side by side<br>Side-by-Side Extensibility with Kyma"}}',
				'    n1 -->|"Enabled"| n2',
				'    n2 -->|"api-access"| n3',
				'    n2 -.- n4',
				'',
			].join('\n'),
		);
	});

	it('stays a flowchart whatever the names are', () => {
		for (const name of HOSTILE) {
			const text = mermaidOf(graph(namedLandscape(name)));
			assertFlowchart(text);
			assert(text.length < 4000, 'long names are shortened');
		}
	});

	it('keeps names that are harmless as they are, in any script', () => {
		const text = mermaidOf(graph(landscape({ systems: [system({ name: 'Straße 東京 v1.2_3' })] })));
		assert(text.includes('"Straße 東京 v1.2_3<br>'));
	});

	it('of no system is an empty flowchart', () => {
		assert.equal(mermaidOf({ nodes: [], edges: [] }), 'flowchart LR\n');
	});

	it('of 100 systems is within what Mermaid draws by default', () => {
		const text = mermaidOf(largeGraph(100));
		assertFlowchart(text);
		assert(text.length < 50_000);
		assert(largeGraph(100).edges.length < 500);
	});
});
