import assert from 'node:assert/strict';
import type { TokenVault } from '../../../src/workspace/token-vault.ts';
import { heldToken } from '../factories.ts';
import { machine } from '../machine.ts';

const fingerprintsOf = (vault: TokenVault) => vault.held.map(({ fingerprint }) => fingerprint);

describe('the vault of tokens', () => {
	it('remembers what two windows hold, and lets each delete what the other has minted', async () => {
		const { secrets, vault } = machine();
		const [one, other] = [vault(), vault()];
		const first = await one.mint(heldToken());
		const second = await other.mint(heldToken());
		assert.deepEqual(fingerprintsOf(one), [first.fingerprint, second.fingerprint]);
		await other.forget(first.fingerprint);
		assert.deepEqual(fingerprintsOf(one), [second.fingerprint]);
		assert.equal(await one.textOf(first.fingerprint), undefined);
		assert.deepEqual([...secrets.values()], [second.text]);
	});

	it('knows a superseded token without its text, and once only', async () => {
		const { memory, vault } = machine();
		const { fingerprint, text } = await vault().mint(heldToken());
		await vault().supersede(fingerprint);
		await vault().supersede(fingerprint);
		assert.equal(vault().wasSuperseded(fingerprint), true);
		assert.deepEqual(vault().held, []);
		assert.equal(await vault().textOf(fingerprint), undefined);
		assert.deepEqual([...memory.values()].flat(), [fingerprint]);
		assert.ok(!JSON.stringify([...memory]).includes(text));
	});
});
