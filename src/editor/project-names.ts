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
import { rangeAt } from '../document/read.ts';
import { renameEntry } from '../language/rename.ts';
import { shorten } from '../model/names.ts';
import { systemFacts } from '../model/system-facts.ts';
import { type NameInProject, namesIn } from '../project/rename.ts';
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
	const landscapesOf = (system: string) =>
		files.all.filter(({ reading }) => reading.landscape.systems.has(system));
	const definition = ({ uri, reading }: LandscapeFile, system: string) => {
		const { start, end } = rangeAt(reading, ['systems', system], 'key');
		return new Location(uri, new Positions(reading.text).range(start, end));
	};
	return [
		languages.registerHoverProvider(
			{ pattern: PROJECT_FILES },
			{
				provideHover(document, position) {
					const name = nameAt(document, position);
					const known = name && landscapesOf(name.value);
					return name && new Hover(factsOf(name.value, known ?? []).map(plainText), rangeOf(document, name));
				},
			},
		),
		languages.registerDefinitionProvider(
			{ pattern: PROJECT_FILES },
			{
				provideDefinition(document, position) {
					const name = nameAt(document, position);
					return name && landscapesOf(name.value).map((file) => definition(file, name.value));
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
							...(includeDeclaration
								? landscapesOf(name.value).map((file) => definition(file, name.value))
								: []),
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
					if (!name || landscapesOf(name.value).length === 0) {
						throw new Error(l10n.t('Only systems of a landscape can be renamed here.'));
					}
					return { range: rangeOf(document, name), placeholder: name.value };
				},
				async provideRenameEdits(document, position, to) {
					await projects.refresh();
					const from = nameAt(document, position)?.value ?? '';
					const edit = new WorkspaceEdit();
					for (const { uri, reading } of landscapesOf(from)) {
						const renamed = renameEntry(reading, 'systems', from, to);
						if (!renamed.ok) {
							throw new Error(renamed.message);
						}
						addTextEdits(edit, uri, reading.text, renamed.edits);
					}
					renameInProjects(projects, { from, to, isAsking: true }, edit);
					return edit;
				},
			},
		),
	];
}

function factsOf(system: string, known: readonly LandscapeFile[]): readonly string[] {
	const [file] = known;
	const record = file?.reading.landscape.systems.get(system);
	if (!file || !record) {
		return [l10n.t`No landscape of this workspace has a system named "${shorten(system)}".`];
	}
	return systemFacts(file.reading.landscape, record, terminology(), now());
}
