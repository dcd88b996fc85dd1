import { commands, Disposable, window } from 'vscode';
import { MILESTONES, progress } from '../model/progress.ts';
import { ContextKey } from '../workspace/context-key.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { mayBeWalkthrough } from '../workspace/walkthrough-tab.ts';

const PULSE = 'systemLandscape.walkthroughPulse';

/** Milliseconds after its tab opened at which a walkthrough may have been loaded. No event tells when it is. */
const LOADING = [0, 200, 400, 700, 1200, 2000, 3500, 10_000];

/** Ticks the steps of the walkthrough according to the state of the landscapes. */
export function registerWalkthrough(files: LandscapeFiles): Disposable[] {
	const keys = MILESTONES.map((milestone) => ({
		milestone,
		key: new ContextKey<boolean>(`systemLandscape.milestone.${milestone}`),
	}));
	const update = () => {
		const reached = progress(files.landscapes);
		for (const { milestone, key } of keys) {
			key.set(reached.has(milestone));
		}
		void pulse();
	};
	void files.loaded.then(update);
	const repeated = new Set<ReturnType<typeof setTimeout>>();
	const stop = () => {
		repeated.forEach(clearTimeout);
		repeated.clear();
	};
	const look = () => {
		if (window.tabGroups.all.flatMap(({ tabs }) => tabs).some(mayBeWalkthrough)) {
			stop();
			for (const delay of LOADING) {
				repeated.add(setTimeout(() => void pulse(), delay));
			}
		}
	};
	// After a reload, the tab may already be open.
	look();
	return [
		files.onDidChange(update),
		window.tabGroups.onDidChangeTabs(look),
		// While a window starts, a tab may come with its group, without an event of its own.
		window.tabGroups.onDidChangeTabGroups(look),
		new Disposable(stop),
	];
}

/**
 * VS Code ticks a step when its context becomes true after the walkthroughs were loaded, which may be as late as when the
 * first one is opened. What is true at that moment is never ticked. So each step also waits for one of two beats: only one
 * of them can be set at that moment, and both are set whenever something may have changed.
 */
async function pulse(): Promise<void> {
	for (const beat of ['odd', 'even']) {
		await commands.executeCommand('setContext', PULSE, beat);
	}
}
