import * as l10n from '@vscode/l10n';
import { type Disposable, type TreeView, type Uri, window, workspace } from 'vscode';
import { SECTIONS } from '../model/change.ts';
import { now } from '../workspace/clock.ts';
import { ContextKey } from '../workspace/context-key.ts';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import { conflictsIn, type LandscapeFiles, MOST_FILES } from '../workspace/landscape-files.ts';
import { unreadable } from '../workspace/landscape-writer.ts';
import type { Projects } from '../workspace/projects.ts';
import { tokenExpiryWarning } from '../workspace/settings.ts';
import { badgeOf } from './badge.ts';
import { dragAndDrop } from './drag-and-drop.ts';
import type { Element } from './elements.ts';
import { LandscapeTree } from './landscape-tree.ts';
import { registerMarks } from './marks.ts';

/** The tree view *Landscape*, as others can use it. */
export interface LandscapeView {
	readonly disposables: readonly Disposable[];
	/** Selects the element with these names (see `idOf`) of a file, where the tree has it. */
	reveal(file: Uri, parts: readonly string[]): Promise<void>;
	/** Does so where the tree is in view: what was added elsewhere doesn't open it. */
	showAdded(file: Uri, parts: readonly string[]): Promise<void>;
	/** The row that is selected, if it's one. */
	selected(): Element | undefined;
}

/** The tree view *Landscape* with its message and badge, and the context keys of its welcome texts and menus. */
export function registerTree(files: LandscapeFiles, projects: Projects, clock: ExpiryClock): LandscapeView {
	const tree = new LandscapeTree(files, projects);
	const view = window.createTreeView<Element>('systemLandscape.landscape', {
		treeDataProvider: tree,
		dragAndDropController: dragAndDrop,
		showCollapseAll: true,
	});
	const loaded = new ContextKey<boolean>('systemLandscape.loaded');
	const hasLandscape = new ContextKey<boolean>('systemLandscape.hasLandscape');
	const hasRecord = new ContextKey<boolean>('systemLandscape.hasRecord');
	const selectedKind = new ContextKey<string>('systemLandscape.selected');
	const has = SECTIONS.map(
		(section) => [section, new ContextKey<boolean>(`systemLandscape.has.${section}`)] as const,
	);
	const hasConflict = new ContextKey<boolean>('systemLandscape.hasConflict');
	const conflicted = new ContextKey<readonly string[]>('systemLandscape.conflicted');
	const update = () => {
		hasLandscape.set(files.all.length > 0);
		hasRecord.set(files.all.some(({ reading }) => reading.landscape.mode === 'recorded'));
		for (const [section, key] of has) {
			key.set(files.all.some(({ reading }) => reading.landscape[section].size > 0));
		}
		const paths = files.all.filter((file) => conflictsIn(file) > 0).map(({ uri }) => uri.fsPath);
		hasConflict.set(paths.length > 0);
		// The menus of an editor can tell one file among several only by its `resourcePath`.
		conflicted.set(paths);
		describe(view, files);
		tree.redraw();
	};
	void files.loaded.then(() => {
		update();
		loaded.set(true);
	});
	const disposables = [
		view,
		registerMarks(),
		view.onDidChangeSelection(({ selection }) => selectedKind.set(selection[0]?.kind ?? '')),
		files.onDidChange(update),
		projects.onDidChange(update),
		clock.onDidTick(update),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('systemLandscape')) {
				update();
			}
		}),
	];
	const reveal = async (file: Uri, parts: readonly string[]) => {
		const element = tree.find(file, parts);
		if (element) {
			// Where the row is gone again by then, there's nothing to show.
			await view.reveal(element, { select: true, focus: false }).then(undefined, () => undefined);
		}
	};
	return {
		disposables,
		reveal,
		showAdded: async (file, parts) => {
			if (view.visible) {
				await reveal(file, parts);
			}
		},
		selected: () => (view.selection.length === 1 ? view.selection[0] : undefined),
	};
}

/** The message and badge of the view. */
function describe(view: TreeView<Element>, files: LandscapeFiles): void {
	const readable = files.all.filter(({ reading }) => !reading.unreadable);
	view.message = messageOf(files);
	view.badge = badgeOf(
		readable.map(({ reading }) => reading.landscape),
		tokenExpiryWarning(),
		now(),
	);
}

/** The message above the tree: that not all files are shown, and why one can't be changed. Empty where there's nothing to say. */
export function messageOf({ all, hasMore }: Pick<LandscapeFiles, 'all' | 'hasMore'>): string {
	const broken = all.find(({ reading }) => reading.unreadable);
	return [
		hasMore
			? l10n.t(
					"This workspace has more than {0} landscape files, so some aren't shown. Exclude folders with the setting files.exclude, then choose Refresh.",
					MOST_FILES,
				)
			: '',
		broken?.reading.unreadable ? unreadable(broken.uri, broken.reading.unreadable).message : '',
	]
		.filter(Boolean)
		.join('\n');
}
