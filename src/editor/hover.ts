import * as l10n from '@vscode/l10n';
import { type Disposable, Hover, languages, MarkdownString, Range } from 'vscode';
import { hoverAt } from '../language/hover.ts';
import type { Instant } from '../model/instant.ts';
import { timeLeft } from '../model/labels.ts';
import type { Landscape } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { systemFacts } from '../model/system-facts.ts';
import { now } from '../workspace/clock.ts';
import { LANDSCAPE_FILES } from '../workspace/landscape-file-name.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { localTime } from '../workspace/local-time.ts';
import type { Projects } from '../workspace/projects.ts';
import { terminology } from '../workspace/settings.ts';
import { usagesInWords } from '../workspace/system-usages.ts';
import { plainText } from './plain-text.ts';
import { redHatShows } from './red-hat-yaml.ts';
import type { SchemaFile } from './schema-file.ts';
import { schemaText } from './schema-text.ts';

/** Tells what a key or value of a landscape file means, and how the system that is named there is. */
export function registerHover(files: LandscapeFiles, projects: Projects, schemaFile: SchemaFile): Disposable {
	return languages.registerHoverProvider(
		{ pattern: LANDSCAPE_FILES },
		{
			async provideHover(document, position) {
				const schema = await schemaFile.get();
				const { text, landscape } = files.readingOf(document);
				const hover = hoverAt(text, document.offsetAt(position), schema);
				if (!hover) {
					return undefined;
				}
				const { system, instant, markdown } = hover;
				const facts = system === undefined ? [] : factsOf(projects, system, landscape, now());
				const moment = instant === undefined ? [] : [momentOf(instant, now())];
				const contents = [...facts, ...moment].map(plainText);
				if (markdown && !redHatShows('hover', document.uri)) {
					contents.push(new MarkdownString(schemaText(markdown)));
				}
				return contents.length === 0
					? undefined
					: new Hover(contents, new Range(document.positionAt(hover.start), document.positionAt(hover.end)));
			},
		},
	);
}

function factsOf(projects: Projects, name: string, landscape: Landscape, at: Instant): readonly string[] {
	const system = landscape.systems.get(name);
	return system
		? systemFacts(landscape, system, terminology(), at, usagesInWords(projects.usagesOf(name)))
		: [l10n.t`There is no system named "${shorten(name)}" in this landscape.`];
}

function momentOf(instant: Instant, at: Instant): string {
	return instant > at
		? l10n.t`${localTime(instant)}, in ${timeLeft(instant, at)}`
		: l10n.t`${localTime(instant)}, ${timeLeft(at, instant)} ago`;
}
