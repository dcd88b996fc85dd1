import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { shorten } from '../model/names.ts';
import { removeTenant as decide } from '../model/tenants.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

export const removeTenantFields = fields({ tenant: text });

/** *Remove Tenant*, confirmed by the person. Refuses with the codes of the rule `removeTenant` in model/. */
export async function removeTenant(
	given: Given<typeof removeTenantFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const answers = await ask(title, given, {
		tenant: () =>
			quickPick({
				placeholder: l10n.t('Select the tenant to remove'),
				choices: [...landscape().tenants.values()]
					.filter(({ host }) => decide(landscape(), host).ok)
					.map(({ host, type }) => ({ label: host, description: type, value: host })),
				none: refuse(
					'tenant-unknown',
					l10n.t("There's no tenant that you can remove. Delete the extensions of one first."),
				),
			}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { tenant } = answers;
	return change((current) => decide(current, tenant), {
		question: l10n.t`Remove the tenant ${shorten(tenant)} from the landscape?`,
		detail: l10n.t("The tenant itself isn't changed."),
	});
}
