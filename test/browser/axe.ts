import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from '@playwright/test';
import type { Theme } from '../host/workbench.ts';
import type { Session } from './session.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in a frame, a line each: rule, element, what is wrong. */
export async function axeFindings(frame: Frame): Promise<readonly string[]> {
	await frame.evaluate(source);
	return frame.evaluate(async () => {
		const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
		const { violations } = await axe.run(document, { resultTypes: ['violations'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
		);
	});
}

/** The themes that every VS Code brings, with what a page is told of each. */
const THEMES: readonly (readonly [Theme, string])[] = [
	['Default Dark Modern', 'vscode-dark'],
	['Default High Contrast', 'vscode-high-contrast'],
	['Default High Contrast Light', 'vscode-high-contrast-light'],
	['Default Light Modern', 'vscode-light'],
];

/** Does something with a page in each of four themes, as soon as the page is shown in it. */
export async function inEveryTheme(
	{ server }: Session,
	page: { inner(): Promise<Frame> },
	look: (theme: string) => Promise<void>,
): Promise<void> {
	for (const [theme, kind] of THEMES) {
		server.changeSettings({ 'workbench.colorTheme': theme });
		await (await page.inner()).locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
		await look(kind);
	}
}
