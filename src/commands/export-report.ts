import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, Uri, window, workspace } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { landscapeCsv } from '../report/landscape-csv.ts';
import { landscapeReport } from '../report/landscape-report.ts';
import { now } from '../workspace/clock.ts';
import { isLandscapePath } from '../workspace/landscape-file-name.ts';
import { localTimeWithZone } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { terminology, tokenExpiryWarning } from '../workspace/settings.ts';
import { applicationsOf } from '../workspace/system-usages.ts';
import { ask, type Question, quickPick } from './ask.ts';
import { fields, fileUri, type Given } from './command.ts';
import { fileNamePart } from './file-name.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

type Format = 'markdown' | 'csv';

const EXTENSIONS: Readonly<Record<Format, string>> = { markdown: 'md', csv: 'csv' };

const formatChoices = () => [
	{
		label: l10n.t('Markdown'),
		detail: l10n.t('The whole landscape to read: open points, tokens, pairings, service plans and the map.'),
		value: 'markdown' as const,
	},
	{
		label: l10n.t('CSV'),
		detail: l10n.t('The list of systems for a spreadsheet.'),
		value: 'csv' as const,
	},
];

export const exportReportFields = fields({
	format: v.optional(v.picklist(['markdown', 'csv'])),
	uri: fileUri,
});

/**
 * *Export Report*: the landscape for people, as a Markdown or CSV file without tokens and fingerprints. Refuses with
 * `report-file-invalid` and `report-not-saved`.
 */
export async function exportReport(
	given: Given<typeof exportReportFields>,
	{ title, file, landscape }: Target,
	services: Services,
): Promise<Result<{ uri: string }>> {
	const answers = await ask(title, given, {
		format: () =>
			quickPick<Format>({ placeholder: l10n.t('Select the format of the report'), choices: formatChoices() }),
		uri: ({ format = 'markdown' }) => saveDialog(title, file.uri, landscape(), format),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { format } = answers;
	const uri = Uri.parse(answers.uri);
	const refused = checkPlace(uri) ?? (await write(uri, textOf(format, landscape(), services)));
	if (refused) {
		return refused;
	}
	if (given.interactive) {
		const message = l10n.t`The report was saved as ${workspace.asRelativePath(uri)}.`;
		void inform(message, l10n.t('Open Report')).then(async (chosen) => {
			if (chosen !== undefined) {
				await open(uri, format);
			}
		});
	}
	return { ok: true, uri: uri.toString() };
}

function textOf(format: Format, landscape: Landscape, { files, projects }: Services): string {
	return format === 'csv'
		? landscapeCsv(landscape)
		: landscapeReport(landscape, {
				terminology: terminology(),
				now: now(),
				localTime: localTimeWithZone,
				tokenExpiryWarning: tokenExpiryWarning(),
				applications: applicationsOf(projects, files.landscapes),
			});
}

/** Asks where to save, beside the landscape file at first. VS Code asks before it gives a file that exists. */
function saveDialog(
	title: string,
	beside: Uri,
	{ globalAccount }: Landscape,
	format: Format,
): Question<string> {
	return async () => {
		const name = `${fileNamePart(globalAccount) || 'landscape'}-report.${EXTENSIONS[format]}`;
		const chosen = await window.showSaveDialog({
			title,
			defaultUri: Uri.joinPath(beside, '..', name),
			filters: format === 'csv' ? { [l10n.t('CSV')]: ['csv'] } : { [l10n.t('Markdown')]: ['md', 'markdown'] },
		});
		return chosen?.toString();
	};
}

/** Refuses a landscape file, which a report would replace, with `report-file-invalid`. */
function checkPlace(uri: Uri): Refusal | undefined {
	return isLandscapePath(uri.path.toLowerCase())
		? refuse(
				'report-file-invalid',
				l10n.t`${workspace.asRelativePath(uri)} is the name of a landscape file. Choose another name for the report.`,
			)
		: undefined;
}

/** Writes a text; refuses with `report-not-saved`. */
async function write(uri: Uri, text: string): Promise<Refusal | undefined> {
	try {
		await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
		return undefined;
	} catch (error) {
		return refuse(
			'report-not-saved',
			l10n.t`Couldn't save the report as ${workspace.asRelativePath(uri)} (${String(error)}). Choose a file that you can write to.`,
		);
	}
}

/** Opens a report as people read it; a Markdown file as text where VS Code has no preview, which only trying shows. */
async function open(uri: Uri, format: Format): Promise<void> {
	const asText = () => commands.executeCommand('vscode.open', uri);
	await (format === 'markdown'
		? commands.executeCommand('markdown.showPreview', uri).then(undefined, asText)
		: asText());
}
