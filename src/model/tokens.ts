import * as l10n from '@vscode/l10n';
import { ALL_COMMUNICATION_SCENARIOS } from './catalog/scenario-groups.ts';
import { systemType } from './catalog/system-types.ts';
import { type Refusal, refuse } from './decision.ts';
import { addSeconds, type Instant, toMillis } from './instant.ts';
import type { Landscape, System, Token } from './landscape.ts';
import { shorten } from './names.ts';
import { perLandscape } from './per-landscape.ts';

/** A token's state. It follows from the file and the clock, and isn't stored. */
export type TokenState = 'absent' | 'open' | 'expired' | 'used';

/** The limit of unused tokens for each system type in a global account (R-TOK-9). */
export const OPEN_TOKENS_LIMIT = 1000;

/** The state of a token at `now`; `now ≥ expiresAt` is expired (R-TOK-14, DEC-8). */
export function tokenState(token: Token | undefined, now: Instant): TokenState {
	if (!token) {
		return 'absent';
	}
	if (token.usedAt) {
		return 'used';
	}
	return toMillis(now) >= toMillis(token.expiresAt) ? 'expired' : 'open';
}

/**
 * Whether a pending system's open token expires within `days` days; for tokens that are valid for a shorter time, such as
 * 10 minutes (R-TOK-4), within the second half of that time.
 */
export function lapsesSoon({ status, token, type }: System, days: number, now: Instant): boolean {
	if (status !== 'pending' || !token || tokenState(token, now) !== 'open') {
		return false;
	}
	const half = (systemType(type)?.token.validity ?? 0) / 2;
	return toMillis(token.expiresAt) - toMillis(now) < Math.min(days * 24 * 60 * 60, half) * 1000;
}

/** Makes a token's record: issued at `issuedAt`, valid as long as the type defines (R-TOK-3), for the selected groups (R-TOK-10). */
export function issueToken(
	validity: number,
	scenarioGroups: readonly string[] | undefined,
	fingerprint: string | undefined,
	issuedAt: Instant,
): Token {
	return {
		issuedAt,
		expiresAt: addSeconds(issuedAt, validity),
		...(scenarioGroups && scenarioGroups.length > 0 ? { scenarioGroups } : {}),
		...(fingerprint !== undefined && { fingerprint }),
	};
}

/**
 * Refuses groups that don't fit the type: `scenario-group-required` (R-CSG-1), `scenario-group-unknown`,
 * `scenario-group-not-applicable` (types without groups, R-TYPE-1).
 */
export function checkScenarioGroups(type: string, groups: readonly string[]): Refusal | undefined {
	const known = systemType(type)?.token.scenarioGroups ?? [];
	if (known.length === 0) {
		return groups.length === 0
			? undefined
			: refuse(
					'scenario-group-not-applicable',
					l10n.t`${shorten(type)} doesn't have communication scenario groups. Remove them.`,
				);
	}
	if (groups.length === 0) {
		return refuse(
			'scenario-group-required',
			l10n.t('Select at least one communication scenario group. The token allows only what you select.'),
		);
	}
	const unknown = groups.find((group) => !known.some(({ label }) => label === group));
	return unknown === undefined
		? undefined
		: refuse(
				'scenario-group-unknown',
				l10n.t`"${shorten(unknown)}" isn't a communication scenario group of ${type}. Select one from the list.`,
			);
}

/** The number of open tokens by system type. */
const openTokens = perLandscape(({ systems }: Landscape) => {
	const counts = new Map<string, number>();
	for (const system of systems.values()) {
		if (hasUnusedToken(system)) {
			counts.set(system.type, (counts.get(system.type) ?? 0) + 1);
		}
	}
	return counts;
});

/**
 * Refuses one more open token of a type with `token-limit-reached` (R-TOK-9). Pending systems with an unused token
 * count, expired or not (DEC-33); `except` is the system whose own token would be replaced.
 */
export function checkOpenTokens(landscape: Landscape, type: string, except?: string): Refusal | undefined {
	const own = landscape.systems.get(except ?? '');
	const isCounted = own !== undefined && own.type === type && hasUnusedToken(own);
	return (openTokens(landscape).get(type) ?? 0) - (isCounted ? 1 : 0) < OPEN_TOKENS_LIMIT
		? undefined
		: refuse(
				'token-limit-reached',
				l10n.t`The global account already has ${OPEN_TOKENS_LIMIT} open tokens for ${shorten(type)}, which is the limit. Pair or remove a pending system first.`,
			);
}

/** Whether a system's token counts for {@link OPEN_TOKENS_LIMIT}. */
export function hasUnusedToken(system: System): boolean {
	return system.status === 'pending' && system.token !== undefined && !system.token.usedAt;
}

/** How many hex digits a practice token has. */
export const TOKEN_LENGTH = 64;

/** Refuses a text that nobody knows and that is shorter than a practice token, with `token-malformed`: it was cut off. */
export function checkTokenLength(text: string): Refusal | undefined {
	const { length } = text.trim();
	return length < TOKEN_LENGTH && /^[0-9a-f]+$/.test(text.trim())
		? refuse(
				'token-malformed',
				l10n.t`This token is cut off: it has ${length} of ${TOKEN_LENGTH} characters. Copy it again with Copy Token, and paste all of it.`,
			)
		: undefined;
}

/** Removes groups that appear twice or that *All Communication Scenarios* includes (DEC-9). */
export function usefulGroups(groups: readonly string[]): readonly string[] {
	return groups.includes(ALL_COMMUNICATION_SCENARIOS) ? [ALL_COMMUNICATION_SCENARIOS] : [...new Set(groups)];
}

/** Refuses to select groups that {@link usefulGroups} would remove, with `scenario-group-redundant` (DEC-9). */
export function checkRedundantGroups(groups: readonly string[]): Refusal | undefined {
	return usefulGroups(groups).length < groups.length
		? refuse(
				'scenario-group-redundant',
				l10n.t`${ALL_COMMUNICATION_SCENARIOS} includes the other groups. Select either that or the others.`,
			)
		: undefined;
}

/** Refuses a pasted text that can't be a token: `token-missing` if it's empty, `token-malformed` if it contains spaces (R-TOK-13). */
export function checkTokenText(text: string): Refusal | undefined {
	const token = text.trim();
	if (token === '') {
		return refuse(
			'token-missing',
			l10n.t('Paste the integration token that the global account administrator sent.'),
		);
	}
	if (/\s/.test(token)) {
		return refuse(
			'token-malformed',
			l10n.t(
				"An integration token doesn't contain spaces or line breaks. Copy all of it again, and paste it.",
			),
		);
	}
	return undefined;
}
