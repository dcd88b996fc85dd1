import { expect } from '@playwright/test';
import { test } from '../browser/fixtures.ts';
import { manySystems } from '../browser/landscapes.ts';

test('the map shows 100 systems in less than half the time that the workbench needs to show', async ({
	open,
}) => {
	const { page, input, map } = await open({
		files: { 'system-landscape.yaml': manySystems(100) },
		width: 1400,
	});
	// Its own marks for what `untilUsable` waits for: restored, and it knows its extensions.
	const workbench = await page.evaluate(() =>
		Math.max(
			...['code/LifecyclePhase/Restored', 'code/didLoadExtensions'].map(
				(name) => performance.getEntriesByName(name)[0]?.startTime ?? 0,
			),
		),
	);
	await input.findCommand('System Landscape: Show Map');
	const asked = Date.now();
	await page.keyboard.press('Enter');
	await map.cards().nth(99).waitFor();
	const needed = Date.now() - asked;
	console.log(`      the map: ${needed} ms, the workbench: ${Math.round(workbench)} ms`);
	expect(needed).toBeLessThan(workbench / 2);
});
