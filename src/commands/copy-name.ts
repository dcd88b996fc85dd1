import * as l10n from '@vscode/l10n';
import { env } from 'vscode';
import { refuse } from '../model/decision.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

export const copyNameFields = fields({ system: text, tenant: text, subaccount: text, formation: text });

/** *Copy Name*: of a system, tenant, subaccount or formation to the clipboard. Refuses with `system-unknown` where nothing has a name. */
export async function copyName(
	given: Given<typeof copyNameFields>,
	{ title, landscape }: Target,
): Promise<Result> {
	const { systems, tenants, subaccounts, formations } = landscape();
	const { system, tenant, subaccount, formation } = given;
	const answers = await ask(
		title,
		{ ...given, name: system ?? tenant ?? subaccount ?? formation },
		{
			name: () =>
				quickPick({
					placeholder: l10n.t('Select the name to copy'),
					choices: [
						...Array.from(systems.keys(), (name) => [name, l10n.t('System')] as const),
						...Array.from(tenants.keys(), (name) => [name, l10n.t('Tenant')] as const),
						...Array.from(subaccounts.keys(), (name) => [name, l10n.t('Subaccount')] as const),
						...Array.from(formations.keys(), (name) => [name, l10n.t('Formation')] as const),
					].map(([name, description]) => ({ label: name, description, value: name })),
					none: refuse('system-unknown', l10n.t("This landscape doesn't have anything with a name yet.")),
				}),
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	await env.clipboard.writeText(answers.name);
	return { ok: true };
}
