import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	checkGlobalAccountName,
	checkSubaccountName,
	checkSystemName,
	LONGEST_NAME,
	shorten,
} from '../../../src/model/names.ts';
import { assertRefused, DEV } from '../factories.ts';
import { forAll } from '../property-runs.ts';

describe('system names', () => {
	it('R-NAME-1: a name is mandatory, name-empty', () => {
		for (const name of ['', ' ', '\t\n', '\u00a0']) {
			assertRefused(checkSystemName(name), 'name-empty');
		}
	});

	it("R-NAME-2: SAP's own example with slash and spaces is accepted", () => {
		assert.equal(checkSystemName(DEV), undefined);
	});

	it('R-NAME-2: every printable ASCII character may stand inside a name', () => {
		for (let code = 0x20; code <= 0x7e; code++) {
			assert.equal(checkSystemName(`a${String.fromCharCode(code)}b`), undefined);
		}
	});

	it('R-NAME-2: a name with ä is refused and the ä named, name-not-printable-ascii', () => {
		assertRefused(checkSystemName('Käufer'), 'name-not-printable-ascii', /"ä"/);
	});

	it('R-NAME-2: an emoji is named as a whole, not as half a surrogate pair', () => {
		assertRefused(checkSystemName('a🚀b'), 'name-not-printable-ascii', /"🚀"/u);
	});

	for (const code of [0x00, 0x09, 0x0a, 0x1f, 0x7f, 0x9f]) {
		it(`R-NAME-2: a control character inside (${code.toString(16)}) is refused without being shown`, () => {
			const { message } = assertRefused(
				checkSystemName(`a${String.fromCharCode(code)}b`),
				'name-not-printable-ascii',
			);
			assert.doesNotMatch(message, /\p{Cc}/u);
		});
	}

	it('R-NAME-2: a name is accepted exactly when it is printable ASCII without surrounding spaces', () => {
		forAll(200, fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
			const allowed = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(name);
			assert.equal(checkSystemName(name) === undefined, allowed);
		});
	});

	it('R-NAME-5, DEC-6: spaces before or after are refused, name-surrounding-blanks', () => {
		for (const name of [' a', 'a ', '\ta', 'a\n', ' ä']) {
			assertRefused(checkSystemName(name), 'name-surrounding-blanks');
		}
	});

	it('R-NAME-5, DEC-6: the longest name of our own cap is accepted, one more character is not', () => {
		assert.equal(checkSystemName('x'.repeat(LONGEST_NAME)), undefined);
		assertRefused(checkSystemName('x'.repeat(LONGEST_NAME + 1)), 'name-too-long');
	});

	it("DEC-6: a name of 10,000 characters is refused, and the message says that the limit isn't SAP's", () => {
		const { message } = assertRefused(checkSystemName('x'.repeat(10_000)), 'name-too-long');
		assert.match(message, /not SAP\./);
		assert.ok(message.length < 200);
	});

	for (const name of [
		'__proto__',
		'constructor',
		'toString',
		'hasOwnProperty',
		'null',
		'true',
		'1',
		'#',
		'- a',
		'{}',
	]) {
		it(`"${name}" is a name like any other`, () => {
			assert.equal(checkSystemName(name), undefined);
		});
	}
});

describe('subaccount names', () => {
	it('an empty name is refused, subaccount-empty', () => {
		assertRefused(checkSubaccountName(''), 'subaccount-empty');
		assertRefused(checkSubaccountName('  '), 'subaccount-empty');
	});

	it('surrounding spaces and the length limit hold as for systems', () => {
		assertRefused(checkSubaccountName('dev '), 'name-surrounding-blanks');
		assertRefused(checkSubaccountName('x'.repeat(10_000)), 'name-too-long');
	});

	it('letters beyond ASCII are fine: R-NAME-2 is about systems only', () => {
		assert.equal(checkSubaccountName('Käufer 🚀'), undefined);
	});
});

describe('global account names', () => {
	it('an empty name is refused, global-account-empty', () => {
		assertRefused(checkGlobalAccountName(''), 'global-account-empty');
	});

	it('surrounding spaces and the length limit hold as for systems', () => {
		assertRefused(checkGlobalAccountName(' Acme'), 'name-surrounding-blanks');
		assertRefused(checkGlobalAccountName('x'.repeat(LONGEST_NAME + 1)), 'name-too-long');
	});

	it('letters beyond ASCII are fine', () => {
		assert.equal(checkGlobalAccountName('Müller & Söhne'), undefined);
	});
});

describe('names in a sentence', () => {
	it('80 characters are shown whole, more are cut to 80 with an ellipsis', () => {
		assert.equal(shorten('x'.repeat(80)), 'x'.repeat(80));
		assert.equal(shorten('x'.repeat(81)), `${'x'.repeat(79)}…`);
	});
});
