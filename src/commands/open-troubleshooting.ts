import * as v from 'valibot';
import { commands, env, Uri, workspace } from 'vscode';
import { command, text } from './command.ts';

/**
 * *Open Troubleshooting*: the page in the person's language, at the entry that names the refusal code `topic` where
 * there is one.
 */
export const openTroubleshooting = command({
	name: 'openTroubleshooting',
	fields: v.object({ topic: text() }),
	run: async ({ context }, { topic }) => {
		const name = `walkthroughs/troubleshooting${/^de\b/.test(env.language) ? '.de' : ''}.md`;
		const page = Uri.joinPath(context.extensionUri, name);
		const [, ...entries] = new TextDecoder().decode(await workspace.fs.readFile(page)).split('\n## ');
		const entry = entries.find((candidate) => candidate.includes(`\`${topic}\``));
		// The anchor that the preview gives to a heading of letters and spaces.
		const fragment = entry?.split('\n')[0]?.toLowerCase().replaceAll(' ', '-') ?? '';
		await commands
			.executeCommand('markdown.showPreview', page.with({ fragment }))
			.then(undefined, () => commands.executeCommand('vscode.open', page));
		return { ok: true };
	},
});
