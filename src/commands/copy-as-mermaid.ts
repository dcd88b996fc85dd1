import * as l10n from '@vscode/l10n';
import { env } from 'vscode';
import { graphOf } from '../diagram/graph.ts';
import { mermaidOf } from '../diagram/mermaid.ts';
import { now } from '../workspace/clock.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { terminology } from '../workspace/settings.ts';
import { applicationsOf } from '../workspace/system-usages.ts';
import { fields, type Given } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const copyAsMermaidFields = fields({});

/** *Copy as Mermaid*: the picture of a landscape as text for a README. */
export async function copyAsMermaid(
	{ interactive }: Given<typeof copyAsMermaidFields>,
	{ landscape }: Target,
	{ files, projects }: Services,
): Promise<Result> {
	const landscapes = files.landscapes;
	const applications = applicationsOf(projects, landscapes);
	const words = { terminology: terminology(), now: now(), localTime, applications };
	await env.clipboard.writeText(mermaidOf(graphOf(landscape(), words)));
	if (interactive) {
		void inform(l10n.t('The map was copied as Mermaid. Paste it into a Markdown code block named mermaid.'));
	}
	return { ok: true };
}
