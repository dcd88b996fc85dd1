import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { textsInSchema, textsInSource, textsOf } from './texts-in-source.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const GERMAN: Record<string, string> = JSON.parse(
	readFileSync(join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8'),
);
const said = new Set([
	...textsInSource(join(root, 'src')).keys(),
	...textsInSchema(join(root, 'schemas/system-landscape.schema.json')),
]);
said.delete('');

/** Texts that are the same in German: SAP's own words, and words that both languages have. */
const SAME = new Set(
	readFileSync(join(import.meta.dirname, 'same-in-german.txt'), 'utf8')
		.split('\n')
		.filter((line) => line !== ''),
);

const placeholders = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();

describe('The German texts', () => {
	it('are there for every text that the sources say', () => {
		expect([...said].filter((text) => !Object.hasOwn(GERMAN, text))).to.deep.equal([]);
	});

	it('have none left over', () => {
		expect(Object.keys(GERMAN).filter((text) => !said.has(text))).to.deep.equal([]);
	});

	it('put in what the English texts put in', () => {
		for (const [english, german] of Object.entries(GERMAN)) {
			expect(placeholders(german), english).to.deep.equal(placeholders(english));
		}
	});

	it('are translated, but for words that are the same', () => {
		const same = Object.entries(GERMAN).flatMap(([english, german]) => (english === german ? [english] : []));
		expect(same.filter((text) => !SAME.has(text))).to.deep.equal([]);
		expect([...SAME].filter((text) => !same.includes(text))).to.deep.equal([]);
	});

	it('begin and end as the English texts do, with blanks or without', () => {
		for (const [english, german] of Object.entries(GERMAN)) {
			expect([/^\s/.test(german), /\s$/.test(german)], english).to.deep.equal([
				/^\s/.test(english),
				/\s$/.test(english),
			]);
		}
	});
});

describe('Texts in sources', () => {
	it('are found in calls, in templates, and inside each other', () => {
		expect(
			// biome-ignore lint/suspicious/noTemplateCurlyInString: a source with a template in it.
			textsOf("t('One'); const x: string = t`Two ${a} and ${t`three`}.`; inTable('Four'); other('five');"),
		).to.have.members(['One', 'Two {0} and {1}.', 'three', 'Four']);
	});
});
