import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { env } from 'vscode';
import { graphOf } from '../diagram/graph.ts';
import { mermaidOf } from '../diagram/mermaid.ts';
import { now } from '../workspace/clock.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { terminology } from '../workspace/settings.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';

/** *Copy as Mermaid*: the picture of a landscape as text for a README. */
export const copyAsMermaid = landscapeCommand({
	name: 'copyAsMermaid',
	title: () => l10n.t('Copy as Mermaid'),
	fields: v.object({ landscape: text() }),
	run: async (_workbench, _fields, { interactive }, { landscape }) => {
		const words = { terminology: terminology(), now: now(), localTime };
		await env.clipboard.writeText(mermaidOf(graphOf(landscape(), words)));
		if (interactive) {
			void inform(
				l10n.t('The map was copied as Mermaid. Paste it into a Markdown code block named mermaid.'),
			);
		}
		return { ok: true };
	},
});
