import type { ViewBadge } from 'vscode';
import { addSeconds, type Instant, toMillis } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { tokenState } from '../model/tokens.ts';

const DAY = 24 * 60 * 60;

/** How many systems need attention soon: tokens that lapse within `days`, and errors; with a sentence that says so. */
export function badgeOf(landscapes: readonly Landscape[], days: number, now: Instant): ViewBadge | undefined {
	const horizon = toMillis(addSeconds(now, days * DAY));
	const systems = landscapes.flatMap((landscape) => [...landscape.systems.values()]);
	const lapsing = systems.filter(
		({ status, token }) =>
			status === 'pending' &&
			token !== undefined &&
			tokenState(token, now) === 'open' &&
			toMillis(token.expiresAt) < horizon,
	).length;
	const failed = systems.filter(({ status }) => status.endsWith('error')).length;
	const parts = [
		...(lapsing > 0
			? [`${lapsing} integration ${lapsing === 1 ? 'token expires' : 'tokens expire'} within ${days} days`]
			: []),
		...(failed > 0 ? [`${failed} ${failed === 1 ? 'system has' : 'systems have'} an error`] : []),
	];
	return parts.length === 0 ? undefined : { value: lapsing + failed, tooltip: `${parts.join(', ')}.` };
}
