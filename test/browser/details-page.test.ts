import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type FrameLocator, type Page } from '@playwright/test';
import { ensureVsCode } from '../host/install.ts';
import { startServer } from '../host/server.ts';
import { removeTemporaryFolder, temporaryFolder } from '../host/temporary-folder.ts';
import { openWorkbench, screenshot } from '../host/workbench.ts';
import { ONLY_FULL } from './faces.ts';
import { test } from './fixtures.ts';
import { runFromPalette } from './pages/palette.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = 'https://pictures.example/landscape/';

/** Opens the page of the extension, as a person finds it in *Extensions*. */
async function showDetails(page: Page): Promise<FrameLocator> {
	await runFromPalette(page, 'Extensions: Show Installed Extensions');
	await page
		.locator('.extensions-list [role="listitem"], .extensions-list .monaco-list-row', {
			hasText: 'System Landscape for SAP BTP',
		})
		.first()
		.click();
	const text = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	await text.getByRole('heading', { name: 'System Landscape for SAP BTP', level: 1 }).waitFor();
	return text;
}

/** The addresses of the pictures that aren't shown. */
async function brokenIn(text: FrameLocator): Promise<readonly string[]> {
	return text.locator('img').evaluateAll(async (pictures) => {
		const broken: string[] = [];
		for (const picture of pictures as HTMLImageElement[]) {
			await picture.decode().catch(() => broken.push(picture.src));
		}
		return broken;
	});
}

/** Does something in a window with an extension that is packed for pictures at an address. */
async function withPictures(browser: Browser, run: (page: Page) => Promise<void>): Promise<void> {
	const folder = temporaryFolder('packed');
	const vsix = join(folder, 'extension.vsix');
	execFileSync(process.execPath, ['package.mjs', '--baseImagesUrl', PICTURES, '--out', vsix], { cwd: ROOT });
	const server = await startServer({ vscode: await ensureVsCode('newest'), vsix });
	try {
		const page = await openWorkbench(browser, server, folder);
		await run(page);
		await page.context().close();
	} finally {
		await server.stop();
		removeTemporaryFolder(folder);
	}
}

test.describe('The page of the extension', () => {
	test('(a) has no picture that is not shown: those of README have no address yet', {
		tag: ONLY_FULL,
	}, async ({ open }) => {
		const { page } = await open();
		const text = await showDetails(page);
		await text.getByRole('heading', { name: 'Settings' }).waitFor();
		await screenshot(page, 'details-page');
		expect(await text.locator('img').count()).toBe(0);
	});

	test('(b) shows the pictures of README where it is packed with their address', { tag: ONLY_FULL }, async ({
		browser,
	}) => {
		test.setTimeout(120_000);
		await withPictures(browser, async (page) => {
			const asked: string[] = [];
			await page.context().route(`${PICTURES}**`, (route) => {
				const path = route.request().url().slice(PICTURES.length);
				asked.push(path);
				return route.fulfill({ body: readFileSync(join(ROOT, path)), contentType: 'image/png' });
			});
			const text = await showDetails(page);
			const pictures = readFileSync(join(ROOT, 'README.md'), 'utf8').match(/(?<=\]\()media\/[^)]+/g) ?? [];
			expect(pictures.length).toBeGreaterThan(3);
			await expect(text.locator('img')).toHaveCount(pictures.length);
			expect(await brokenIn(text)).toStrictEqual([]);
			expect(asked.sort()).toStrictEqual([...pictures].sort());
			await screenshot(page, 'details-page-with-pictures');
		});
	});
});
