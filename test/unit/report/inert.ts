import assert from 'node:assert/strict';
import type { Landscape } from '../../../src/model/landscape.ts';
import {
	entitlement,
	extension,
	fingerprint,
	formation,
	landscape,
	system,
	tenant,
	token,
} from '../factories.ts';

/** A fingerprint that nothing else looks like, and what of it no text for people may have. */
export const FINGERPRINT = fingerprint(0xabcd);
const SECRET = /sha256(?::|#58;)[0-9a-f]{8}|(?:abcd){10}/i;

/** Texts that try to be something else in Markdown. */
export const HOSTILE_TEXTS = [
	'a | b',
	'a \\| b \\',
	'|',
	'``` | ```',
	'`',
	'``a`b```c|',
	'[click](https://evil.example)',
	'[click](command:workbench.action.quit)',
	'![](https://evil.example/x.png)',
	'<https://evil.example>',
	'https://evil.example/?a=b&c=d',
	'www.evil.example',
	'//evil.example',
	'mail@evil.example',
	'<script>alert(1)</script>',
	'<!-- -->',
	'&lt;b&gt;&#35;',
	'a\n\n# b\n- c\n| d |\n| --- |',
	'a\r\n```\r\nb',
	'\u2028\u2029\u0085',
	'1. one',
	'1.',
	'- one',
	'---',
	'===',
	'*a* _b_ **c** __d__ ~~e~~',
	'$x$ {{y}} @user #12 :smile:',
	'\u202Eabc',
	'\uD800',
	'__proto__',
	' ',
	'x'.repeat(2000),
	'😀'.repeat(60),
	'\u0000\u001b[31m',
	FINGERPRINT,
	`name ${FINGERPRINT}`,
	`${'x'.repeat(40)} ${FINGERPRINT}`,
	'abcd'.repeat(16),
];

/** A landscape in which everybody's text is this one. */
export function saying(text: string): Landscape {
	const time = '2026-11-21T09:00:00Z';
	const known = system({
		name: text,
		token: token({ fingerprint: FINGERPRINT, scenarioGroups: [text, text] }),
		url: text,
		owner: text,
		note: text,
		pairedTenant: text,
		recordedAt: time,
	});
	const unknown = system({ name: `${text} 2`, type: text, status: 'error' });
	return {
		...landscape({
			mode: 'recorded',
			systems: [known, unknown],
			tenants: [
				tenant([extension({ system: text, description: text })], { host: text, note: text }),
				tenant([], { host: `${text} 2`, type: text }),
			],
			subaccounts: [
				{
					name: text,
					subdomain: text,
					region: text,
					note: text,
					entitlements: [
						entitlement({ system: text, service: text, plan: text }),
						entitlement({ system: `${text} 3` }),
					],
				},
			],
			formations: [formation({ name: text, systems: [text, `${text} 3`] })],
		}),
		globalAccount: text,
		subdomain: text,
		region: text,
	};
}

/** A line without its code; what begins as code and doesn't end stays. */
function withoutCode(line: string): string {
	return line.replaceAll(/(?<![`\\])(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, '·');
}

/** How many cells a line of a table has: a bar ends one unless a backslash is before it. */
const cellsIn = (line: string) => line.split(/(?<!\\)\|/).length - 2;

/**
 * Asserts that in Markdown of ours no text became markup, a link or HTML, that each row of a table has as many cells as its
 * head, and that nothing of a token is in it.
 */
export function assertInert(markdown: string): void {
	assert.ok(!SECRET.test(markdown), 'a secret');
	assert.ok(
		!/[\p{Bidi_Control}\p{Cs}\u2028\u2029\u0085\r]|[^\P{Cc}\n]/u.test(markdown),
		'invisible characters',
	);
	const [text = '', map = ''] = markdown.split('```mermaid\n');
	assert.ok(map === '' || /^[^`]*\n```\n$/.test(map), 'the map ends where it ends');
	let cells = 0;
	for (const line of text.split('\n')) {
		const shown = withoutCode(line);
		assert.ok(!/[<[\]{}@\\`~^$_=]|:\/\/|\/\/|www\.|&[#\w]|[!]\[|\w\.[a-z]/.test(shown), line.slice(0, 300));
		assert.ok(/^(?:#{1,3} \S|- \S|\d+\. \S|\||[\p{L}"*])|^$/u.test(shown), `begins with markup: ${line}`);
		assert.ok(
			!/^(?:-|\d+\.) (?:[-+*#](?: |$)|>|=+$|\d+[.)](?: |$))/.test(shown),
			`a list in a list: ${line}`,
		);
		if (!line.startsWith('|')) {
			cells = 0;
		} else {
			cells ||= cellsIn(line);
			assert.equal(cellsIn(line), cells, line);
		}
	}
}
