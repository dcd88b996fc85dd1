import { strict as assert } from 'node:assert';
import { textOf } from './repository.ts';

const PAGE = textOf('docs/marketplace.md');
const README = textOf('README.md');

/** The rows of a page's table of settings. */
function settingsIn(page: string): readonly string[] {
	return page.match(/^\| `systemLandscape\..*$/gm) ?? [];
}

describe('The page of the extension in VS Code', () => {
	it('has no picture, because VS Code shows those from https: only, and no link into the repository', () => {
		assert.doesNotMatch(PAGE, /!\[|<img|<video/);
		for (const [, link = ''] of PAGE.matchAll(/\]\(([^)]*)\)/g)) {
			assert.match(link, /^https:/);
		}
	});

	it('names commands by their titles', () => {
		const manifest: object = JSON.parse(textOf('package.nls.json'));
		const titles = new Set(
			Object.entries(manifest).flatMap(([key, title]) => (key.startsWith('command.') ? [title] : [])),
		);
		const others = ['System Landscape', 'learn, do, check, review and commit'];
		const bold = Array.from(PAGE.matchAll(/\*\*([^*]+)\*\*/g), ([, words = '']) => words);
		const named = bold.filter((words) => !words.endsWith(':'));
		assert.ok(named.length > 10);
		assert.deepEqual(
			named.filter((name) => !titles.has(name) && !others.includes(name)),
			[],
		);
	});

	it('has the settings of the manifest, as README has them', () => {
		const { contributes } = JSON.parse(textOf('package.json'));
		const ids = Object.keys(contributes.configuration.properties);
		assert.deepEqual(
			settingsIn(PAGE).map((row) => /`([^`]+)`/.exec(row)?.[1]),
			ids,
		);
		assert.deepEqual(settingsIn(PAGE), settingsIn(README));
	});

	it('says what README says first: what it is for, that nothing leaves the computer, and that it is not from SAP', () => {
		for (const said of ['Learn', 'Do', 'Check', 'Review and commit']) {
			assert.ok(PAGE.includes(`- **${said}:**`) && README.includes(`- **${said}:**`), said);
		}
		for (const page of [PAGE, README]) {
			assert.match(page.replaceAll(/\s+/g, ' '), /nothing leaves your computer, and there is no telemetry/);
		}
	});
});
