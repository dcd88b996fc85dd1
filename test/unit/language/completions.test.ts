import { expect } from 'chai';
import { read } from '../../../src/document/read.ts';
import { indentStep } from '../../../src/document/text-positions.ts';
import { type Completion, completionsAt } from '../../../src/language/completions.ts';
import { labelsOf } from '../factories.ts';
import { atCursor, SCHEMA } from './at-cursor.ts';

const SYSTEMS = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV:
    type: SAP S/4HANA Cloud
    status: registered
  "yes":
    type: SAP Marketing Cloud
    status: pending
`;

function completions(marked: string): readonly Completion[] {
	const { text, offset } = atCursor(marked);
	return completionsAt(text, offset, {
		landscape: read(text).landscape,
		schema: SCHEMA,
		step: indentStep(text),
	});
}

function labels(marked: string): readonly string[] {
	return labelsOf(completions(marked));
}

/** The text after one of the completions was chosen, `|` where the cursor is then. */
function choosing(label: string, marked: string): string {
	const { text } = atCursor(marked);
	const chosen = completions(marked).find((completion) => completion.label === label);
	if (!chosen) {
		throw new Error(`${label} is not offered.`);
	}
	const inserted = chosen.isSnippet
		? chosen.text.replace('$0', '|').replace(/\\(.)/g, '$1')
		: `${chosen.text}|`;
	return text.slice(0, chosen.start) + inserted + text.slice(chosen.end);
}

/** What the record of a real system may have beside its status. */
const FACTS = ['recordedAt', 'url', 'role', 'discovery', 'owner', 'note'];

describe('Completions in a landscape file', () => {
	it('are the keys of a record that are still missing, required ones first', () => {
		const found = completions('systems:\n  DEV:\n    type: x\n    |\n');
		expect(found.map(({ label, isFirst }) => [label, isFirst])).to.deep.equal([
			['status', true],
			...FACTS.map((fact) => [fact, false]),
			['pairedTenant', false],
			['token', false],
		]);
		expect(labels('version: 1\n|')).to.deep.equal([
			...['globalAccount', 'mode', 'subdomain', 'region', 'systems', 'tenants', 'subaccounts', 'formations'],
		]);
		expect(labels('systems:\n  DEV:\n    |\n')).to.deep.equal([
			...['type', 'status', ...FACTS, 'pairedTenant', 'token'],
		]);
	});

	it('are keys for a half-typed one, also above another key', () => {
		expect(labels('version: 1\nmo|\nsystems:\n')).to.include('mode').and.not.include('version');
		expect(choosing('status', 'systems:\n  DEV:\n    st|\n    type: x\n')).to.equal(
			'systems:\n  DEV:\n    status: |\n    type: x\n',
		);
	});

	it('R-NAME-1: never are a system without a name', () => {
		const systems = 'systems:\n  "": { type: x, status: pending }\n  DEV: { type: x, status: pending }\n';
		for (const place of [
			'subaccounts:\n  dev:\n    entitlements:\n      - system: |\n',
			'tenants:\n  t.example:\n    extensions:\n      |\n',
		]) {
			expect(labels(systems + place)).to.deep.equal(['DEV']);
		}
	});

	it('put what follows a key in the steps of the file', () => {
		expect(choosing('token', 'systems:\n    DEV:\n        type: x\n        |\n')).to.equal(
			'systems:\n    DEV:\n        type: x\n        token:\n            |\n',
		);
		expect(choosing('entitlements', 'subaccounts:\n  dev:\n    |\n')).to.equal(
			'subaccounts:\n  dev:\n    entitlements:\n      - |\n',
		);
		expect(choosing('type', 'systems:\n  DEV: { | }\n')).to.equal('systems:\n  DEV: { type: | }\n');
	});

	it('keep the value of a key that is only renamed', () => {
		expect(choosing('type', 'systems:\n  DEV:\n    t|yp: x\n')).to.equal('systems:\n  DEV:\n    type|: x\n');
	});

	it('are the statuses, modes and types, quoted where YAML needs it', () => {
		expect(labels('systems:\n  DEV:\n    status: |\n')).to.deep.equal([
			...['pending', 'registered', 'error', 'deregistering', 'deregister-error', 'unregistered'],
			...['removing', 'remove-error'],
		]);
		expect(labels('version: 1\nmode: pr|')).to.deep.equal(['practice', 'recorded']);
		expect(labels('systems:\n  DEV:\n    type: |\n')).to.include('SAP S/4HANA Cloud');
		expect(choosing('SAP Marketing Cloud', 'systems:\n  DEV:\n    type: "SAP|"\n')).to.equal(
			'systems:\n  DEV:\n    type: "SAP Marketing Cloud"|\n',
		);
		expect(choosing('pending', 'systems:\n  DEV:\n    status:|\n')).to.equal(
			'systems:\n  DEV:\n    status: pending|\n',
		);
	});

	it('are the scenario groups of the type that are not chosen yet', () => {
		const of = (type: string) =>
			`systems:\n  DEV:\n    type: ${type}\n    status: pending\n    token:\n      expiresAt: "2026-11-27T10:00:00Z"\n      scenarioGroups:\n        - Integration with SAP Start\n        - |\n`;
		expect(labels(of('SAP S/4HANA Cloud')))
			.to.include('All Communication Scenarios')
			.and.not.include('Integration with SAP Start');
		expect(labels(of('SAP Marketing Cloud'))).to.deep.equal([]);
		expect(choosing('All Communication Scenarios', of('SAP S/4HANA Cloud').replace('- |', '|'))).to.match(
			/ {8}- Integration with SAP Start\n {8}\S/,
		);
	});

	it('are the services, and the plans of the chosen service only', () => {
		const of = (line: string) => `subaccounts:\n  dev:\n    entitlements:\n      - ${line}\n`;
		expect(labels(of('service: |'))).to.deep.equal(['s4-hana-cloud', 'sap-successfactors-extensibility']);
		expect(labels(of('service: s4-hana-cloud\n        plan: |'))).to.deep.equal(['api-access', 'messaging']);
		expect(labels(of('service: sap-successfactors-extensibility\n        plan: |'))).to.deep.equal([
			...['api-access', 'sso-configuration'],
		]);
		expect(labels(of('|'))).to.deep.equal([...['service', 'plan', 'system', 'amount', 'recordedAt']]);
	});

	it('are the names of systems wherever they are referred to, those that are allowed first', () => {
		const entitlement = completions(
			`${SYSTEMS}subaccounts:\n  dev:\n    entitlements:\n      - service: s4-hana-cloud\n        system: |\n`,
		);
		expect(entitlement.map(({ label, text, isFirst }) => [label, text, isFirst])).to.deep.equal([
			['DEV', 'DEV', true],
			['yes', '"yes"', false],
		]);
		expect(
			labels(`${SYSTEMS}formations:\n  F:\n    type: Integration with SAP Start\n    systems: [DEV, |]\n`),
		).to.deep.equal(['yes']);
		expect(
			choosing(
				'yes',
				`${SYSTEMS}tenants:\n  my.example:\n    type: SAP Marketing Cloud\n    extensions:\n      |\n`,
			),
		).to.match(/ {4}extensions:\n {6}"yes":\n {8}\|\n$/);
	});

	it('are none in comments, in unknown places and in lists that say something else', () => {
		for (const marked of [
			'# com|ment\nversion: 1\n',
			'version: 1 # |\n',
			'unknown:\n  |\n',
			'systems:\n  |\n',
			'version: |\n',
			'a: |-\n',
		]) {
			expect(labels(marked), marked).to.deep.equal([]);
		}
	});

	it('work with Windows line ends and a byte-order mark', () => {
		expect(labels('\uFEFFversion: 1\r\nmode: |\r\nsystems:\r\n')).to.deep.equal(['practice', 'recorded']);
		expect(labels('systems:\r\n  DEV:\r\n    ty|\r\n')).to.include('type');
	});

	it('are the tenants for pairedTenant, those of the type of the system first', () => {
		const tenants = 'tenants:\n  a.example:\n    type: x\n  b.example:\n    type: y\n';
		const found = completions(`systems:\n  DEV:\n    type: y\n    pairedTenant: |\n${tenants}`);
		expect(found.map(({ label, isFirst }) => [label, isFirst])).to.deep.equal([
			['a.example', false],
			['b.example', true],
		]);
	});

	it('look only at the entry around the cursor in a long file, wherever that is', () => {
		const entry = (index: number) => `  S${index}:\n    type: SAP S/4HANA Cloud\n    status: pending\n`;
		const many = Array.from({ length: 5000 }, (_, index) => entry(index)).join('');
		for (const start of ['', '\n', '# comment\n\n']) {
			const marked = `${start}version: 1\nsystems:\n${many.replace('S4000:\n', 'S4000:\n    |\n')}`;
			const { text, offset } = atCursor(marked);
			const found = completionsAt(text, offset, { landscape: read('').landscape, schema: SCHEMA, step: 2 });
			expect(found.map(({ label, start: at }) => [label, at - offset])).to.deep.equal([
				...FACTS.map((fact) => [fact, 0]),
				['pairedTenant', 0],
				['token', 0],
			]);
			expect(completionsAt(text, 0, { landscape: read('').landscape, schema: SCHEMA, step: 2 })).to.be.an(
				'array',
			);
		}
	});
});
