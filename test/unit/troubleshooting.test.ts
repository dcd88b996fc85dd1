import assert from 'node:assert/strict';
import { TROUBLESHOOTING_TOPICS } from '../../src/commands/troubleshooting-topics.ts';
import { filesIn, textOf } from './repository.ts';

const [, union = ''] = /type RefusalCode =([^;]*);/.exec(textOf('src/model/decision.ts')) ?? [];
const refusals = Array.from(union.matchAll(/'([a-z-]+)'/g), ([, code]) => code ?? '').sort();
const problems = new Set(
	filesIn('src/model/projects')
		.map((file) => textOf(`src/model/projects/${file}`))
		.flatMap((text) => [
			...Array.from(text.matchAll(/'(project-[a-z-]+)'/g), ([, code]) => code ?? ''),
			// Those of files of parameters are put together.
			...Array.from(
				text.matchAll(/'(parameters-missing|parameters-malformed|not-read)'/g),
				([, end]) => `project-${end}`,
			),
		]),
);

/** The pages with the codes that each has to have. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
	troubleshooting: refusals.filter((code) => TROUBLESHOOTING_TOPICS.test(code)),
	'cap-projects': [...problems].sort(),
};
const pages = Object.keys(PAGES).flatMap((page) => [`${page}.de.md`, `${page}.md`]);

/** An entry of the page: its heading, the codes of the line below it, and the rest. */
function entriesOf(page: string) {
	const [, ...entries] = textOf(`walkthroughs/${page}`).split('\n## ');
	return entries.map((entry) => {
		const [heading = '', , second = ''] = entry.split('\n');
		const named = second.startsWith('`') ? Array.from(second.matchAll(/`([^`]+)`/g), ([, code]) => code) : [];
		return { heading, codes: named, entry };
	});
}

const linksOf = (page: string) =>
	Array.from(textOf(`walkthroughs/${page}`).matchAll(/\]\(([^)]*)\)/g), ([, link]) => link ?? '');

describe('The troubleshooting pages', () => {
	it('are there in English and in German', () => {
		assert.deepEqual(
			filesIn('walkthroughs')
				.filter((name) => name.endsWith('.md'))
				.sort(),
			[...pages].sort(),
		);
		assert.ok(refusals.length > 50);
		assert.ok(problems.size > 20);
	});

	for (const page of pages) {
		it(`${page} has one entry for each code that the table leads to, and names no other code`, () => {
			const named = entriesOf(page).flatMap((entry) => entry.codes);
			assert.deepEqual(named.sort(), PAGES[page.split('.')[0] ?? '']);
			for (const code of named) {
				assert.equal(textOf(`walkthroughs/${page}`).split(`\`${code}\``).length, 2, code);
			}
		});

		it(`${page} has headings that are their own anchor: letters and single spaces, and no two alike`, () => {
			const headings = entriesOf(page).map(({ heading }) => heading);
			assert.ok(headings.length > 7);
			for (const heading of headings) {
				assert.match(heading, /^\p{L}+( \p{L}+)*$/u);
			}
			assert.equal(new Set(headings.map((heading) => heading.toLowerCase())).size, headings.length);
		});

		it(`${page} says of each entry what you see, why, how to fix it, and where SAP says so`, () => {
			for (const { heading, entry } of entriesOf(page)) {
				const labels = Array.from(entry.matchAll(/^- \*\*(\S+):\*\* \S/gm), ([, label]) => label);
				const expected = page.includes('.de')
					? ['Symptom', 'Ursache', 'Abhilfe', 'Quelle']
					: ['Symptom', 'Cause', 'Fix', 'Source'];
				assert.deepEqual(labels, expected, heading);
			}
		});
	}

	for (const page of Object.keys(PAGES)) {
		it(`${page} has the same entries, codes and links in both languages, and no text twice`, () => {
			const [german, english] = [`${page}.de.md`, `${page}.md`];
			assert.deepEqual(
				entriesOf(german).map((entry) => entry.codes),
				entriesOf(english).map((entry) => entry.codes),
			);
			assert.deepEqual(linksOf(german), linksOf(english));
			for (const [index, { entry }] of entriesOf(german).entries()) {
				assert.notEqual(entry, entriesOf(english)[index]?.entry);
			}
		});
	}

	it('link only to pages of the SAP Help Portal, as the tutorial does', () => {
		for (const link of pages.flatMap(linksOf)) {
			assert.match(
				link,
				/^https:\/\/help\.sap\.com\/viewer\/65de2977205c403bbc107264b8eccf4b\/Cloud\/en-US\/[0-9a-f]{32}\.html$/,
			);
		}
	});
});
