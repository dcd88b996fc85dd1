import { commands, env, Uri, workspace } from 'vscode';
import { fields, type Given, text } from './command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const openTroubleshootingFields = fields({}, { topic: text });

/**
 * *Open Troubleshooting*: the page in the person's language, at the entry that names the code `topic`, if any does. Problems
 * in CAP projects have a page of their own.
 */
export async function openTroubleshooting(
	{ topic }: Given<typeof openTroubleshootingFields>,
	{ context }: Services,
): Promise<Result> {
	const subject = topic?.startsWith('project-') ? 'cap-projects' : 'troubleshooting';
	const name = `walkthroughs/${subject}${/^de\b/.test(env.language) ? '.de' : ''}.md`;
	const page = Uri.joinPath(context.extensionUri, name);
	const [, ...entries] = new TextDecoder().decode(await workspace.fs.readFile(page)).split('\n## ');
	const entry = entries.find((candidate) => candidate.includes(`\`${topic}\``));
	// The anchor that the preview gives to a heading of letters and spaces.
	const fragment = entry?.split('\n')[0]?.toLowerCase().replaceAll(' ', '-') ?? '';
	await commands
		.executeCommand('markdown.showPreview', page.with({ fragment }))
		.then(undefined, () => commands.executeCommand('vscode.open', page));
	return { ok: true };
}
