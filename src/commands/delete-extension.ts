import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { consequenceOfDeleting, deleteExtension as decide } from '../model/extensions.ts';
import { extensionOf } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';

export const deleteExtensionFields = fields({ system: text }, { tenant: text });

/** *Delete* of an extension, confirmed by the person. Refuses with the codes of the rule in model/. */
export async function deleteExtension(
	given: Given<typeof deleteExtensionFields>,
	{ title, landscape, change }: Target,
): Promise<Result> {
	const { system, tenant = system && extensionOf(landscape(), system)?.tenant.host } = given;
	const extension = system === undefined ? undefined : { tenant: tenant ?? '', system };
	const answers = await ask(
		title,
		{ ...given, extension },
		{
			extension: () =>
				quickPick({
					placeholder: l10n.t('Select the extension'),
					choices: [...landscape().tenants.values()]
						.flatMap(({ host, extensions }) =>
							[...extensions.values()].map((record) => ({ tenant: host, system: record.system })),
						)
						.filter((key) => decide(landscape(), key).ok)
						.map((key) => ({ label: key.system, description: key.tenant, value: key })),
					none: refuse('extension-unknown', l10n.t("There's no extension that you can delete.")),
				}),
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	const request = answers.extension;
	return change((current) => decide(current, request), {
		question: l10n.t`Delete the extension for "${shorten(request.system)}" in ${request.tenant}?`,
		detail: consequenceOfDeleting(landscape(), request),
	});
}
