import * as l10n from '@vscode/l10n';
import type { ViewBadge } from 'vscode';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { lapsesSoon } from '../model/tokens.ts';

/** How many systems need attention: tokens that expire within `days`, and errors. The tooltip says so in words. */
export function badgeOf(landscapes: readonly Landscape[], days: number, now: Instant): ViewBadge | undefined {
	const systems = landscapes.flatMap((landscape) => [...landscape.systems.values()]);
	const lapsing = systems.filter((system) => lapsesSoon(system, days, now)).length;
	const failed = systems.filter(({ status }) => status.endsWith('error')).length;
	const parts = [
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
	return parts.length === 0 ? undefined : { value: lapsing + failed, tooltip: `${parts.join(', ')}.` };
}
