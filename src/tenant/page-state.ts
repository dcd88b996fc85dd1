import type { Reading } from '../document/read.ts';
import { checkSimulation } from '../model/extensions.ts';
import { extensionStatusLabel } from '../model/labels.ts';
import type { Extension, Landscape } from '../model/landscape.ts';
import { localTime } from '../workspace/local-time.ts';
import type { PageRow, PageState } from './messages.ts';

/** What the page of a tenant shows, or `undefined` when the landscape does not know the tenant (any more). */
export function pageStateOf(reading: Reading, host: string): PageState | undefined {
	const { landscape, unreadable } = reading;
	const tenant = landscape.tenants.get(host);
	if (!tenant) {
		return undefined;
	}
	return {
		host,
		type: tenant.type,
		globalAccount: landscape.globalAccount,
		mode: landscape.mode,
		rows: [...tenant.extensions.values()].map((extension) => rowOf(landscape, extension)),
		suggestions: [...landscape.systems.values()]
			.filter(({ status, type, token }) => status === 'pending' && type === tenant.type && !token?.usedAt)
			.map(({ name }) => name),
		locked: (unreadable ?? checkSimulation(landscape))?.message ?? '',
	};
}

function rowOf(landscape: Landscape, { system, description, status, changedAt }: Extension): PageRow {
	return {
		system,
		description: description ?? '',
		scenarioGroups: [...(landscape.systems.get(system)?.token?.scenarioGroups ?? [])],
		changedOn: changedAt ? localTime(changedAt) : '',
		status,
		statusLabel: extensionStatusLabel(status),
	};
}
