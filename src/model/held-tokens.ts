import { type Instant, toMillis } from './instant.ts';
import type { Landscape } from './landscape.ts';

/** A token whose text a machine holds: what that machine remembers of it, without the text. */
export interface HeldToken {
	readonly fingerprint: string;
	/** URI of the landscape file that it was issued for. */
	readonly landscape: string;
	readonly system: string;
	readonly issuedAt: Instant;
	readonly expiresAt: Instant;
}

/** Why a token's text is of no use any more. */
export type Obsolescence = 'used' | 'superseded' | 'expired';

/**
 * Why a held token's text must be deleted, by what its landscape shows at `now`; nothing where it must be kept. A token
 * that its landscape does not show is kept: another branch or an older file says nothing about it. Without a
 * landscape only time decides.
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
