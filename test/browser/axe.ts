import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from '@playwright/test';
import { runFromPalette } from './pages/palette.ts';
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

/** The names of themes in *Preferences: Color Theme*, with what a page is told of each. */
const THEMES = [
	['Dark Modern', 'vscode-dark'],
	['Dark High Contrast', 'vscode-high-contrast'],
	['Light High Contrast', 'vscode-high-contrast-light'],
	['Light Modern', 'vscode-light'],
] as const;

/** Does something with a page in each of four themes, as soon as the page is shown in it. */
export async function inEveryTheme(
	{ page, input }: Session,
	shown: { inner(): Promise<Frame> },
	look: (theme: string) => Promise<void>,
): Promise<void> {
	for (const [theme, kind] of THEMES) {
		await runFromPalette(page, 'Preferences: Color Theme');
		await input.type(theme);
		await input.choose(theme);
		await (await shown.inner()).locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
		await look(kind);
	}
}
