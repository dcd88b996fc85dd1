import { strict as assert } from 'node:assert';
import { filesIn, textOf } from './repository.ts';

const DOCS = ['docs/rules.md', 'docs/decisions.md'];

/** The ids of rules (`R-`), decisions (`DEC-`) and pages of SAP (`D/`, `H/`) that a text names. */
function idsIn(text: string): readonly string[] {
	return text.match(/(?<![\w-])(?:R-[A-Z]+-\d+[a-z]?|DEC-\d+|[DH]\/[0-9a-f]{7})(?![\w-])/g) ?? [];
}

/**
 * What comments and titles of tests refer to that nobody finds in this repository: sections by number, issues, and short
 * names that aren't ids of docs/rules.md.
 */
function danglingIn(source: string): readonly string[] {
	return source
		.split('\n')
		.filter((line) => /^\s*(?:\/\*|\*|\/\/)|\s\/\/\s|\b(?:it|test|describe)(?:\.\w+)*\(/.test(line))
		.flatMap((line) => line.match(DANGLING) ?? []);
}
// F1 and F2 are keys of the keyboard; S0 to S2 are in docs/rules.md.
const DANGLING =
	/\b(?:[Dd]esign|[Dd]omain|[Ii]ssue|[Ss]tyle|[Aa]ppendix)(?:\.md)? (?:\d+(?:\.\d+)*|[A-Z])(?!\w)|(?<![\w/.-])(?:[BEN]\d{1,2}a?|F[3-9]|J\d|S[3-9])(?![\w/.-])|(?<=[(['`"])\d\.\d(?=[,:)])/g;

/** The ids that a page of docs/ explains: in a heading, at the beginning of a table's row, or as an address. */
function idsExplainedIn(page: string): readonly string[] {
	return (page.match(/^(?:#+ |\| (?!\[)|\[)[^\s\]|]+/gm) ?? []).flatMap(idsIn);
}

function repeated(ids: readonly string[]): readonly string[] {
	return ids.filter((id, index) => ids.indexOf(id) < index);
}

/** Source files below a folder, from the root of the repository. */
function sourcesIn(folder: string): readonly string[] {
	return filesIn(folder)
		.filter((file) => /\.(?:[cm]?js|tsx?)$/.test(file) && !file.includes('node_modules'))
		.map((file) => `${folder}/${file}`);
}

/** What is named in some places and not explained, each with its place. */
function unexplained(places: ReadonlyMap<string, string>, explained: ReadonlySet<string>): readonly string[] {
	return [...places].flatMap(([place, text]) =>
		[...new Set(idsIn(text))].filter((id) => !explained.has(id)).map((id) => `${place}: ${id}`),
	);
}

describe('The documentation', () => {
	const ids = DOCS.flatMap((page) => idsExplainedIn(textOf(page)));
	const explained = new Set(ids);

	it('explains every rule, decision and page of SAP that sources, schemas, tests and itself name', () => {
		const sources = ['src', 'schemas', 'test'].flatMap(sourcesIn);
		assert.ok(sources.length > 200);
		const places = new Map([...sources, ...DOCS, 'docs/design.md'].map((file) => [file, textOf(file)]));
		assert.deepEqual(unexplained(places, explained), []);
	});

	it('has everything that comments and titles of tests refer to', () => {
		const found = ['src', 'schemas', 'test']
			.flatMap(sourcesIn)
			.filter((file) => file !== 'test/unit/docs.test.ts')
			.flatMap((file) => danglingIn(textOf(file)).map((name) => `${file}: ${name}`));
		assert.deepEqual(found, []);
	});

	it('has each rule in the title of a test, unless the rule isn’t implemented', () => {
		const titles = sourcesIn('test').flatMap(
			(file) => textOf(file).match(/\b(?:it|test|describe)(?:\.\w+)*\([`'"].*/g) ?? [],
		);
		const tested = new Set(idsIn(titles.join('\n')));
		const rules = textOf('docs/rules.md').match(/^(?:#+|\|) R-.*$/gm) ?? [];
		const untested = rules.filter(
			(rule) => !rule.includes('**Not implemented') && !tested.has(idsIn(rule)[0] ?? ''),
		);
		assert.ok(rules.length > 80);
		assert.deepEqual(untested, []);
	});

	it('explains each rule and decision once', () => {
		assert.deepEqual(repeated(ids.filter((id) => /^(?:R|DEC)-/.test(id))), []);
	});

	it('lists in design.md every command, setting and refusal code, and no others', () => {
		const design = textOf('docs/design.md');
		const section = (title: string) => design.split(`### ${title}\n`)[1]?.split('\n#')[0] ?? '';
		const firstCells = (title: string) =>
			Array.from(section(title).matchAll(/^\| `(.+?)`/gm), ([, name]) => name).sort();
		const { contributes } = JSON.parse(textOf('package.json'));
		assert.deepEqual(
			firstCells('Commands').map((name) => `systemLandscape.${name}`),
			contributes.commands.map(({ command }: { command: string }) => command).sort(),
		);
		assert.deepEqual(firstCells('Settings'), Object.keys(contributes.configuration.properties).sort());
		assert.deepEqual(
			Array.from(section('Codes of refusals').matchAll(/`([a-z0-9-]+)`/g), ([, code]) => code),
			Array.from(textOf('src/model/decision.ts').matchAll(/\| '([a-z0-9-]+)'/g), ([, code]) => code).sort(),
		);
	});
});

describe('The check of the documentation', () => {
	// Made up, and put together so that this file does not name them.
	const [rule, decision, page] = [`R-${'MADE'}-12`, `DEC-${'900'}`, `D/${'0123abc'}`] as const;

	it('finds ids as whole words', () => {
		const text = `// (${rule}, ${decision}) ${page}; X${rule}, ${rule}-3, R-made-1, DECK-1, HD/0123abc9`;
		assert.deepEqual(idsIn(text), [rule, decision, page]);
		assert.deepEqual(idsIn(`R-${'MADE'}-1a`), [`R-${'MADE'}-1a`]);
	});

	it('finds references that lead nowhere in comments and titles only', () => {
		assert.deepEqual(
			danglingIn("/** As design 4, B1a (2.2, E12) and issue 3 say. */\nit('8.1: takes', () => {"),
			['design 4', 'B1a', '2.2', 'E12', 'issue 3', '8.1'],
		);
		assert.deepEqual(danglingIn("const name = 'E1';\n// YAML 1.2, 0.5) and F1\nset('B1', 2.2);"), []);
	});

	it('takes a mention for no explanation', () => {
		assert.deepEqual(idsExplainedIn(`See ${rule}.\n| a | ${decision} |\n| [${page}] | title |`), []);
		assert.deepEqual(
			idsExplainedIn(`| ${rule} | text |\n### ${decision} Title\n[${page}]: https://example.com`),
			[rule, decision, page],
		);
	});

	it('names the place of an id that is not explained, and of one that is explained twice', () => {
		const places = new Map([['src/a.ts', `${rule} ${decision} ${rule}`]]);
		assert.deepEqual(unexplained(places, new Set([decision])), [`src/a.ts: ${rule}`]);
		assert.deepEqual(repeated([rule, decision, rule]), [rule]);
	});
});
