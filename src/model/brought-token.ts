import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from './decision.ts';
import type { Landscape } from './landscape.ts';
import { checkTokenText } from './tokens.ts';

/**
 * Refuses a text from the cockpit that can't be an integration token: those of {@link checkTokenText}, and
 * `token-malformed` for an address or a name of the landscape, which is what people copy instead (R-REC-5). SAP doesn't
 * document a format, so any other text is taken. `system` is the name of the one that the token is for, which may be new.
 */
export function checkBroughtText(landscape: Landscape, text: string, system = ''): Refusal | undefined {
	const refused =
		text.trim() === ''
			? refuse('token-missing', l10n.t('Paste the integration token that the cockpit shows.'))
			: checkTokenText(text);
	if (refused) {
		return refused;
	}
	const token = text.trim().toLowerCase();
	const names = [
		landscape.globalAccount,
		...landscape.systems.keys(),
		...landscape.tenants.keys(),
		...landscape.subaccounts.keys(),
		...landscape.formations.keys(),
		system,
	];
	const isAddress = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)/.test(token);
	return isAddress || names.some((name) => name.toLowerCase() === token)
		? refuse(
				'token-malformed',
				isAddress
					? l10n.t(
							'This is an address, not an integration token. Copy the token in the cockpit, and paste it.',
						)
					: l10n.t('This is a name, not an integration token. Copy the token in the cockpit, and paste it.'),
			)
		: undefined;
}
