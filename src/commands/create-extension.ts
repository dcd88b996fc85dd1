import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { checkSimulation, OUTCOMES } from '../model/extensions.ts';
import type { ExtensionStatus } from '../model/landscape.ts';
import { checkHostName, shorten } from '../model/names.ts';
import { checkTokenText } from '../model/tokens.ts';
import { inform } from '../workspace/messages.ts';
import { pairExtension } from '../workspace/pair-extension.ts';
import { ask, inputBox } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offer } from './offer.ts';
import { pickTenant } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const createExtensionFields = fields(
	{ tenant: text, token: text },
	{ type: text, description: text, outcome: v.optional(v.picklist(OUTCOMES), 'succeed') },
);

/**
 * *Create Extension*: the pairing of the tenant page, by command. The description is asked for only together with the
 * token. Refuses with the codes of the rule `createExtension` in model/.
 */
export async function createExtension(
	given: Given<typeof createExtensionFields>,
	{ title, file, landscape }: Target,
	services: Services,
): Promise<Result<{ system: string; status: ExtensionStatus; warning?: string }>> {
	const refused =
		checkSimulation(landscape()) ??
		(given.tenant === undefined ? undefined : checkHostName(given.tenant)) ??
		(given.token === undefined ? undefined : checkTokenText(given.token));
	if (refused) {
		return refused;
	}
	const answers = await ask(title, given, {
		tenant: ({ interactive }) => pickTenant(landscape(), { isAnother: !interactive }),
		token: () =>
			inputBox({
				prompt: l10n.t('Integration token that the global account administrator sent you'),
				password: true,
				validate: checkTokenText,
			}),
		description: () =>
			given.token === undefined
				? inputBox({ prompt: l10n.t('Description, such as the name of the system') })
				: '',
	});
	if (!answers?.ok) {
		return answers;
	}
	const { tenant, type, token, description, outcome } = answers;
	const request = { tenant, ...(type === undefined ? {} : { type }), token, description, outcome };
	const result = await pairExtension(services, file.uri, request);
	if (result.ok && given.interactive) {
		const words = l10n.t`The tenant ${tenant} is enabling the extension for "${shorten(result.system)}".`;
		const message = `${words} ${result.warning ?? ''}`.trim();
		const fields = { landscape: file.uri.toString(), tenant };
		offer(inform(message, l10n.t('Open Tenant')), 'openTenant', fields);
	}
	return result;
}
