import { landscapeText } from '../../bench/landscape-text.ts';

const HEAD = 'version: 1\nglobalAccount: A\nmode: practice\n';

/** So many numbered pieces that they are about as long as wanted. */
function numbered(length: number, piece: (index: number) => string): string {
	let text = '';
	for (let index = 0; text.length < length; index++) {
		text += piece(index);
	}
	return text;
}

const repeated = (start: string, unit: string, end = '') => [start, unit, end] as const;

/** A start, what is repeated up to the wanted length, and an end. */
const REPEATED: Readonly<Record<string, readonly [start: string, unit: string, end: string]>> = {
	// --- syntax errors
	'] outside of brackets': repeated(HEAD, ']'),
	'] behind a text': repeated(`${HEAD}x: a`, ']'),
	'commas in a list': repeated(`${HEAD}x: [a`, ',', ']'),
	'commas in a map': repeated(`${HEAD}x: {a`, ',', '}'),
	'commas and spaces': repeated(`${HEAD}x: [a`, ', ', ']'),
	'escapes that do not exist': repeated(`${HEAD}x: "`, '\\q', '"'),
	'code points that do not exist': repeated(`${HEAD}x: "`, '\\x', '"'),
	'long code points that do not exist': repeated(`${HEAD}x: "`, '\\U', '"'),
	'quotes that are not closed': repeated(HEAD, 'x: "a\n'),
	'texts behind quotes': repeated(`${HEAD}x: `, '"" '),
	'keys without value': repeated(HEAD, 'a\n'),
	'colons in a line': repeated(`${HEAD}x`, ': a'),
	'tabs as indentation': repeated(`${HEAD}x:\n`, '\ta: 1\n'),
	'anchors of one value': repeated(`${HEAD}x: `, '&a '),
	'tags of one value': repeated(`${HEAD}x: `, '!t '),
	'texts that begin with @': repeated(HEAD, '- @\n'),
	'items below a key’s value': repeated(`${HEAD}x: 1\n`, '- a\n'),
	// --- deep
	'open lists': repeated(`${HEAD}x: `, '['),
	'open maps': repeated(`${HEAD}x: `, '{a: '),
	dashes: repeated(`${HEAD}x:\n  `, '- '),
	'question marks': repeated(`${HEAD}x:\n  `, '? '),
	'colons alone': repeated(`${HEAD}x:\n  `, ': '),
	// --- many small parts
	'one-letter items': repeated(`${HEAD}x: [`, 'a,', ']'),
	'one-letter keys': repeated(`${HEAD}x: {`, 'a,', '}'),
	'the same key': repeated(HEAD, 'a: 1\n'),
	'empty items': repeated(`${HEAD}x:\n`, '-\n'),
	'empty lists': repeated(`${HEAD}x: [`, '[],', ']'),
	'empty texts': repeated(`${HEAD}x: [`, "'',", ']'),
	'line breaks before a value': repeated(`${HEAD}x:`, '\n', ' 1'),
	'comments before a value': repeated(`${HEAD}x:\n`, '#\n', ' 1'),
	'indented comments': repeated(`${HEAD}x:\n`, '  #\n', '  a: 1'),
	'comments and blank lines': repeated(HEAD, '# a\n\n'),
	'block texts': repeated(HEAD, 'a: |\n b\n'),
	'empty block texts': repeated(`${HEAD}x:\n`, '- |\n'),
	'merge keys': repeated(`${HEAD}x: &x {a: 1}\n`, '<<: *x\n'),
	'aliases of nothing': repeated(`${HEAD}x: [`, '*a,', ']'),
	// --- documents and directives
	documents: repeated('', '---\n'),
	'documents with a value': repeated('', `---\n${HEAD}`),
	'ends of documents': repeated(HEAD, '...\n'),
	'directives nobody knows': repeated('', '%FOO bar\n', `---\n${HEAD}`),
	'YAML versions': repeated('', '%YAML 1.1\n', `---\n${HEAD}`),
	'directives without document': repeated('', '%TAG ! a\n'),
	// --- long
	'one long line': repeated(`${HEAD}x: `, 'abc '),
	'one long key': repeated(HEAD, 'a', ': 1\n'),
	'one long number': repeated(`${HEAD}x: `, '9'),
	'one long tag': repeated(`${HEAD}x: !`, '!', ' a'),
	'one long block text': repeated(`${HEAD}x: |\n`, '  a\n'),
	'a folded text': repeated(`${HEAD}x: >\n`, '  a\n   b\n\n'),
	'a plain text of many lines': repeated(`${HEAD}x: a\n`, '  b\n'),
	'a quoted text of many lines': repeated(`${HEAD}x: "a\n`, '  b \n', '"'),
	'spaces behind a value': repeated(`${HEAD}x: 1`, ' ', '#'),
	'spaces in a text': repeated(`${HEAD}x: "a`, ' ', 'b"'),
	'lines of spaces': repeated(`${HEAD}x: |\n`, '    \n', 'a'),
	'carriage returns': repeated(HEAD.replaceAll('\n', '\r'), 'a: 1\r'),
	'carriage returns alone': repeated(HEAD, '\r'),
	'no-break spaces': repeated(`${HEAD}x: `, '\u00a0'),
	'zero-width spaces': repeated(HEAD, '\u200b: 1\n'),
	'byte-order marks': repeated(HEAD, '\uFEFF'),
	'halves of characters': repeated(`${HEAD}x: `, '\ud800'),
	// --- our own patterns
	'beginnings of web tokens': repeated(`${HEAD}# `, 'eyJaaaaaaaaaa-'),
	'parts of web tokens': repeated(`${HEAD}# `, 'aaaaaaaaaaaaaaa.'),
	'hex digits': repeated(`${HEAD}# `, '0123456789abcdef', 'g'),
	'base64 digits': repeated(`${HEAD}# `, 'aA/', '-='),
	'colons and hashes': repeated(`${HEAD}x: "`, ': #', '"'),
	'heads of sections': repeated(HEAD, 'x: # a\n'),
	'beginnings of conflicts': repeated(HEAD, '<<<<<<<\n'),
	'middles of conflicts': repeated(`${HEAD}<<<<<<<\n`, '=======\n'),
	conflicts: repeated(HEAD, '<<<<<<<\n=======\n>>>>>>>\n'),
};

const NUMBERED: Readonly<Record<string, (length: number) => string>> = {
	'a usual landscape, for comparison': (length) => landscapeText(Math.floor(length / 640)),
	'a list that thousands of systems share': (length) =>
		`${HEAD}x: &x {type: T, status: registered, b: [${'y,'.repeat(length / 10)}]}\nsystems:\n${numbered(length * 0.8, (index) => `  S${index}: *x\n`)}`,
	'extensions that thousands of tenants share': (length) =>
		`${HEAD}x: &x {${numbered(length / 2, (index) => `E${index}: {status: enabled},`)}}\ntenants:\n${numbered(length / 2, (index) => `  t${index}: {type: T, extensions: *x}\n`)}`,
	'few aliases of much': (length) =>
		`${HEAD}x: &x {type: T, status: registered, b: [${'yyyyy,'.repeat(length / 8)}]}\nsystems: {A: *x, B: *x}\n`,
	'much of few aliases': (length) =>
		`${HEAD}x: &x {type: T, status: pending}\nsystems:\n${numbered(length, (index) => `  System ${index}: *x\n`)}`,
	'wrong values that thousands share': (length) =>
		`${HEAD}x: &x {type: 1, status: 2}\nsystems:\n${numbered(length, (index) => `  System ${index}: *x\n`)}`,
	'a chain of aliases': (length) =>
		`${HEAD}x:\n - &a0 [a]\n${numbered(length, (index) => ` - &a${index + 1} [*a${index}]\n`)}`,
	'a bomb of aliases': (length) =>
		`${HEAD}x:\n - &a0 [a]\n${numbered(length, (index) => ` - &a${index + 1} [*a${index}, *a${index}]\n`)}`,
	'anchors that nobody uses': (length) => HEAD + numbered(length, (index) => `a${index}: &a${index} 1\n`),
	'one anchor again and again': (length) => HEAD + numbered(length, (index) => `a${index}: &a [*a]\n`),
	'unknown keys': (length) => HEAD + numbered(length, (index) => `system${index}: 1\n`),
	'unknown keys of a system': (length) =>
		`${HEAD}systems: {A: {type: T, status: pending, ${numbered(length, (index) => `tipe${index}: 1, `)}}}\n`,
	'systems in one line': (length) =>
		`${HEAD}systems: {${numbered(length, (index) => `System ${index}: {type: T, status: pending}, `)}}\n`,
	'systems that are wrong': (length) =>
		`${HEAD}systems:\n${numbered(length, (index) => `  System ${index}: {type: 1, status: x}\n`)}`,
	'groups that are wrong': (length) =>
		`${HEAD}systems: {A: {type: T, status: pending, token: {expiresAt: x, scenarioGroups: [${'1111,'.repeat(length / 5)}]}}}\n`,
	'entitlements that are empty': (length) =>
		`${HEAD}subaccounts: {A: {entitlements: [${'{  },'.repeat(length / 5)}]}}\n`,
	'ever deeper blocks': (length) =>
		HEAD + numbered(length, (index) => `${' '.repeat(Math.min(index, 500))}a:\n`),
	'deep blocks again and again': (length) =>
		HEAD + numbered(length, (index) => `${' '.repeat(index % 90)}a:\n`),
};

/** Texts that cost more to read than they look, by what they are made of; for a length in UTF-16 units. */
export const SHAPES: Readonly<Record<string, (length: number) => string>> = {
	...Object.fromEntries(
		Object.entries(REPEATED).map(([name, [start, unit, end]]) => [
			name,
			(length: number) => start + unit.repeat(Math.max(0, length - start.length) / unit.length) + end,
		]),
	),
	...NUMBERED,
};
