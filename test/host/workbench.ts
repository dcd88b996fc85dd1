import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Server } from './server.ts';

const usableDeadlineMs = 60_000;
const screenshotFolder = join(import.meta.dirname, '..', '..', 'out', 'screenshots');

const themeClasses = {
	'Default Light Modern': 'vscode-theme-defaults-themes-light_modern-json',
	'Default Dark Modern': 'vscode-theme-defaults-themes-dark_modern-json',
	'Default High Contrast': 'vscode-theme-defaults-themes-hc_black-json',
	'Default High Contrast Light': 'vscode-theme-defaults-themes-hc_light-json',
} as const;

/** A colour theme that every VS Code brings. */
export type Theme = keyof typeof themeClasses;

/** How a workbench is opened. */
export interface WorkbenchOptions {
	readonly theme?: Theme;
	readonly width?: number;
	readonly height?: number;
	/** Device pixels per pixel; 1 where it is not given. */
	readonly scale?: number;
	/** The language that VS Code is told to speak; English where it is not given. */
	readonly language?: string;
	/** The context of an earlier page, to reopen the window with what the browser has kept (secrets, state). */
	readonly context?: BrowserContext;
	/** Passed to the workbench; see `Server.url`. */
	readonly payload?: readonly (readonly [string, string])[];
}

/**
 * Opens a folder, in a browser context of its own where none is given (close it with `page.context().close()`), and
 * returns when the workbench is restored, in its theme, and knows its extensions.
 */
export async function openWorkbench(
	browser: Browser,
	server: Server,
	folder: string,
	options: WorkbenchOptions = {},
): Promise<Page> {
	const theme = options.theme ?? 'Default Light Modern';
	server.changeSettings({ 'workbench.colorTheme': theme });
	const context = options.context ?? (await newContext(browser, options));
	try {
		const page = await context.newPage();
		await page.goto(server.url(folder, options.payload), { timeout: usableDeadlineMs });
		await untilUsable(page);
		await page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor({ timeout: usableDeadlineMs });
		return page;
	} catch (error) {
		if (options.context === undefined) {
			await context.close();
		}
		throw error;
	}
}

async function newContext(browser: Browser, options: WorkbenchOptions): Promise<BrowserContext> {
	const { language } = options;
	const context = await browser.newContext({
		viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
		deviceScaleFactor: options.scale ?? 1,
		permissions: ['clipboard-read', 'clipboard-write'],
		reducedMotion: 'reduce',
		locale: language ?? 'en-US',
	});
	if (language) {
		// All that a language pack tells VS Code besides its own texts, which no machine without Marketplace can have.
		await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
	}
	return context;
}

/** Waits until the workbench of a page is restored and knows its extensions; for use after a reload. */
export async function untilUsable(page: Page): Promise<void> {
	await page.waitForFunction(
		(marks) => marks.every((name) => performance.getEntriesByName(name).length > 0),
		['code/LifecyclePhase/Restored', 'code/didLoadExtensions'],
		{ timeout: usableDeadlineMs },
	);
}

/** What stands where a text or a number is missing, and nobody ever means to read. */
const MISSING = /\bundefined\b|\bNaN\b|\[object |\{\d\}/;

/** Writes a picture of the page to `out/screenshots/NAME.png` and returns its path; refuses one in which a text is missing. */
export async function screenshot(page: Page, name: string): Promise<string> {
	mkdirSync(screenshotFolder, { recursive: true });
	const path = join(screenshotFolder, `${name}.png`);
	await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
	const shown = () =>
		[...document.body.children].map((child) =>
			child instanceof HTMLElement && child.tagName !== 'SCRIPT' ? child.innerText : '',
		);
	// A frame may be gone by now.
	const texts = await Promise.all(page.frames().map((frame) => frame.evaluate(shown).catch(() => [])));
	const missing = MISSING.exec(texts.flat().join('\n'));
	if (missing) {
		throw new Error(
			`${path} shows ${missing.input.slice(Math.max(0, missing.index - 80), missing.index + 80)}`,
		);
	}
	return path;
}
