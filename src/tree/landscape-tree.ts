import { EventEmitter, type TreeDataProvider, type TreeItem, type Uri } from 'vscode';
import { grouped } from '../model/grouped.ts';
import { newLandscape, type System } from '../model/landscape.ts';
import { readinessOf } from '../model/projects/connectable.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';
import { findingsInProjects } from '../workspace/project-findings.ts';
import type { Projects } from '../workspace/projects.ts';
import { terminology, tokenExpiryWarning } from '../workspace/settings.ts';
import { locationOf } from '../workspace/system-usages.ts';
import { applicationsOf, projectElements, usageElements, usedByElements } from './applications.ts';
import { childrenOf, rootsOf } from './children.ts';
import { type Element, idOf } from './elements.ts';
import { type ItemContext, itemOf, tooltipOf } from './items.ts';
import { type ProblemsAt, problemsIn } from './problems.ts';

/** Shows the landscapes of the workspace, and the applications that use their systems, as a tree; keeps no state of its own. */
export class LandscapeTree implements TreeDataProvider<Element> {
	readonly #files: LandscapeFiles;
	readonly #projects: Projects;
	readonly #changed = new EventEmitter<undefined>();
	/** Found once for all rows of a landscape, until the next redraw. */
	readonly #problems = new Map<string, ProblemsAt>();
	#inProjects: ReadonlyMap<string, readonly ProjectFinding[]> | undefined;

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(files: LandscapeFiles, projects: Projects) {
		this.#files = files;
		this.#projects = projects;
	}

	/** Makes VS Code ask for everything again. */
	redraw(): void {
		this.#problems.clear();
		this.#inProjects = undefined;
		this.#changed.fire(undefined);
	}

	async getChildren(element?: Element): Promise<Element[]> {
		// VS Code shows a progress bar until the workspace was searched.
		await this.#files.loaded;
		return [...(element ? this.#childrenOf(element) : this.#roots())];
	}

	getParent(element: Element): Element | undefined {
		return this.#parentIn(this.#roots(), element);
	}

	/** The element whose id has these names (see `idOf`), if there is one. */
	find(uri: Uri, parts: readonly string[]): Element | undefined {
		if (parts[0] === 'applications') {
			const isThis = (element: Element) => element.kind === 'project' && element.project === parts[1];
			return projectElements(this.#projects.all).find(isThis);
		}
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

	#roots(): readonly Element[] {
		const { all } = this.#files;
		return all.length === 0 ? [] : [...rootsOf(all), ...applicationsOf(this.#projects.all)];
	}

	#childrenOf(element: Element): readonly Element[] {
		switch (element.kind) {
			case 'applications':
				return projectElements(this.#projects.all);
			case 'project':
				return usageElements(element, 'project');
			case 'usedBy':
				return usageElements(element, 'system');
			default: {
				const file = this.#fileOf(element);
				return [
					...(file ? childrenOf(element, file) : []),
					...(element.kind === 'system'
						? usedByElements(
								element,
								this.#projects.usagesOf(element.system),
								file !== undefined && this.#isConnectable(file, element.record),
							)
						: []),
				];
			}
		}
	}

	/** Whether the workspace has a project that may be connected to a system, and a subaccount that may use it. */
	#isConnectable({ reading }: LandscapeFile, system: System): boolean {
		return this.#projects.all.length > 0 && readinessOf(reading.landscape, system) === 'entitled';
	}

	#parentIn(siblings: readonly Element[], element: Element): Element | undefined {
		for (const sibling of siblings) {
			if (sibling.landscape !== element.landscape) {
				continue;
			}
			const children = this.#childrenOf(sibling);
			const found = children.some(({ id }) => id === element.id)
				? sibling
				: this.#parentIn(children, element);
			if (found) {
				return found;
			}
		}
		return undefined;
	}

	#contextOf(element: Element): ItemContext {
		const file = this.#fileOf(element);
		return {
			landscape: file?.reading.landscape ?? newLandscape('', 'practice'),
			terminology: terminology(),
			now: now(),
			problemsAt: file ? this.#problemsOf(file) : () => [],
			isOneOfSeveral: this.#files.all.length > 1,
			landscapes: this.#files.landscapes,
			usagesOf: (system) => this.#projects.usagesOf(system),
			problemsOfProject: (folder) => this.#problemsOfProjects().get(folder) ?? [],
			locationOf: (place) => locationOf(this.#projects, place),
		};
	}

	#problemsOf({ uri, reading }: LandscapeFile): ProblemsAt {
		const landscape = uri.toString();
		const found = this.#problems.get(landscape) ?? problemsIn(reading, now(), tokenExpiryWarning());
		this.#problems.set(landscape, found);
		return found;
	}

	/** What is to fix in the projects, by their folders. */
	#problemsOfProjects(): ReadonlyMap<string, readonly ProjectFinding[]> {
		this.#inProjects ??= grouped(
			findingsInProjects(this.#projects, this.#files).flatMap(({ project, finding }) =>
				finding.severity === 'error' ||
				finding.severity === 'warning' ||
				(finding.code === 'project-not-read' && project.deploymentUnreadAt !== undefined)
					? [[project.folder, finding] as const]
					: [],
			),
		);
		return this.#inProjects;
	}

	#fileOf(element: Element): LandscapeFile | undefined {
		return this.#files.all.find(({ uri }) => uri.toString() === element.landscape);
	}
}
