import * as l10n from '@vscode/l10n';
import { systemType } from '../model/catalog/system-types.ts';
import { isInEditor, type Refusal, refuse } from '../model/decision.ts';
import { addSeconds } from '../model/instant.ts';
import { now } from '../workspace/clock.ts';
import type { TokenVault } from '../workspace/token-vault.ts';
import type { SystemFields } from './offer-token.ts';
import type { Result } from './result.ts';

/**
 * Mints a token for a system of a type, stores and remembers its text, and lets `write` bring its fingerprint into the
 * landscape. If that is refused, the text is deleted again; if VS Code ends meanwhile, or the change is only in the editor,
 * it's deleted when it expires. Refuses with `token-not-stored` when the secret storage doesn't accept it.
 */
export async function withMintedToken<Facts extends object>(
	vault: TokenVault,
	{ type, ...system }: SystemFields & { readonly type: string },
	write: (fingerprint: string) => Promise<Result<Facts>>,
): Promise<Result<Facts & { readonly text: string }>> {
	const issuedAt = now();
	const expiresAt = addSeconds(issuedAt, systemType(type)?.token.validity ?? 0);
	const minted = await stored(() => vault.mint({ ...system, issuedAt, expiresAt }));
	if ('ok' in minted) {
		return minted;
	}
	const { text, fingerprint } = minted;
	const result = await write(fingerprint);
	if (result?.ok) {
		return { ...result, text };
	}
	if (!isInEditor(result)) {
		await vault.forget(fingerprint);
	}
	return result;
}

/** What storing a token gives, or `token-not-stored` when the secret storage doesn't accept it. */
export async function stored<Stored>(store: () => Promise<Stored>): Promise<Stored | Refusal> {
	return store().catch((error: unknown) =>
		refuse(
			'token-not-stored',
			l10n.t`VS Code couldn't store the token on this computer (${error instanceof Error ? error.message : l10n.t('unknown reason')}). Unlock the keychain, then try again.`,
		),
	);
}
