import { EventEmitter, type TreeDataProvider, type TreeItem, type Uri } from 'vscode';
import { newLandscape } from '../model/landscape.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';
import { terminology, tokenExpiryWarning } from '../workspace/settings.ts';
import { childrenOf, rootsOf } from './children.ts';
import { type Element, idOf } from './elements.ts';
import { type ItemContext, itemOf, tooltipOf } from './items.ts';
import { type ProblemsAt, problemsIn } from './problems.ts';

/** Shows the landscapes of the workspace as a tree; keeps no state of its own. */
export class LandscapeTree implements TreeDataProvider<Element> {
	readonly #files: LandscapeFiles;
	readonly #changed = new EventEmitter<undefined>();
	/** Found once for all rows of a landscape, until the next redraw. */
	readonly #problems = new Map<string, ProblemsAt>();

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(files: LandscapeFiles) {
		this.#files = files;
	}

	/** Makes VS Code ask for everything again. */
	redraw(): void {
		this.#problems.clear();
		this.#changed.fire(undefined);
	}

	async getChildren(element?: Element): Promise<Element[]> {
		// VS Code shows a progress bar until the workspace was searched.
		await this.#files.loaded;
		if (!element) {
			return [...rootsOf(this.#files.all)];
		}
		const file = this.#fileOf(element);
		return file ? [...childrenOf(element, file)] : [];
	}

	getParent(element: Element): Element | undefined {
		const file = this.#fileOf(element);
		return file && parentIn(rootsOf(this.#files.all), element, file);
	}

	/** The element whose id has these names (see `idOf`), if there is one. */
	find(uri: Uri, parts: readonly string[]): Element | undefined {
		const file = this.#files.find(uri);
		let found = file && rootsOf([file])[0];
		for (const depth of new Set([1, 2, parts.length])) {
			const id = idOf(uri, ...parts.slice(0, depth));
			found = file && found && childrenOf(found, file).find((element) => element.id === id);
		}
		return found;
	}

	getTreeItem(element: Element): TreeItem {
		return itemOf(element, this.#contextOf(element));
	}

	/** Only when a person points at a row its tooltip is made. */
	resolveTreeItem(item: TreeItem, element: Element): TreeItem {
		item.tooltip = tooltipOf(element, this.#contextOf(element));
		return item;
	}

	#contextOf(element: Element): ItemContext {
		const file = this.#fileOf(element);
		return {
			landscape: file?.reading.landscape ?? newLandscape('', 'practice'),
			terminology: terminology(),
			now: now(),
			problemsAt: file ? this.#problemsOf(file, element.landscape) : () => [],
			isOneOfSeveral: this.#files.all.length > 1,
		};
	}

	#problemsOf({ reading }: LandscapeFile, landscape: string): ProblemsAt {
		const found = this.#problems.get(landscape) ?? problemsIn(reading, now(), tokenExpiryWarning());
		this.#problems.set(landscape, found);
		return found;
	}

	#fileOf(element: Element): LandscapeFile | undefined {
		return this.#files.all.find(({ uri }) => uri.toString() === element.landscape);
	}
}

function parentIn(siblings: readonly Element[], element: Element, file: LandscapeFile): Element | undefined {
	for (const sibling of siblings) {
		if (sibling.landscape !== element.landscape) {
			continue;
		}
		const children = childrenOf(sibling, file);
		if (children.some(({ id }) => id === element.id)) {
			return sibling;
		}
		const found = parentIn(children, element, file);
		if (found) {
			return found;
		}
	}
	return undefined;
}
