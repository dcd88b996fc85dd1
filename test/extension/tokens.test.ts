import { assert } from 'chai';
import { commands, window } from 'vscode';
import { copiedToken, givenPendingSystem, S4, SYSTEM, TENANT } from './given-landscape.ts';
import { append, clear, fileUri, run, succeed, textOf, until, untilText, write } from './landscape-folder.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Moves the dates of all tokens back, as if time had passed. */
async function letDaysPass(days: number): Promise<void> {
	const text = await textOf();
	await write(
		text.replace(/"(\d{4}-[^"]+Z)"/g, (_, moment: string) => {
			const earlier = new Date(Date.parse(moment) - days * DAY).toISOString();
			return `"${earlier.slice(0, 19)}Z"`;
		}),
	);
}

describe('An integration token', () => {
	beforeEach(clear);

	it('R-TOK-3: is valid for 7 days', async () => {
		await givenPendingSystem();
		const text = await textOf();
		const [issued, expires] = [/issuedAt: "(.*)"/, /expiresAt: "(.*)"/].map((pattern) =>
			Date.parse(pattern.exec(text)?.[1] ?? ''),
		);
		assert.equal((expires ?? 0) - (issued ?? 0), 7 * DAY);
	});

	it('is not in the file, only its fingerprint is', async () => {
		const token = await givenPendingSystem();
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
		const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
		assert.include(await textOf(), `fingerprint: sha256:${hex}\n`);
		assert.notInclude(await textOf(), token);
	});

	it('R-TOK-6, DEC-3: is reissued when it is copied after it expired, and the old one is superseded then', async () => {
		const old = await givenPendingSystem();
		await letDaysPass(8);
		assert.deepInclude(await run('createExtension', { tenant: TENANT, token: old }), {
			code: 'token-expired',
		});
		const answer = await succeed('copyToken', { system: SYSTEM });
		assert.equal(answer.reissued, true);
		assert.isAbove(Date.parse(String(answer.expiresAt)), Date.now() + 6 * DAY);
		assert.deepInclude(await run('createExtension', { tenant: TENANT, token: old }), {
			code: 'token-superseded',
		});
		const token = await copiedToken();
		await succeed('createExtension', { tenant: TENANT, token });
		await untilText(/status: registered/);
	});

	it('R-TOK-5: works once: using it again is refused and names the extension that used it', async () => {
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token });
		const again = await run('createExtension', { tenant: 'other.s4hana.example', token });
		assert.deepInclude(again, { ok: false, code: 'token-used' });
		assert.include(again.message, TENANT);
		await untilText(/status: registered/);
	});

	it('is accepted with blanks around it, as pasting brings them', async () => {
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token: ` ${token}\n` });
		await untilText(/status: registered/);
	});

	it('DEC-7: is superseded by a newer one', async () => {
		const old = await givenPendingSystem();
		await succeed('getToken', { system: SYSTEM, scenarioGroups: ['Integration with SAP Start'] });
		assert.include(await textOf(), '        - Integration with SAP Start\n');
		assert.deepInclude(await run('createExtension', { tenant: TENANT, token: old }), {
			code: 'token-superseded',
		});
	});

	it('for another system type is refused with token-wrong-type, also by a tenant that is new', async () => {
		const token = await givenPendingSystem();
		const marketing = { tenant: 'mkt.example', type: 'SAP Marketing Cloud' };
		assert.deepInclude(await run('createExtension', { ...marketing, token }), { code: 'token-wrong-type' });
		await succeed('openTenant', marketing);
		assert.deepInclude(await run('createExtension', { tenant: 'mkt.example', token }), {
			code: 'token-wrong-type',
		});
		assert.deepInclude(await run('openTenant', { tenant: 'mkt.example', type: S4 }), {
			code: 'tenant-type-differs',
		});
	});

	it('that was issued on another computer is token-not-on-this-machine, and can be used all the same', async () => {
		const token = 'cd'.repeat(32);
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
		const fingerprint = `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
		await givenPendingSystem();
		await write((await textOf()).replace(/sha256:\w+/, fingerprint));
		const answer = await run('copyToken', { system: SYSTEM });
		assert.deepInclude(answer, { ok: false, code: 'token-not-on-this-machine' });
		await succeed('createExtension', { tenant: TENANT, token });
		await untilText(/status: registered/);
	});

	it('can be displayed as long as it is open, and not after it was used', async () => {
		const token = await givenPendingSystem();
		assert.deepEqual(await run('displayToken', { system: SYSTEM }), { ok: true });
		await succeed('createExtension', { tenant: TENANT, token });
		assert.deepInclude(await run('displayToken', { system: SYSTEM }), { code: 'token-used' });
		await untilText(/status: registered/);
		assert.deepInclude(
			await run('getToken', { system: SYSTEM, scenarioGroups: ['All Communication Scenarios'] }),
			{
				code: 'status-forbids',
			},
		);
	});
});

describe('The text of a token on this machine', () => {
	beforeEach(clear);

	const NEWER = '"2099-01-01T00:00:00Z"';
	/** Whether *Copy Token* still has the text when the landscape is again as it was when the token was issued. */
	const isHeldWith = async (text: string) => {
		await write(text);
		const answer = await run('copyToken', { system: SYSTEM });
		assert.isTrue(answer.ok || answer.code === 'token-not-on-this-machine', answer.message);
		return answer.ok;
	};

	it('R-TOK-5: is deleted when a pull brings that the token was used', async () => {
		await givenPendingSystem();
		const text = await textOf();
		await write(text.replace(/(fingerprint: .*\n)/, `$1      usedAt: ${NEWER}\n`));
		assert.isFalse(await isHeldWith(text));
	});

	it('DEC-7: is deleted when a pull brings a newer token of the same system, and the old one is superseded', async () => {
		const token = await givenPendingSystem();
		const text = await textOf();
		await write(
			text.replace(/sha256:\w+/, `sha256:${'ab'.repeat(32)}`).replace(/(issuedAt: ).*/, `$1${NEWER}`),
		);
		assert.deepInclude(await run('createExtension', { tenant: TENANT, type: S4, token }), {
			code: 'token-superseded',
		});
		assert.isFalse(await isHeldWith(text));
	});

	it('R-TOK-14: is deleted when the token has expired', async () => {
		await givenPendingSystem();
		const text = await textOf();
		await letDaysPass(8);
		assert.isFalse(await isHeldWith(text));
	});

	it('is kept when a branch has an older token, no token, no such system, conflicts or no landscape at all', async () => {
		await givenPendingSystem();
		const text = await textOf();
		const older = text.replace(/sha256:\w+/, `sha256:${'ab'.repeat(32)}`);
		for (const other of [
			older.replace(/(issuedAt: ).*/, '$1"2020-01-01T00:00:00Z"'),
			text.replace(/ {4}token:[\s\S]*$/, ''),
			text.replace(`  ${SYSTEM}:`, '  Renamed:'),
			text.replace(/systems:[\s\S]*$/, ''),
			older.replace(/( *issuedAt: ).*\n/, `<<<<<<< HEAD\n$&=======\n$1${NEWER}\n>>>>>>> theirs\n`),
		]) {
			assert.notEqual(other, text);
			await write(other);
			assert.isTrue(await isHeldWith(text), other);
		}
		await clear();
		assert.isTrue(await isHeldWith(text));
	});

	it('is kept for as long as the editor that says something else is not saved', async () => {
		await givenPendingSystem();
		await window.showTextDocument(fileUri());
		await append(`      usedAt: ${NEWER}\n`);
		await succeed('refresh', {});
		assert.deepInclude(await run('copyToken', { system: SYSTEM }), { code: 'token-used' });
		await commands.executeCommand('undo');
		assert.deepInclude(await run('copyToken', { system: SYSTEM }), { ok: true });
	});

	it('is deleted when its system is removed or gets a newer token here', async () => {
		await givenPendingSystem();
		const text = await textOf();
		await succeed('getToken', { system: SYSTEM, scenarioGroups: ['All Communication Scenarios'] });
		const newer = await textOf();
		assert.isFalse(await isHeldWith(text));
		assert.isTrue(await isHeldWith(newer));
		await succeed('removeSystem', { system: SYSTEM });
		await until(async () => ((await textOf()).includes(SYSTEM) ? undefined : true));
		assert.isFalse(await isHeldWith(newer));
	});
});
