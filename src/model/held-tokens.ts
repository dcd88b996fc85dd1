import { type Instant, toMillis } from './instant.ts';
import type { Landscape } from './landscape.ts';

/** What a computer remembers about a token whose text it stores. */
export interface HeldToken {
	readonly fingerprint: string;
	/** URI of the landscape file that it was issued for. */
	readonly landscape: string;
	readonly system: string;
	readonly issuedAt: Instant;
	readonly expiresAt: Instant;
}

/** Why a token's text is no longer needed. */
export type Obsolescence = 'used' | 'superseded' | 'expired';

/**
 * Why a stored token's text must be deleted, given its landscape at `now`; `undefined` to keep it. A token that the
 * landscape doesn't show is kept because the file can be another branch's or an older one. Without a landscape, only
 * time decides.
 */
export function obsolescenceOf(
	held: HeldToken,
	landscape: Landscape | undefined,
	now: Instant,
): Obsolescence | undefined {
	const systems = [...(landscape?.systems.values() ?? [])];
	const shown = systems.find(({ token }) => token?.fingerprint === held.fingerprint)?.token;
	if (shown?.usedAt) {
		return 'used';
	}
	if (toMillis(now) >= toMillis((shown ?? held).expiresAt)) {
		return 'expired';
	}
	if (shown) {
		return undefined;
	}
	const issuedAt = landscape?.systems.get(held.system)?.token?.issuedAt;
	return issuedAt !== undefined && toMillis(issuedAt) > toMillis(held.issuedAt) ? 'superseded' : undefined;
}
