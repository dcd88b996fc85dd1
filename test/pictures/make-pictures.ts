// Command line of `run.mjs`: makes the README's pictures from the real VS Code, into media/readme/. With `--all`
// it makes each face in every theme, language and width into out/pictures/, for people to look at.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type Language, manifestText } from '../browser/manifest-texts.ts';
import { runFromPalette } from '../browser/pages/palette.ts';
import { openSession, type Session, serverWithExtension } from '../browser/session.ts';
import { launchChromium } from '../host/chromium.ts';
import type { Theme } from '../host/workbench.ts';
import { FACES, type Face } from './faces.ts';

const root = join(import.meta.dirname, '..', '..');
const FILE = 'system-landscape.yaml';
const MOST_BYTES = 150_000;
const THEMES: Readonly<Record<string, Theme>> = {
	light: 'Default Light Modern',
	dark: 'Default Dark Modern',
	'high-contrast': 'Default High Contrast',
	'high-contrast-light': 'Default High Contrast Light',
};
const LANGUAGES: readonly Language[] = ['en', 'de'];
// From wide to narrow: what a narrow window hides comes back some time after it is made wide.
const WIDTHS = [1400, 800, 300];
const HEIGHT = 800;
const ACTIVITY_BAR = 48;
/** The narrowest editor that VS Code allows beside a wide side bar. */
const REST = 300;

/** Makes the part of the window that a face is in as wide as asked for, in CSS pixels. */
async function resize(page: Page, face: Face, width: number, height: number): Promise<void> {
	const part = page.locator(face.place === 'side bar' ? '.part.sidebar' : '.part.editor');
	if (face.place === 'side bar') {
		await page.setViewportSize({ width: ACTIVITY_BAR + width + REST, height });
		const box = await part.boundingBox();
		if (box) {
			await page.mouse.move(box.x + box.width, height / 2);
			await page.mouse.down();
			await page.mouse.move(box.x + width, height / 2, { steps: 4 });
			await page.mouse.up();
			await page.mouse.move(1, height - 1);
		}
	} else {
		await page.setViewportSize({ width: ACTIVITY_BAR + width, height });
	}
}

/** Writes a picture of the part of the window that a face is in. */
async function picture(page: Page, face: Face, path: string): Promise<void> {
	// The activity bar and the status bar are left out.
	const side = await page.locator(face.place === 'side bar' ? '.part.sidebar' : '.part.editor').boundingBox();
	const status = await page.locator('.part.statusbar').boundingBox();
	const viewport = page.viewportSize();
	if (!side || !viewport) {
		throw new Error(`${face.name} is not shown.`);
	}
	const clip = {
		x: side.x,
		y: side.y,
		width: face.place === 'side bar' ? side.width : viewport.width - side.x,
		height: (status?.y ?? viewport.height) - side.y,
	};
	await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
	console.log(`${path.slice(root.length + 1)}: ${Math.round(statSync(path).size / 1000)} KB`);
}

/** Opens VS Code on a face's file, with the side bar only where the face is in it. */
async function open(face: Face, theme: Theme, language: Language, scale: number): Promise<Session> {
	const session = await openSession(browser, server, {
		files: { [FILE]: face.text },
		theme,
		scale,
		...(language === 'en' ? {} : { language }),
		width: 1400,
		height: HEIGHT,
	});
	if (face.place !== 'side bar') {
		await runFromPalette(session.page, 'View: Close Primary Side Bar');
	} else {
		await session.view.open(manifestText(language, 'view.title'));
	}
	return session;
}

async function forReadme(faces: readonly Face[]): Promise<void> {
	const folder = join(root, 'media', 'readme');
	mkdirSync(folder, { recursive: true });
	for (const face of faces) {
		const session = await open(face, THEMES.light ?? 'Default Light Modern', 'en', face.scale ?? 2);
		try {
			const [width, height] = face.size;
			await resize(session.page, face, width, height);
			await face.show(session, 'en');
			const path = join(folder, `${face.name}.png`);
			await picture(session.page, face, path);
			if (statSync(path).size > MOST_BYTES) {
				throw new Error(`${path} has more than ${MOST_BYTES} bytes: make it show less.`);
			}
		} finally {
			await session.close();
		}
	}
}

async function forPeople(faces: readonly Face[], themes: readonly string[]): Promise<string[]> {
	const folder = join(root, 'out', 'pictures');
	mkdirSync(folder, { recursive: true });
	const failed: string[] = [];
	for (const face of faces) {
		for (const theme of themes) {
			for (const language of LANGUAGES) {
				const name = `${face.name}-${language}-${theme}`;
				try {
					const session = await open(face, THEMES[theme] ?? 'Default Light Modern', language, 1);
					try {
						await face.show(session, language);
						for (const width of WIDTHS) {
							await resize(session.page, face, width, HEIGHT);
							await picture(session.page, face, join(folder, `${name}-${width}.png`));
						}
					} finally {
						await session.close();
					}
				} catch (error) {
					failed.push(name);
					console.error(`${name}: ${error instanceof Error ? error.message : error}`);
				}
			}
		}
	}
	return failed;
}

const { values } = parseArgs({
	options: {
		all: { type: 'boolean', default: false },
		face: { type: 'string', multiple: true },
		theme: { type: 'string', multiple: true },
	},
});
const server = await serverWithExtension();
const browser = await launchChromium();
const faces = FACES.filter(({ name }) => values.face?.includes(name) ?? true);
try {
	if (values.all) {
		const failed = await forPeople(faces, values.theme ?? Object.keys(THEMES));
		if (failed.length > 0) {
			console.error(`Not made: ${failed.join(', ')}`);
			process.exitCode = 1;
		}
	} else {
		await forReadme(faces);
	}
} finally {
	await browser.close();
	await server.stop();
}
