import * as l10n from '@vscode/l10n';
import { SCENARIO_GROUPS } from '../catalog/scenario-groups.ts';
import type { SystemType } from '../catalog/system-types.ts';
import { addSeconds, type Instant, toMillis } from '../instant.ts';
import { timeLeft } from '../labels.ts';
import { extensionOf, type System, type Token } from '../landscape.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import { CLOCK_DIFFERENCE } from '../seen-at.ts';
import { checkGetToken, showToken } from '../systems.ts';
import { lapsesSoon, tokenState, usefulGroups } from '../tokens.ts';
import { type FindingsCollector, meant } from './collector.ts';

/** Seconds by which a validity may differ: whoever writes it down may be a little late. */
const VALIDITY_DIFFERENCE = 60;

function isValidFor(validity: number, issuedAt: Instant, expiresAt: Instant): boolean {
	const seconds = (toMillis(expiresAt) - toMillis(issuedAt)) / 1000;
	return Math.abs(seconds - validity) <= VALIDITY_DIFFERENCE;
}

/** Checks the groups and times of a system's token. */
export function checkToken(
	collector: FindingsCollector,
	system: System,
	type: SystemType | undefined,
	token: Token,
): void {
	const { landscape, now, tokenExpiryWarning, report } = collector;
	const { issuedAt, expiresAt, scenarioGroups, usedAt } = token;
	const path = ['systems', system.name, 'token'];
	const known = type?.token.scenarioGroups.map(({ label }) => label) ?? [];
	scenarioGroups?.forEach((group, index) => {
		if (!known.includes(group)) {
			// A group that only other types have isn't a misspelled one.
			const instead = SCENARIO_GROUPS.some(({ label }) => label === group)
				? undefined
				: nearest(group, known);
			report(
				'warning',
				type && known.length === 0 ? 'scenario-group-not-applicable' : 'scenario-group-unknown',
				meant(
					l10n.t('"{0}" isn\'t a communication scenario group of {1}.', shorten(group), shorten(system.type)),
					instead,
				),
				[...path, 'scenarioGroups', index],
				{ instead },
			);
		}
	});
	if (scenarioGroups && usefulGroups(scenarioGroups).length < scenarioGroups.length) {
		report(
			'warning',
			'scenario-group-redundant',
			l10n.t('Some of these groups are redundant because others include them.'),
			[...path, 'scenarioGroups'],
		);
	}
	if (known.length > 0 && (scenarioGroups ?? []).length === 0) {
		if (landscape.mode === 'practice') {
			// Without groups no token is issued (R-TOK-10, R-CSG-1).
			report(
				'warning',
				'scenario-group-required',
				l10n.t('A token of {0} needs at least one communication scenario group.', shorten(system.type)),
				scenarioGroups ? [...path, 'scenarioGroups'] : path,
				scenarioGroups ? {} : { at: 'key' },
			);
		} else if (scenarioGroups) {
			report(
				'warning',
				'scenario-group-required',
				l10n.t(
					"A token needs at least one communication scenario group. If you don't know the groups, remove the list.",
				),
				[...path, 'scenarioGroups'],
			);
		}
	}
	if (system.status === 'pending' && tokenState(token, now) === 'expired') {
		const name = shorten(system.name);
		report(
			'warning',
			'token-expired',
			showToken(landscape, system.name, now).ok
				? l10n.t('The token of "{0}" expired. Choose Copy Token to get a new one.', name)
				: landscape.mode === 'recorded'
					? l10n.t('The token of "{0}" expired. Get a new one in the cockpit.', name)
					: checkGetToken(landscape, system.name)
						? l10n.t('The token of "{0}" expired.', name)
						: l10n.t('The token of "{0}" expired. Get a new one.', name),
			[...path, 'expiresAt'],
		);
	} else if (lapsesSoon(system, tokenExpiryWarning, now)) {
		report(
			'warning',
			'token-expires-soon',
			l10n.t(
				'The token of "{0}" expires in {1}. The tenant administrator must use it by then.',
				shorten(system.name),
				timeLeft(expiresAt, now),
			),
			[...path, 'expiresAt'],
		);
	}
	// UTC times in the same format sort like text.
	if (issuedAt && issuedAt >= expiresAt) {
		report(
			'warning',
			'token-times-contradict',
			l10n.t('The token expires before it was issued.'),
			[...path, 'expiresAt'],
			{ instead: type && addSeconds(issuedAt, type.token.validity) },
		);
	} else if (issuedAt && type && !isValidFor(type.token.validity, issuedAt, expiresAt)) {
		const instead = addSeconds(issuedAt, type.token.validity);
		report(
			'warning',
			expiresAt > instead ? 'token-valid-too-long' : 'token-valid-too-short',
			l10n.t('A token of {0} is valid for {1}.', type.label, timeLeft(instead, issuedAt)),
			[...path, 'expiresAt'],
			{ instead },
		);
	}
	const latest = addSeconds(now, CLOCK_DIFFERENCE);
	if (issuedAt && issuedAt > latest) {
		const implied = type && addSeconds(expiresAt, -type.token.validity);
		report(
			'warning',
			'token-time-in-future',
			l10n.t('The time when the token was issued is in the future.'),
			[...path, 'issuedAt'],
			{ instead: implied && implied <= now ? implied : undefined },
		);
	}
	if (usedAt && usedAt > latest) {
		const changedAt = extensionOf(landscape, system.name)?.extension.changedAt;
		report(
			'warning',
			'token-time-in-future',
			l10n.t('The time when the token was used is in the future.'),
			[...path, 'usedAt'],
			{ instead: changedAt && changedAt <= now ? changedAt : undefined },
		);
	}
	if (usedAt && (usedAt >= expiresAt || (issuedAt && usedAt < issuedAt))) {
		report(
			'warning',
			'token-times-contradict',
			l10n.t('The token was used before it was issued or after it expired.'),
			[...path, 'usedAt'],
		);
	}
}
