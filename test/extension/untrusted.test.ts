import { assert } from 'chai';
import { commands, workspace } from 'vscode';
import { givenPendingSystem, SYSTEM, TENANT } from './given-landscape.ts';
import { clear, succeed, textOf, untilText } from './landscape-folder.ts';

describe('In a workspace that is not trusted', () => {
	before(clear);

	it('practice finishes nothing until the workspace is trusted, and what a person asks for is written', async () => {
		assert.isFalse(workspace.isTrusted);
		const token = await givenPendingSystem();
		await succeed('createExtension', { tenant: TENANT, token });
		// Its time is over at once. What practice would write now comes before the next change.
		await succeed('refresh', {});
		await succeed('addSubaccount', { name: 'dev' });
		const text = await textOf();
		assert.include(text, 'dev:');
		assert.include(text, 'status: pending');
		assert.include(text, 'status: enabling');
		assert.isFalse(workspace.isTrusted);

		await commands.executeCommand('workbench.trust.manage');
		assert.include(await untilText(/status: enabled/), `${SYSTEM}:`);
		assert.isTrue(workspace.isTrusted);
	});
});
