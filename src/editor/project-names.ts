import * as l10n from '@vscode/l10n';
import {
	type Disposable,
	Hover,
	Location,
	languages,
	type Position,
	Range,
	type TextDocument,
	Uri,
	WorkspaceEdit,
} from 'vscode';
import { type Occurrence, occurrencesOfSystem } from '../language/occurrences.ts';
import { renameEntry } from '../language/rename.ts';
import { systemFacts } from '../model/system-facts.ts';
import { type NameInProject, namesIn, renameAt } from '../project/rename.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';
import { Positions } from '../workspace/positions.ts';
import { PROJECT_FILES } from '../workspace/project-folders.ts';
import type { Projects } from '../workspace/projects.ts';
import { terminology } from '../workspace/settings.ts';
import { locationOf, namesOf, renameInProjects } from '../workspace/system-usages.ts';
import { addTextEdits } from '../workspace/text-edits.ts';
import { plainText } from './plain-text.ts';

/** Leads from a system's name in a project to the landscape and back, tells of it, and renames it everywhere. */
export function registerProjectNames(files: LandscapeFiles, projects: Projects): Disposable[] {
	const nameAt = (document: TextDocument, position: Position) => {
		const file = document.uri.toString();
		const offset = document.offsetAt(position);
		// What was read must be what the editor shows.
		return projects.textOf(file) !== document.getText()
			? undefined
			: projects.all
					.flatMap(namesIn)
					.find(({ at }) => Uri.parse(at.file).toString() === file && at.start <= offset && offset <= at.end);
	};
	const rangeOf = (document: TextDocument, { at }: NameInProject) =>
		new Range(document.positionAt(at.start), document.positionAt(at.end));
	const placesIn = ({ uri, reading }: LandscapeFile, places: readonly Occurrence[]) => {
		const positions = new Positions(reading.text);
		return places.map(({ start, end }) => new Location(uri, positions.range(start, end)));
	};
	const occurrences = (file: LandscapeFile, system: string, isIncluded: (place: Occurrence) => boolean) =>
		placesIn(file, occurrencesOfSystem(file.reading, system).filter(isIncluded));
	return [
		languages.registerHoverProvider(
			{ pattern: PROJECT_FILES },
			{
				provideHover(document, position) {
					const name = nameAt(document, position);
					// Of a name that no landscape has, the problem tells.
					const facts = name ? factsOf(name.value, files.withSystem(name.value)) : [];
					return name && facts.length > 0
						? new Hover(facts.map(plainText), rangeOf(document, name))
						: undefined;
				},
			},
		),
		languages.registerDefinitionProvider(
			{ pattern: PROJECT_FILES },
			{
				provideDefinition(document, position) {
					const name = nameAt(document, position);
					return (
						name &&
						files
							.withSystem(name.value)
							.flatMap((file) => occurrences(file, name.value, ({ isDefinition }) => isDefinition))
					);
				},
			},
		),
		languages.registerReferenceProvider(
			{ pattern: PROJECT_FILES },
			{
				provideReferences(document, position, { includeDeclaration }) {
					const name = nameAt(document, position);
					return (
						name && [
							...files
								.withSystem(name.value)
								.flatMap((file) =>
									occurrences(file, name.value, ({ isDefinition }) => includeDeclaration || !isDefinition),
								),
							...namesOf(projects, name.value).map(({ at }) => locationOf(projects, at)),
						]
					);
				},
			},
		),
		languages.registerRenameProvider(
			{ pattern: PROJECT_FILES },
			{
				prepareRename(document, position) {
					const name = nameAt(document, position);
					if (!name || files.withSystem(name.value).length === 0) {
						throw new Error(l10n.t('Only systems of a landscape can be renamed here.'));
					}
					if (!renameAt(document.getText(), name.at, name.value, name.value)) {
						throw new Error(
							l10n.t(
								"This file can't be changed safely: correct its syntax errors, or change the name by hand.",
							),
						);
					}
					return { range: rangeOf(document, name), placeholder: name.value };
				},
				async provideRenameEdits(document, position, to) {
					// Places are those of texts: of the newest.
					await Promise.all([projects.refresh(), ...files.all.map(({ uri }) => files.reread(uri))]);
					const from = nameAt(document, position)?.value;
					if (from === undefined) {
						throw new Error(l10n.t('The file has changed meanwhile. Try again.'));
					}
					const edit = new WorkspaceEdit();
					const landscapes = files.withSystem(from);
					const isOneOfSeveral = landscapes.length > 1;
					for (const { uri, reading } of landscapes) {
						const renamed = renameEntry(reading, 'systems', from, to);
						if (!renamed.ok && isOneOfSeveral) {
							// Another one may be meant.
							continue;
						}
						if (!renamed.ok) {
							throw new Error(renamed.message);
						}
						// Which of several accounts is meant, only the person knows.
						addTextEdits(edit, uri, reading.text, renamed.edits, {
							label: l10n.t`Global account ${reading.landscape.globalAccount}`,
							needsConfirmation: isOneOfSeveral,
						});
					}
					// The place itself is meant, whatever the others are.
					renameInProjects(projects, { from, to, isAsking: true, isOneOfSeveral: false }, edit);
					return edit;
				},
			},
		),
	];
}

function factsOf(system: string, known: readonly LandscapeFile[]): readonly string[] {
	const [file] = known;
	const record = file?.reading.landscape.systems.get(system);
	// Which applications use it, the tree and the landscape tell.
	return file && record ? systemFacts(file.reading.landscape, record, terminology(), now(), '') : [];
}
