import { expect } from 'chai';
import { applyEdits } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import { occurrencesAt } from '../../../src/language/occurrences.ts';
import { rename, renameEntry } from '../../../src/language/rename.ts';
import { symbolsIn } from '../../../src/language/symbols.ts';
import { atCursor } from './at-cursor.ts';

const TEXT = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV: # the first
    type: SAP S/4HANA Cloud
    status: registered
  'QAS': { type: SAP Marketing Cloud, status: pending }
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      "DEV":
        status: enabled
        description: DEV
subaccounts:
  dev:
    entitlements:
      - { service: s4-hana-cloud, plan: api-access, system: DEV, amount: 1 }
formations:
  Side by side:
    type: Side-by-Side Extensibility with Kyma
    systems: [ DEV ]
`;

function renamed(marked: string, name: string): string {
	const { text, offset } = atCursor(marked);
	const result = rename(read(text), offset, name);
	return result.ok ? applyEdits(text, result.edits) : result.code;
}

const at = (part: string) => TEXT.replace(part, `${part.slice(0, -1)}|${part.slice(-1)}`);

describe('Names in a landscape file', () => {
	it('are found wherever they stand: entry, extension, entitlement and formation', () => {
		for (const place of ['  DEV', '"DEV', 'system: DEV', '[ DEV']) {
			const { text, offset } = atCursor(at(place));
			const found = occurrencesAt(read(text), offset);
			expect(
				found?.all.map(({ start, end, isDefinition }) => [text.slice(start, end), isDefinition]),
			).to.deep.equal([
				['DEV', true],
				['"DEV"', false],
				['DEV', false],
				['DEV', false],
			]);
		}
	});

	it('are none in comments, keys and other values', () => {
		for (const place of ['# the first', 'version', 'status: reg']) {
			const { text, offset } = atCursor(at(place));
			expect(occurrencesAt(read(text), offset), place).to.equal(undefined);
		}
	});

	it('DEC-30: are renamed everywhere, with the description that repeats them, and nothing else changes', () => {
		const expected = TEXT.replace('  DEV: #', '  PRD: #')
			.replace('"DEV"', '"PRD"')
			.replace('description: DEV', 'description: PRD')
			.replace('system: DEV', 'system: PRD')
			.replace('[ DEV ]', '[ PRD ]');
		expect(renamed(at('system: DEV'), 'PRD')).to.equal(expected);
		expect(renamed(at('system: DEV').replaceAll('\n', '\r\n'), 'PRD')).to.equal(
			expected.replaceAll('\n', '\r\n'),
		);
	});

	it('keep their quotes, and get some where YAML needs them', () => {
		expect(renamed(at("  'QAS"), "Q'S")).to.contain("  'Q''S': {");
		expect(renamed(at('  DEV'), 'yes: no, [x]'))
			.to.contain('  "yes: no, [x]": #')
			.and.to.contain('[ "yes: no, [x]" ]');
		expect(renamed(at('  dev'), '2026-11-20')).to.contain('  "2026-11-20":\n');
	});

	it('R-NAME-1, R-NAME-2, R-NAME-3, R-FOR-1: are refused by the rules for new names', () => {
		expect(renamed(at('  DEV'), '')).to.equal('name-empty');
		expect(renamed(at('  DEV'), ' x')).to.equal('name-surrounding-blanks');
		expect(renamed(at('  DEV'), 'Zürich')).to.equal('name-not-printable-ascii');
		expect(renamed(at('  DEV'), 'QAS')).to.equal('name-taken');
		expect(renamed(at('  dev'), '')).to.equal('subaccount-empty');
		expect(renamed(at('Side by'), '-')).to.equal('formation-name-invalid');
		expect(renamed(at('  my300001'), 'no host')).to.equal('tenant-invalid');
		expect(renamed(at('  DEV'), 'DEV')).to.equal(TEXT);
	});

	it('of tenants are written in lower case', () => {
		expect(renamed(at('  my300001'), 'MY300002.s4hana.example')).to.contain('  my300002.s4hana.example:\n');
	});

	it('are not changed in a file that is not fully understood, or where an alias may say them elsewhere', () => {
		expect(renamed(`${at('  DEV')}x: [\n`, 'PRD')).to.equal('landscape-unreadable');
		const shared = at('  DEV').replace('system: DEV', 'system: &a DEV').replace('[ DEV ]', '[ *a ]');
		expect(renamed(shared, 'PRD')).to.equal('edit-unsafe');
	});

	it('do not become those that the file only refers to', () => {
		expect(renamed(at('  DEV').replace('[ DEV ]', '[ DEV, Gone ]'), 'Gone')).to.equal('name-taken');
	});

	it('keep the final line break when they stand in lines of their own', () => {
		const text = TEXT.replace('systems: [ DEV ]', 'systems:\n      - |-\n        DEV');
		const { offset } = atCursor(at('  DEV'));
		const result = rename(read(text), offset, 'PRD');
		expect(result.ok ? applyEdits(text, result.edits) : result.code).to.match(/PRD\n$|^edit-unsafe$/);
	});

	it('may be empty or numbers in the outline, which VS Code can show all the same', () => {
		const [systems] = symbolsIn(read('systems:\n  "": {}\n  007: {}\n'));
		expect(systems?.children.map(({ name }) => name)).to.deep.equal(['""', '007']);
	});

	it('are renamed by the entry, too, as from any place that names it', () => {
		for (const [entry, place] of [
			['DEV', 'system: DEV'],
			['QAS', "  'QAS"],
		] as const) {
			const result = renameEntry(read(TEXT), 'systems', entry, 'PRD');
			expect(result.ok && applyEdits(TEXT, result.edits)).to.equal(renamed(at(place), 'PRD'));
		}
		expect(renameEntry(read(TEXT), 'systems', 'DEV', 'QAS')).to.deep.include({ code: 'name-taken' });
		const text = 'version: 1\nglobalAccount: Acme\nmode: practice\nsystems: *all\n';
		expect(renameEntry(read(text), 'systems', 'DEV', 'PRD')).to.deep.include({ code: 'edit-unsafe' });
	});

	it('make the outline, each with its type and status', () => {
		const outline = symbolsIn(read(TEXT)).map(({ name, children }) => [
			name,
			children.map((child) => [child.name, child.detail, child.children.map((part) => part.name)]),
		]);
		expect(outline).to.deep.equal([
			[
				'systems',
				[
					['DEV', 'SAP S/4HANA Cloud, registered', []],
					['QAS', 'SAP Marketing Cloud, pending', []],
				],
			],
			['tenants', [['my300001.s4hana.example', 'SAP S/4HANA Cloud', ['DEV']]]],
			['subaccounts', [['dev', '', ['s4-hana-cloud api-access']]]],
			['formations', [['Side by side', 'Side-by-Side Extensibility with Kyma', ['DEV']]]],
		]);
		for (const { start, end, key } of symbolsIn(read(TEXT))) {
			expect(key.start >= start && key.end <= end).to.equal(true);
		}
	});
});
