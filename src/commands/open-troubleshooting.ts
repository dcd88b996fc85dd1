import * as v from 'valibot';
import { commands, env, Uri, workspace } from 'vscode';
import { command, text } from './command.ts';

/**
 * *Open Troubleshooting*: the page in the person's language, at the entry that names the refusal code `topic` where
 * there is one (domain 3.6, 6.4).
 */
export const openTroubleshooting = command({
	name: 'openTroubleshooting',
	fields: v.object({ topic: text() }),
	run: async ({ context }, { topic }) => {
		const name = `troubleshooting${/^de\b/.test(env.language) ? '.de' : ''}.md`;
		const page = Uri.joinPath(context.extensionUri, 'walkthroughs', name);
		const entries = new TextDecoder().decode(await workspace.fs.readFile(page)).split(/^## /m);
		const heading = entries.slice(1).find((entry) => entry.includes(`\`${topic}\``)) ?? '';
		const place = page.with({ fragment: anchor(heading.split('\n', 1)[0] ?? '') });
		await commands
			.executeCommand('markdown.showPreview', place)
			.then(undefined, () => commands.executeCommand('vscode.open', page));
		return { ok: true };
	},
});

/** The anchor that VS Code's preview gives to a heading of words and commas. */
function anchor(heading: string): string {
	return encodeURI(heading.toLowerCase().replaceAll(/[.,]/g, '').replaceAll(' ', '-'));
}
