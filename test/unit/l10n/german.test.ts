import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { textsInSchema, textsInSource, textsOf, unspokenIn } from './texts-in-source.ts';

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

/** Words that no person is to read in a language of their own: for logs and errors, markup, and what is never shown. */
const FOR_NOBODY = new Set([
	'The aliases of the document unfold to too many values.',
	'Practice could not finish: {}',
	"Can't give the turn to other windows: {}",
	"Can't take turns with other windows: {}",
	'{} was brought back: VS Code had ended while it was saved.',
	'A message was ignored: it is not of the expected form.',
	'stop node {} tone-{}',
	'stop label tone-{}',
	'quiet cut',
	'sign tone-{}',
]);

describe('Texts in sources', () => {
	it('are all said in the person’s language, but for SAP’s own names and what is for nobody', () => {
		const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
			(file) => file.endsWith('.ts') && !/catalog[\\/]/.test(file),
		);
		const unspoken = sources.flatMap((file) => unspokenIn(readFileSync(join(root, 'src', file), 'utf8')));
		expect(unspoken.filter((words) => !FOR_NOBODY.has(words) && !words.startsWith('<'))).to.deep.equal([]);
		expect([...FOR_NOBODY].filter((words) => !unspoken.includes(words))).to.deep.equal([]);
	});

	it('are missed where they are said in English only', () => {
		expect(
			// biome-ignore lint/suspicious/noTemplateCurlyInString: a source with a template in it.
			unspokenIn("t('one text'); t`two ${a} texts`; other('not said'); const x = `not ${a} said either`;"),
		).to.deep.equal(['not said', 'not {} said either']);
	});

	it('are found in calls, in templates, and inside each other', () => {
		expect(
			// biome-ignore lint/suspicious/noTemplateCurlyInString: a source with a template in it.
			textsOf("t('One'); const x: string = t`Two ${a} and ${t`three`}.`; inTable('Four'); other('five');"),
		).to.have.members(['One', 'Two {0} and {1}.', 'three', 'Four']);
	});
});
