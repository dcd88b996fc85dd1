import * as l10n from '@vscode/l10n';
import { Location, Uri, type WorkspaceEdit, workspace } from 'vscode';
import type { GraphApplication } from '../diagram/graph.ts';
import { applyChanges, type Change } from '../model/change.ts';
import type { Landscape } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import type { Place } from '../model/projects/place.ts';
import type { Project, Usage } from '../model/projects/usage.ts';
import { usageState } from '../model/projects/usage-state.ts';
import { type NameInProject, namesIn, renameAt } from '../project/rename.ts';
import { type LandscapeFiles, openDocument } from './landscape-files.ts';
import { Positions } from './positions.ts';
import type { Projects } from './projects.ts';

/** Where a project says something, for the editor. */
export function locationOf(projects: Projects, { file, start, end }: Place): Location {
	const positions = new Positions(projects.textOf(file) ?? '');
	return new Location(Uri.parse(file), positions.range(start, end));
}

/** The places of a system's name in all projects. */
export function namesOf(projects: Projects, system: string): readonly NameInProject[] {
	const all = projects.all.flatMap(namesIn).filter(({ value }) => value === system);
	return [...new Map(all.map((name) => [JSON.stringify([name.at.file, name.at.start]), name])).values()];
}

/** Where a usage's system is named, or else where the usage is. */
export function placeOf({ system, resource }: Usage): Place {
	return system?.at ?? resource.at;
}

/** What people call a project: its folder in the workspace. */
export function projectName({ folder }: Pick<Project, 'folder'>): string {
	const uri = Uri.parse(folder);
	const path = workspace.asRelativePath(uri);
	// The folder of the workspace itself has no path in it.
	return path === uri.fsPath || path === uri.path ? (uri.path.split('/').at(-1) ?? path) : path;
}

/** The projects that use systems, as a graph of a landscape shows them. */
export function applicationsOf(
	{ all }: Projects,
	landscapes: readonly Landscape[],
): readonly GraphApplication[] {
	return all.map((project) => ({
		folder: project.folder,
		name: projectName(project),
		usages: project.usages.flatMap((usage) =>
			usage.system ? [{ system: usage.system.value, state: usageState(usage, landscapes) }] : [],
		),
	}));
}

/** No more applications than these are named in one line. */
const MOST_NAMED = 3;

/** Usages as a person reads them in one line: `orders-api-access in orders, 2 more`; empty where there are none. */
export function usagesInWords(usages: readonly Usage[]): string {
	const names = new Set(
		usages.map(
			({ instance, resource, project }) =>
				l10n.t`${shorten(instance.value || resource.value)} in ${projectName({ folder: project })}`,
		),
	);
	const more = names.size - MOST_NAMED;
	return [...[...names].slice(0, MOST_NAMED), ...(more > 0 ? [l10n.t`${more} more`] : [])].join(', ');
}

/**
 * What works today and won't after changes to a landscape, as a sentence; empty where all goes on working, as with a system
 * of that name in another landscape.
 */
export function stopsWorking(
	projects: Projects,
	files: LandscapeFiles,
	{ uri, landscape }: { readonly uri: Uri; readonly landscape: Landscape },
	system: string,
	changes: readonly Change[],
): string {
	const landscapesWith = (current: Landscape) =>
		files.all.map((file) => (file.uri.toString() === uri.toString() ? current : file.reading.landscape));
	const [before, after] = [landscape, applyChanges(landscape, changes)].map(landscapesWith);
	const isReady = (usage: Usage, landscapes: readonly Landscape[] = []) =>
		usageState(usage, landscapes) === 'ready';
	const stopping = projects
		.usagesOf(system)
		.filter((usage) => isReady(usage, before) && !isReady(usage, after));
	return stopping.length === 0 ? '' : l10n.t`Stops working: ${usagesInWords(stopping)}.`;
}

/** What names a system in the projects, as a sentence; empty where nothing does. */
export function namedBy(projects: Projects, system: string): string {
	const words = usagesInWords(projects.usagesOf(system));
	return words === '' ? '' : l10n.t`Applications that name it: ${words}.`;
}

/** What a system was called, is to be called, and how the projects follow. */
interface RenamedSystem {
	readonly from: string;
	readonly to: string;
	/** Whether a person sees what is guessed before it's written. */
	readonly isAsking: boolean;
	readonly isOneOfSeveral: boolean;
}

/**
 * Adds what follows from renaming a system in the projects to an edit: guessed places have to be confirmed, or are left
 * out where nobody is asked. All are guessed where several landscapes have a system of that name.
 */
export function renameInProjects(
	projects: Projects,
	{ from, to, isAsking, isOneOfSeveral }: RenamedSystem,
	edit: WorkspaceEdit,
): void {
	for (const { at, ...name } of namesOf(projects, from)) {
		const isGuessed = name.isGuessed || isOneOfSeveral;
		const uri = Uri.parse(at.file);
		const text = projects.textOf(at.file) ?? '';
		// Places are those of the text that was read.
		const isCurrent = (openDocument(uri)?.getText() ?? text) === text;
		const change = !isCurrent || (isGuessed && !isAsking) ? undefined : renameAt(text, at, from, to);
		if (change) {
			edit.replace(uri, new Positions(text).range(change.start, change.end), change.text, {
				label: isGuessed ? l10n.t('Probably the same system') : l10n.t('Projects that use the system'),
				needsConfirmation: isGuessed,
			});
		}
	}
}
