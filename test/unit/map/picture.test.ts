import assert from 'node:assert/strict';
import { cut, draw } from '../../../src/map/page/drawing.tsx';
import { FONTS, type Measure } from '../../../src/map/page/fonts.ts';
import { pictureOf } from '../../../src/map/page/picture.tsx';
import { toneOf } from '../../../src/map/page/signs.tsx';
import { xmlOf } from '../../../src/map/page/xml.ts';
import { EXTENSION_STATUSES, SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { entitlement, extension, inUse, paired, subaccount, system } from '../factories.ts';
import { graph, HOSTILE, laidOut, largeGraph, measure, namedLandscape } from './drawn.ts';

/** Checks that a text is well-formed XML of tags, quoted attributes and escaped texts, and returns the names of its tags. */
function tagsOf(xml: string): string[] {
	const tags: string[] = [];
	const open: string[] = [];
	const token = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|[^<>]+/gy;
	let end = 0;
	for (const match of xml.matchAll(token)) {
		const [whole, closes, name, attributes = '', isEmpty] = match;
		assert(!/&(?!amp;|lt;|gt;|quot;)/.test(whole), `an ampersand is not escaped in ${whole.slice(0, 80)}`);
		end = match.index + whole.length;
		if (name === undefined) {
			continue;
		}
		assert(!/ on[a-z]+=|javascript:/i.test(attributes), attributes);
		if (closes) {
			assert.equal(open.pop(), name);
		} else {
			tags.push(name);
			if (!isEmpty) {
				open.push(name);
			}
		}
	}
	assert.equal(end, xml.length, `not well-formed at ${xml.slice(end, end + 80)}`);
	assert.deepEqual(open, []);
	return tags;
}

const picture = (shown = largeGraph(3), title = 'Map of Acme') =>
	pictureOf(shown.nodes, shown.edges, measure, title);

describe('the picture of the map', () => {
	it('as a file has title, description, its own style for light and dark, and nothing from elsewhere', () => {
		const svg = picture();
		const tags = tagsOf(svg.trim());
		assert.deepEqual(tags.slice(0, 4), ['svg', 'title', 'desc', 'style']);
		assert(svg.includes('prefers-color-scheme:dark'));
		assert(!/url\(|href|@import|var\(|<script|<image|<foreignObject/.test(svg));
		assert(svg.includes('role="img" aria-labelledby="title description"'));
	});

	it('as a file has room for fonts that are wider than those here', () => {
		const shown = graph(
			inUse({ subaccounts: [subaccount([entitlement(), entitlement({ plan: 'messaging' })])] }),
		);
		const sized: Measure = (text, font) => text.length * FONTS[font].size * 0.52;
		const svg = pictureOf(shown.nodes, shown.edges, sized, 'Map');
		assert(svg.includes('>api-access, messaging<'));
		assert(!svg.includes('…'), />[^<]*…/.exec(svg)?.[0]);
	});

	it('as a file is well-formed XML whatever the names are', () => {
		for (const name of HOSTILE) {
			const svg = picture(graph(namedLandscape(name)), name);
			const tags = new Set(tagsOf(svg.trim()));
			assert.deepEqual(
				[...tags].filter((tag) => !/^(svg|title|desc|style|rect|text|path|g)$/.test(tag)),
				[],
			);
			// What XML does not allow at all: control characters but tab and line ends, halves of signs, and U+FFFE and on.
			const codes = Array.from(svg, (sign) => sign.codePointAt(0) ?? 0);
			assert(codes.every((code) => code >= 32 || [9, 10, 13].includes(code)));
			assert(codes.every((code) => (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff));
		}
	});

	it('has a sign of its own shape for every status, in the page and in the file', () => {
		const shapes = new Map<string, string>();
		for (const status of [...SYSTEM_STATUSES, 'unknown' as const]) {
			const shown = {
				nodes: [
					{
						id: '[]',
						kind: 'system' as const,
						name: 'X',
						type: '',
						status,
						label: status,
						token: '',
						until: '',
						recorded: '',
						next: '',
						actions: [],
					},
				],
				edges: [],
			};
			const card = xmlOf(draw(laidOut(shown), measure).stops.at(-1)?.content);
			const tone = toneOf(status) ?? '';
			const paths = /<path class="sign [^>]* d="([^"]+)"/.exec(card)?.[1] ?? '';
			assert.equal(shapes.get(tone) ?? paths, paths);
			shapes.set(tone, paths);
			assert(new RegExp(`>[^<]*${status}[^<]*<`).test(card), 'and its word');
		}
		assert.equal(new Set(shapes.values()).size, 6);
		assert.equal(shapes.size, 6);
		assert(EXTENSION_STATUSES.every((status) => toneOf(status)));
	});

	it('says of every card and label in words what it is, its status and what to do next', () => {
		const shown = graph(paired(system(), extension({ status: 'enabling' })), { now: '2026-11-20T10:00:00Z' });
		const { stops } = draw(laidOut(shown), measure);
		assert.deepEqual(
			stops.map(({ said }) => said),
			[
				['Extension in my300001.s4hana.example for SAP S/4HANA DEV System', 'Status: Enabling'],
				['Tenant my300001.s4hana.example', 'SAP S/4HANA Cloud'],
				[
					'System SAP S/4HANA DEV System',
					'SAP S/4HANA Cloud',
					'Status: Pending',
					'Token: 7 days left, until 2026-11-27T10:00:00Z',
					'Next: copy the token and paste it in the tenant',
				],
			],
		);
	});

	it('cuts texts to their room with an ellipsis, and never through a sign of two units', () => {
		assert.equal(cut('short', 100, 'name', measure), 'short');
		assert.equal(cut('a longer name', 70, 'name', measure), 'a longer…');
		assert.equal(
			cut('😀😀😀😀', 28, 'name', (text) => [...text].length * 7),
			'😀😀😀😀',
		);
		assert.equal(
			cut('😀😀😀😀', 21, 'name', (text) => [...text].length * 7),
			'😀😀…',
		);
		assert.equal(cut('x'.repeat(10_000), 70, 'name', measure), 'xxxxxxxxx…');
		assert.equal(cut('anything', 0, 'name', measure), '…');
	});
});
