import * as l10n from '@vscode/l10n';
import type { SystemType } from '../catalog/system-types.ts';
import { addSeconds, toMillis } from '../instant.ts';
import { timeLeft } from '../labels.ts';
import type { System, Token } from '../landscape.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import { lapsesSoon, tokenState, usefulGroups } from '../tokens.ts';
import { type FindingsCollector, meant } from './collector.ts';

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
			const instead = nearest(group, known);
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
	if (scenarioGroups?.length === 0) {
		report(
			'warning',
			'scenario-group-required',
			l10n.t(
				"A token needs at least one communication scenario group. If you don't know the groups, remove the list.",
			),
			[...path, 'scenarioGroups'],
		);
	}
	if (system.status === 'pending' && tokenState(token, now) === 'expired') {
		report(
			'warning',
			'token-expired',
			type?.token.reissuedWhenExpired && landscape.mode === 'practice'
				? l10n.t('The token of "{0}" expired. Choose Copy Token to get a new one.', shorten(system.name))
				: l10n.t('The token of "{0}" expired. Get a new one.', shorten(system.name)),
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
	} else if (issuedAt && type && toMillis(expiresAt) - toMillis(issuedAt) > type.token.validity * 1000) {
		const instead = addSeconds(issuedAt, type.token.validity);
		report(
			'warning',
			'token-valid-too-long',
			l10n.t('A token of {0} is valid for {1}.', type.label, timeLeft(instead, issuedAt)),
			[...path, 'expiresAt'],
			{ instead },
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
