import { expect } from '@playwright/test';
import { screenshot } from '../host/workbench.ts';
import { FACES } from './faces.ts';
import { test } from './fixtures.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # ours\nsystems:\n';
const system = (name: string, status = 'pending') =>
	`  # about ${name}\n  ${name}:\n    type: SAP Marketing Cloud\n    status: ${status}\n`;
const CONFLICT = `${HEAD}<<<<<<< HEAD\n${system('OLD', 'error')}${system('MINE')}||||||| 1234567\n${system('OLD')}=======\n${system('OLD', 'registered')}${system('YOURS')}>>>>>>> feature/other\n`;

test.describe('A landscape in conflict', () => {
	for (const { name: themeName, theme, tag } of FACES) {
		test(`is told in the tree, and merged with a click, in ${theme}`, { tag }, async ({ start }) => {
			const name = `merging-${themeName}`;
			const session = await start(CONFLICT, { theme });
			const { page, view, notifications } = session;
			await view.message('has conflict markers').waitFor();
			await view.entry('Resolve Landscape Merge, 1 conflict').waitFor();
			await view.entry(/^System OLD, /).waitFor();
			await screenshot(page, name);
			await view.choose('Resolve Landscape Merge, 1 conflict');
			await expect.poll(session.text).not.toContain(`=======\n${system('OLD', 'registered')}`);
			await notifications.saying(
				'Merged. From feature/other: YOURS. 1 conflict is left in the file: OLD › status.',
			);
			await notifications.answer('1 conflict is left', 'Open File');
			const editor = page.locator('.editor-group-container');
			await editor.getByRole('button', { name: 'Resolve Landscape Merge' }).waitFor();
			await screenshot(page, `${name}-left`);
			expect(session.text()).toBe(
				`${HEAD}${system('OLD').replace(
					'    status: pending\n',
					'<<<<<<< HEAD\n    status: error\n||||||| 1234567\n    status: pending\n=======\n    status: registered\n>>>>>>> feature/other\n',
				)}${system('MINE')}${system('YOURS')}`,
			);
			session.writeText(session.text().replace(/<{7}[\s\S]*>{7} .*\n/, '    status: registered\n'));
			await view.entry(/^System OLD, /).waitFor();
			await view.entry('Resolve Landscape Merge, 1 conflict').waitFor({ state: 'detached' });
		});
	}
});
