import { checkBroughtText } from '../model/brought-token.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { isInEditor } from '../model/decision.ts';
import { addSeconds, type Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { now } from '../workspace/clock.ts';
import { fingerprintOf, type TokenVault } from '../workspace/token-vault.ts';
import type { SystemFields } from './offer-token.ts';
import type { Result } from './result.ts';
import { stored } from './with-minted-token.ts';

/** A token that the cockpit issued: its text, or only when that was. */
export interface BroughtToken {
	readonly token?: string | undefined;
	readonly issuedAt?: Instant | undefined;
}

/**
 * Lets `write` record a token that a person brings from the cockpit (R-REC-5). Its text, if it's at hand, is stored on this
 * computer; the landscape gets the fingerprint. If that is refused, the text is deleted again, unless it was there before.
 * Refuses with the codes of {@link checkBroughtText} and `token-not-stored`.
 */
export async function withBroughtToken<Facts extends object>(
	vault: TokenVault,
	landscape: Landscape,
	{ type, ...system }: SystemFields & { readonly type: string },
	{ token: text, issuedAt = now() }: BroughtToken,
	write: (token: { readonly fingerprint?: string; readonly issuedAt: Instant }) => Promise<Result<Facts>>,
): Promise<Result<Facts>> {
	if (text === undefined) {
		return write({ issuedAt });
	}
	const refused = checkBroughtText(landscape, text, system.system);
	if (refused) {
		return refused;
	}
	const fingerprint = await fingerprintOf(text);
	const earlier = vault.held.find((held) => held.fingerprint === fingerprint);
	const expiresAt = addSeconds(issuedAt, systemType(type)?.token.validity ?? 0);
	const kept = await stored(() => vault.keep(text, { ...system, fingerprint, issuedAt, expiresAt }));
	if (kept && 'ok' in kept) {
		return kept;
	}
	const result = await write({ fingerprint, issuedAt });
	if (!isInEditor(result)) {
		await (earlier ? vault.keep(text, earlier) : vault.forget(fingerprint));
	}
	return result;
}
