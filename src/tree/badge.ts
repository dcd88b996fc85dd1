import * as l10n from '@vscode/l10n';
import type { ViewBadge } from 'vscode';
import { systemType } from '../model/catalog/system-types.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape, System } from '../model/landscape.ts';
import { lapsesSoon, tokenState } from '../model/tokens.ts';

/** How many systems need attention: tokens that have expired or expire within `days`, and errors. The tooltip says so in words. */
export function badgeOf(landscapes: readonly Landscape[], days: number, now: Instant): ViewBadge | undefined {
	const systems = landscapes.flatMap((landscape) => [...landscape.systems.values()]);
	const expired = systems.filter((system) => hasExpired(system, now)).length;
	const lapsing = systems.filter((system) => lapsesSoon(system, days, now)).length;
	const failed = systems.filter(({ status }) => status.endsWith('error')).length;
	const parts = [
		...(expired > 0
			? [
					expired === 1
						? l10n.t('1 integration token has expired')
						: l10n.t`${expired} integration tokens have expired`,
				]
			: []),
		...(lapsing > 0
			? [
					lapsing === 1
						? l10n.t('1 integration token expires soon')
						: l10n.t`${lapsing} integration tokens expire soon`,
				]
			: []),
		...(failed > 0
			? [failed === 1 ? l10n.t('1 system has an error') : l10n.t`${failed} systems have an error`]
			: []),
	];
	return parts.length === 0
		? undefined
		: { value: expired + lapsing + failed, tooltip: `${parts.join(', ')}.` };
}

/** Whether a pending system waits with a token that nobody can use anymore. */
function hasExpired({ status, type, token }: System, now: Instant): boolean {
	return status === 'pending' && systemType(type) !== undefined && tokenState(token, now) === 'expired';
}
