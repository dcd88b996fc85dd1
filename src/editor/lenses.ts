import { CodeLens, type Disposable, EventEmitter, languages, Range, type TextDocument } from 'vscode';
import { occurrencesIn } from '../language/occurrences.ts';
import { type NextAction, nextActions, nextActionsIn } from '../model/next-actions.ts';
import { now } from '../workspace/clock.ts';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';

/** Shows over each system and tenant of a landscape file what can be done next; nothing while the file can't be changed. */
export function registerLenses(files: LandscapeFiles, clock: ExpiryClock): readonly Disposable[] {
	const changed = new EventEmitter<void>();
	const lensesOf = (document: TextDocument): CodeLens[] => {
		const reading = files.readingOf(document);
		const { landscape } = reading;
		const landscapeUri = document.uri.toString();
		const places = reading.unreadable
			? []
			: occurrencesIn(reading).filter(({ isDefinition }) => isDefinition);
		return places.flatMap(({ section, name, start, end }) => {
			const system = section === 'systems' ? landscape.systems.get(name) : undefined;
			const tenant = section === 'tenants' ? landscape.tenants.get(name) : undefined;
			const actions: readonly NextAction[] = system
				? nextActions(landscape, system, now())
				: tenant
					? nextActionsIn(tenant)
					: [];
			const range = new Range(document.positionAt(start), document.positionAt(end));
			const fields = {
				landscape: landscapeUri,
				interactive: true,
				...(system ? { system: name } : { tenant: name }),
			};
			return actions.map(
				({ command, title }) =>
					new CodeLens(range, {
						title: title(),
						command: `systemLandscape.${command}`,
						arguments: [fields],
					}),
			);
		});
	};
	return [
		changed,
		files.onDidChange(() => changed.fire()),
		clock.onDidTick(() => changed.fire()),
		languages.registerCodeLensProvider(
			{ pattern: LANDSCAPE_FILES },
			{ onDidChangeCodeLenses: changed.event, provideCodeLenses: lensesOf },
		),
	];
}
