import type { Disposable } from 'vscode';
import { MILESTONES, progress } from '../model/progress.ts';
import { ContextKey } from '../workspace/context-key.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';

/** Lets the steps of the walkthrough tick by themselves, from the state of the landscapes. */
export function registerWalkthrough(files: LandscapeFiles): Disposable[] {
	const keys = MILESTONES.map((milestone) => ({
		milestone,
		key: new ContextKey<boolean>(`systemLandscape.milestone.${milestone}`),
	}));
	const update = () => {
		const reached = progress(files.all.map(({ reading }) => reading.landscape));
		for (const { milestone, key } of keys) {
			key.set(reached.has(milestone));
		}
	};
	void files.loaded.then(update);
	return [files.onDidChange(update)];
}
