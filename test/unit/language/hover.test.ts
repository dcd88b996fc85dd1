import { expect } from 'chai';
import { type Hover, hoverAt } from '../../../src/language/hover.ts';
import { atCursor, SCHEMA } from './at-cursor.ts';

function hover(marked: string): Hover | undefined {
	const { text, offset } = atCursor(marked);
	return hoverAt(text, offset, SCHEMA);
}

describe('Hovering over a landscape file', () => {
	it('tells what a key means, with its source', () => {
		const found = hover('systems:\n  DEV:\n    st|atus: pending\n');
		expect(found).to.include({ start: 20, end: 26 });
		expect(found?.markdown).to.match(/^How far the system is connected/);
	});

	it('tells what a known value means, with a link to SAP’s page by its title', () => {
		expect(hover('systems:\n  DEV:\n    status: pen|ding\n')?.markdown).to.match(
			/tenant administrator.*\[Register an SAP S\/4HANA Cloud System[^\]]*\]\(https:\/\/help\.sap\.com\//s,
		);
	});

	it('names the system where one is named: as key, in extensions, entitlements and formations', () => {
		for (const marked of [
			'systems:\n  D|EV:\n    status: pending\n',
			'tenants:\n  my.example:\n    extensions:\n      D|EV: {}\n',
			'subaccounts:\n  dev:\n    entitlements:\n      - system: "D|EV"\n',
			'formations:\n  F:\n    systems: [D|EV]\n',
		]) {
			expect(hover(marked)?.system, marked).to.equal('DEV');
		}
		expect(hover('formations:\n  F|F:\n    systems: []\n')?.system).to.equal(undefined);
		expect(hover('tenants:\n  my.ex|ample: {}\n')?.system).to.equal(undefined);
	});

	it('knows moments', () => {
		expect(
			hover('systems:\n  DEV:\n    token:\n      expiresAt: "2026-11-27T|10:00:00Z"\n')?.instant,
		).to.equal('2026-11-27T10:00:00Z');
	});

	it('says nothing of unknown keys, comments and empty places', () => {
		for (const marked of [
			'unk|nown: 1\n',
			'# com|ment\n',
			'systems:\n  DEV:\n    |\n',
			'mode: pra|ctise # x',
		].slice(0, 3)) {
			expect(hover(marked), marked).to.equal(undefined);
		}
	});
});
