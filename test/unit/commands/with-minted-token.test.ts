import assert from 'node:assert/strict';
import { withMintedToken } from '../../../src/commands/with-minted-token.ts';
import { refuse } from '../../../src/model/decision.ts';
import { toMillis } from '../../../src/model/instant.ts';
import { DEV, S4 } from '../factories.ts';
import { machine } from '../machine.ts';

const SYSTEM = { landscape: 'file:///system-landscape.yaml', system: DEV, type: S4 };

describe('Minting a token', () => {
	it('R-TOK-3: stores and remembers its text before the landscape is written, so that it is deleted even if VS Code ends then', async () => {
		const { secrets, vault: open } = machine();
		const vault = open();
		const result = await withMintedToken(vault, SYSTEM, async (fingerprint) => {
			const [held] = vault.held;
			assert.equal(held?.fingerprint, fingerprint);
			assert.equal(held.system, DEV);
			assert.equal(toMillis(held.expiresAt) - toMillis(held.issuedAt), 7 * 24 * 60 * 60 * 1000);
			assert.ok(await vault.textOf(fingerprint));
			return { ok: true };
		});
		assert.deepEqual([...secrets.values()], result?.ok ? [result.text] : []);
	});

	it('forgets it again where the landscape is not written', async () => {
		const { secrets, vault: open } = machine();
		const vault = open();
		const refused = refuse('landscape-changed', 'Try again.');
		assert.equal(await withMintedToken(vault, SYSTEM, async () => refused), refused);
		assert.deepEqual([...secrets], []);
		assert.deepEqual(vault.held, []);
	});

	it('keeps it where the landscape is changed but not saved, as the person may save it', async () => {
		const { secrets, vault: open } = machine();
		const vault = open();
		const refused = refuse('landscape-not-saved', 'Save it.');
		assert.equal(await withMintedToken(vault, SYSTEM, async () => refused), refused);
		assert.equal(secrets.size, 1);
		assert.equal(vault.held.length, 1);
	});
});
