import { strict as assert } from 'node:assert';
import { filesIn, textOf } from './repository.ts';

/** What docs/language.md says not to write, by language: a table's left side and the items of a list. */
const AVOIDED = new Map(
	textOf('docs/language.md')
		.split(/^## /m)
		.slice(1)
		.map((section) => [
			section.split('\n')[0] ?? '',
			Array.from(
				section.matchAll(/^(?:\| (?!instead of|---)|- )(.+?)(?: \||$)/gm),
				([, phrase = '']) => phrase,
			),
		]),
);

/** Finds a phrase as whole words, whatever its case; `*` and `…` are any words, except in "there is no" and "is no longer". */
function patternOf(phrase: string): RegExp {
	const words = phrase.replace(/[.+?()[\]]/g, '\\$&').replace(/[*…]/g, '(?!longer\\b)\\S+(?: \\S+){0,3}?');
	return new RegExp(`(?<![\\p{L}_-]|there )${words}(?![\\p{L}_-])`, 'iu');
}

/** The texts for people in a language, one a line: values only of JSON, since keys of l10n/ are the English texts. */
function linesIn(file: string): readonly string[] {
	const text = textOf(file);
	if (!file.endsWith('.json')) {
		return text.split('\n');
	}
	const lines: string[] = [];
	JSON.parse(text, (_key, value) => typeof value === 'string' && lines.push(value) && value);
	return lines;
}

const walkthroughs = filesIn('walkthroughs').filter((file) => file.endsWith('.md'));
const FILES = {
	English: [
		'l10n/bundle.l10n.json',
		'package.nls.json',
		'schemas/system-landscape.schema.json',
		'README.md',
		'docs/marketplace.md',
		...walkthroughs.filter((file) => !file.endsWith('.de.md')).map((file) => `walkthroughs/${file}`),
	],
	German: [
		'l10n/bundle.l10n.de.json',
		'package.nls.de.json',
		...walkthroughs.filter((file) => file.endsWith('.de.md')).map((file) => `walkthroughs/${file}`),
	],
};

describe('Texts for people', () => {
	for (const [language, files] of Object.entries(FILES)) {
		it(`avoid in ${language} what docs/language.md says not to write`, () => {
			const phrases = AVOIDED.get(language) ?? [];
			assert.ok(phrases.length > 15);
			const found = files.flatMap((file) =>
				linesIn(file).flatMap((line) =>
					phrases
						.filter((phrase) => patternOf(phrase).test(line.replaceAll('\u00ad', '')))
						.map((phrase) => `${file}: "${phrase}" in "${line}"`),
				),
			);
			assert.deepEqual(found, []);
		});
	}

	it('have quotes of one kind: straight ones in English, „…“ in German', () => {
		const wrong = { English: /[“”„]/, German: /["”]/ };
		/** Markup, code, and times, which have straight quotes in the file. */
		const literal = /<[^>]*>|`[^`]*`|"\d{4}-[^"]*"/g;
		const found = Object.entries(FILES).flatMap(([language, files]) =>
			files
				.flatMap(linesIn)
				.filter((line) => wrong[language as keyof typeof FILES].test(line.replace(literal, ''))),
		);
		assert.deepEqual(found, []);
	});

	it('name no rule, decision or short name of a page of SAP', () => {
		const lines = Object.values(FILES).flat().flatMap(linesIn);
		const id = /(?<![\w/-])(?:R-[A-Z]+-\d+|DEC-\d+|S[0-2]|[DH]\/[0-9a-f]{7})(?![\w-])/;
		assert.deepEqual(
			lines.filter((line) => id.test(line)),
			[],
		);
		assert.ok(id.test(`text (R-${'TOK'}-8)`) && id.test('text, S1 and more'));
	});

	it('are compared with phrases as whole words', () => {
		assert.ok(patternOf('is no *').test('"X" is no plan of Y.'));
		assert.ok(patternOf('but for the … types').test('all, but for the customer experience types.'));
		for (const fine of [
			'There is no plan.',
			'It is no longer there.',
			'name-surrounding-blanks',
			'Recommended',
		]) {
			assert.ok(!['is no *', 'blanks', 'mend'].some((phrase) => patternOf(phrase).test(fine)), fine);
		}
	});
});
