import * as l10n from '@vscode/l10n';
import { type Answer, refuse } from '../model/decision.ts';
import type { Token } from '../model/landscape.ts';
import type { TokenVault } from '../workspace/token-vault.ts';
import type { SystemFields } from './offer-token.ts';

/**
 * Mints a token for a system, stores its text, and lets `write` bring its fingerprint into the landscape. Where that is
 * refused the text is deleted again. Refuses with `token-not-stored` when the secret storage takes nothing.
 */
export async function withMintedToken<Facts extends { readonly token: Token | undefined }>(
	vault: TokenVault,
	place: SystemFields,
	write: (fingerprint: string) => Promise<Answer<Facts>>,
): Promise<Answer<Facts & { readonly text: string }>> {
	const minted = await vault
		.mint()
		.catch((error: unknown) =>
			refuse(
				'token-not-stored',
				l10n.t`VS Code's secret storage did not take the token (${error instanceof Error ? error.message : l10n.t('unknown reason')}). Unlock the keychain of this computer, then try again.`,
			),
		);
	if ('ok' in minted) {
		return minted;
	}
	const outcome = await write(minted.fingerprint);
	if (!outcome.ok) {
		await vault.forget(minted.fingerprint);
		return outcome;
	}
	const { issuedAt, expiresAt } = outcome.token ?? {};
	if (issuedAt && expiresAt) {
		await vault.remember({ ...place, fingerprint: minted.fingerprint, issuedAt, expiresAt });
	}
	return { ...outcome, text: minted.text };
}
