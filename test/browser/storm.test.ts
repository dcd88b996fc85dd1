import { expect } from 'chai';
import { openWorkbench, screenshot } from '../host/workbench.ts';
import { openSession, type Session } from './open-session.ts';
import { LandscapeView } from './pages/landscape-view.ts';
import { extensionsWithStorm, Storm } from './storm.ts';

const HEAD = 'version: 1\nglobalAccount: Acme\nmode: practice # hand-made\n';
const FILE = 'system-landscape.yaml';
const EACH = 25;

describe('Two windows on one file', function () {
	this.timeout(120_000);
	let session: Session;
	afterEach(async function () {
		try {
			if (this.currentTest?.state === 'failed') {
				await screenshot(session.page, 'storm-failed');
			}
		} finally {
			await session?.close();
		}
	});

	it('that register 25 systems each at once lose none and ask nothing', async () => {
		session = await openSession({ files: { [FILE]: HEAD }, extensions: extensionsWithStorm() });
		const second = await openWorkbench(session.browser, session.server, session.folder);
		const storm = new Storm(session.folder);
		await storm.ready(2);
		storm.start(EACH);
		const answers = await storm.answers(2);
		expect(answers.filter(({ ok }) => !ok)).to.deep.equal([]);
		expect(answers).to.have.length(2 * EACH);
		expect(session.text().startsWith(HEAD)).to.equal(true);
		expect(new Set(session.text().match(/^ {2}W\d+-\d+:$/gm))).to.have.property('size', 2 * EACH);
		for (const page of [session.page, second]) {
			expect(await page.locator('.monaco-dialog-box').count()).to.equal(0);
			expect(await page.locator('.notification-toast', { hasText: 'Failed to save' }).count()).to.equal(0);
			expect(await page.locator('.tab.dirty').count()).to.equal(0);
			const view = new LandscapeView(page);
			await view.open();
			await view.entry(/^Systems, 50/).waitFor();
		}
		await second.context().close();
	});
});
