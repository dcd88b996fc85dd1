import assert from 'node:assert/strict';
import { checkHostName, hostName } from '../../../src/model/names.ts';
import { assertRefused, HOST } from '../factories.ts';

describe('host names of tenants', () => {
	for (const host of [
		HOST,
		'localhost',
		'a',
		'1.2.3.4',
		'xn--mnchen-3ya.example',
		'a-b.c',
		`${'a'.repeat(63)}.example`,
		Array(4).fill('a'.repeat(62)).join('.'),
	]) {
		it(`accepts ${host.slice(0, 40)} (${host.length} characters)`, () => {
			assert.equal(checkHostName(host), undefined);
		});
	}

	it('capitals are accepted, and compared and stored in lower case', () => {
		assert.equal(checkHostName('MY300001.S4HANA.Example'), undefined);
		assert.equal(hostName('MY300001.S4HANA.Example'), HOST);
	});

	for (const [what, host] of Object.entries({
		'no text': '',
		'blanks only': '   ',
		'a blank inside': 'my 300001.example',
		'surrounding blanks': ' my300001.example',
		'a leading dot': '.example',
		'a trailing dot': 'example.',
		'two dots in a row': 'a..b',
		'a leading hyphen': '-a.example',
		'a trailing hyphen': 'a-.example',
		'an underscore': 'a_b.example',
		'a port': 'a.example:443',
		'a path': 'a.example/ui',
		'a letter beyond ASCII': 'münchen.example',
		'a line break at the end': 'a.example\n',
		'a label of 64 characters': `${'a'.repeat(64)}.example`,
		'254 characters': `${Array(4).fill('a'.repeat(62)).join('.')}.aa`,
		'10,000 characters': 'a.'.repeat(5000),
		'a prototype key': '__proto__',
	})) {
		it(`refuses ${what}, tenant-invalid`, () => {
			const { message } = assertRefused(checkHostName(host), 'tenant-invalid');
			assert.ok(message.length < 250);
		});
	}

	it('a pasted address is answered with the host name in it', () => {
		const { message } = assertRefused(
			checkHostName(`https://${HOST.toUpperCase()}/ui#Shell-home`),
			'tenant-invalid',
		);
		assert.equal(message, `Enter the host name only: ${HOST}`);
	});
});
