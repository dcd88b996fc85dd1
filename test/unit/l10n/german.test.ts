import { extname } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { expect } from 'chai';
import { filesIn, textOf } from '../repository.ts';
import { textsInSchema, unspokenIn } from './texts-in-source.ts';

const ENGLISH: Record<string, string> = JSON.parse(textOf('l10n/bundle.l10n.json'));
const GERMAN: Record<string, string> = JSON.parse(textOf('l10n/bundle.l10n.de.json'));
const sources = filesIn('src').filter((file) => /\.tsx?$/.test(file));
const said = new Set([...Object.keys(ENGLISH), ...textsInSchema('schemas/system-landscape.schema.json')]);
said.delete('');

/** Texts that are the same in German: SAP's own words, and words that both languages have. */
const SAME = new Set(
	textOf('test/unit/l10n/same-in-german.txt')
		.split('\n')
		.filter((line) => line !== ''),
);

const placeholders = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();

describe('The English texts', () => {
	it('are exported: run `npm run l10n` where this fails', async function () {
		this.timeout(240_000);
		const exported = await getL10nJson(
			sources.map((file) => ({ contents: textOf(`src/${file}`), extension: extname(file) })),
		);
		expect(ENGLISH).to.deep.equal(exported);
	});
});

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

	it('begin and end as the English texts do, with spaces or without', () => {
		for (const [english, german] of Object.entries(GERMAN)) {
			expect([/^\s/.test(german), /\s$/.test(german)], english).to.deep.equal([
				/^\s/.test(english),
				/\s$/.test(english),
			]);
		}
	});
});

/** Words that no person is to read in a language of their own: for logs and errors, terminals, markup, and what is never shown. */
const FOR_NOBODY = new Set([
	'Project not read: ',
	'Projects not read: ',
	'Practice could not finish: ',
	'The text of a token could not be deleted: ',
	'A message was ignored: it is not of the expected form.',
	'cds add mta,destination,xsuaa',
	'cds add kyma',
	'cds build --production',
	'helm upgrade --install',
	'cf deploy ',
	'mbt build',
	'npm install ',
	'label tone-',
	'title description',
	'quiet cut',
	'sign tone-',
]);

describe('Texts in sources', () => {
	it('are all said in the person’s language, but for SAP’s own names and what is for nobody', () => {
		const unspoken = sources
			.filter((file) => !/catalog[\\/]/.test(file))
			.flatMap((file) => unspokenIn(textOf(`src/${file}`), extname(file)));
		expect(unspoken.filter((words) => !FOR_NOBODY.has(words) && !/[<>]/.test(words))).to.deep.equal([]);
		expect([...FOR_NOBODY].filter((words) => !unspoken.includes(words))).to.deep.equal([]);
	});

	it('are missed where they are said in English only', () => {
		expect(
			unspokenIn(
				// biome-ignore lint/suspicious/noTemplateCurlyInString: a source with templates in it.
				"l10n.t('one text'); l10n.t`two ${a} and ${l10n.t`three more`} texts`; other('not said'); const x = `not ${a} said either`;",
			),
		).to.deep.equal(['not said', ' said either']);
	});
});
