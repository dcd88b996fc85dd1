import * as l10n from '@vscode/l10n';
import {
	type Disposable,
	DocumentHighlight,
	Location,
	languages,
	type Position,
	Range,
	type TextDocument,
	WorkspaceEdit,
} from 'vscode';
import { type Occurrence, occurrencesAt } from '../language/occurrences.ts';
import { rename } from '../language/rename.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import type { Projects } from '../workspace/projects.ts';
import { locationOf, namesOf, renameInProjects } from '../workspace/system-usages.ts';
import { addTextEdits } from '../workspace/text-edits.ts';

/** Finds and renames systems, tenants, subaccounts and formations wherever a landscape file names them. */
export function registerNames(files: LandscapeFiles, projects: Projects): readonly Disposable[] {
	const selector = { pattern: LANDSCAPE_FILES };
	const at = (document: TextDocument, position: Position) =>
		occurrencesAt(files.readingOf(document), document.offsetAt(position));
	const rangeOf = (document: TextDocument, { start, end }: Pick<Occurrence, 'start' | 'end'>) =>
		new Range(document.positionAt(start), document.positionAt(end));
	const locations = (document: TextDocument, places: readonly Occurrence[] = []) =>
		places.map((place) => new Location(document.uri, rangeOf(document, place)));
	return [
		languages.registerDefinitionProvider(selector, {
			provideDefinition: (document, position) =>
				locations(
					document,
					at(document, position)?.all.filter(({ isDefinition }) => isDefinition),
				),
		}),
		languages.registerReferenceProvider(selector, {
			provideReferences(document, position, { includeDeclaration }) {
				const found = at(document, position);
				const places = found?.all.filter(({ isDefinition }) => includeDeclaration || !isDefinition);
				const used = found?.here.section === 'systems' ? namesOf(projects, found.here.name) : [];
				return [...locations(document, places), ...used.map(({ at }) => locationOf(projects, at))];
			},
		}),
		languages.registerDocumentHighlightProvider(selector, {
			provideDocumentHighlights: (document, position) =>
				at(document, position)?.all.map((place) => new DocumentHighlight(rangeOf(document, place))),
		}),
		languages.registerRenameProvider(selector, {
			prepareRename: (document, position) => {
				const reading = files.readingOf(document);
				const found = occurrencesAt(reading, document.offsetAt(position));
				if (!found || reading.unreadable) {
					throw new Error(
						reading.unreadable?.message ??
							l10n.t('Only systems, tenants, subaccounts and formations can be renamed here.'),
					);
				}
				return { range: rangeOf(document, found.here), placeholder: found.here.name };
			},
			provideRenameEdits: async (document, position, name) => {
				await projects.refresh();
				const renamed = rename(files.readingOf(document), document.offsetAt(position), name);
				if (!renamed.ok) {
					throw new Error(renamed.message);
				}
				const edit = new WorkspaceEdit();
				addTextEdits(edit, document.uri, document.getText(), renamed.edits);
				const here = at(document, position)?.here;
				if (here?.section === 'systems') {
					const isOneOfSeveral = files.withSystem(here.name).length > 1;
					renameInProjects(projects, { from: here.name, to: name, isAsking: true, isOneOfSeveral }, edit);
				}
				return edit;
			},
		}),
	];
}
