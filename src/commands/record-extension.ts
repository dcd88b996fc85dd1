import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { systemType } from '../model/catalog/system-types.ts';
import { refuse } from '../model/decision.ts';
import { extensionStatusLabel } from '../model/labels.ts';
import { EXTENSION_STATUSES, type ExtensionStatus, extensionOf } from '../model/landscape.ts';
import { checkHostName, shorten } from '../model/names.ts';
import { checkRecord, recordExtension as decide } from '../model/recording.ts';
import { NEW_SYSTEM } from '../model/systems.ts';
import { inform } from '../workspace/messages.ts';
import { ask, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystemUnlessOne, pickTenant } from './questions.ts';
import type { Result } from './result.ts';

export const recordExtensionFields = fields(
	{ tenant: text, system: text, status: v.optional(v.picklist(EXTENSION_STATUSES)) },
	{ type: text, description: text },
);

/**
 * *Record Extension*: a row that the tenant shows. The tenant of an extension that is recorded already isn't asked for.
 * Refuses with the codes of the rule `recordExtension` in model/.
 */
export async function recordExtension(
	given: Given<typeof recordExtensionFields>,
	{ title, landscape, change }: Target,
): Promise<Result<{ tenant: string; system: string; status: ExtensionStatus }>> {
	const refused =
		checkRecord(landscape()) ?? (given.tenant === undefined ? undefined : checkHostName(given.tenant));
	if (refused) {
		return refused;
	}
	const typeOf = (system: string | undefined) => landscape().systems.get(system ?? '')?.type;
	const answers = await ask(title, given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the system that the extension pairs'),
				[...landscape().systems.values()].filter(({ type }) => systemType(type)),
				refuse('system-unknown', l10n.t('No system is paired with a token. Add a system first.'), NEW_SYSTEM),
			),
		tenant: ({ system = '', interactive }) =>
			extensionOf(landscape(), system)?.tenant.host ??
			pickTenant(landscape(), { type: typeOf(system), isAnother: !interactive }),
		status: ({ system = '' }) =>
			quickPick<ExtensionStatus>({
				placeholder: l10n.t`The status of the extension for "${shorten(system)}" in the tenant`,
				choices: EXTENSION_STATUSES.map((status) => ({
					label: extensionStatusLabel(status, typeOf(system)),
					description:
						extensionOf(landscape(), system)?.extension.status === status ? l10n.t('as recorded') : '',
					value: status,
				})),
			}),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { tenant, system, status, type, description } = answers;
	const request = {
		tenant,
		system,
		status,
		...(type !== undefined && { type }),
		...(description !== undefined && { description }),
	};
	const result = await change((current, moment) => decide(current, request, moment));
	if (result?.ok && given.interactive) {
		const label = extensionStatusLabel(status, typeOf(system));
		void inform(l10n.t`Recorded: ${label} in ${result.tenant}.`);
	}
	return result;
}
