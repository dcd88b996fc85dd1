import type { Reading } from '../document/read.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { MAINTAIN_EXTENSIONS, type TenantApplication } from '../model/catalog/tenant-applications.ts';
import { checkSimulation, consequenceOfDeleting, deleteExtension } from '../model/extensions.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel } from '../model/labels.ts';
import { EXTENSION_STATUSES, type Extension, type Landscape, type Tenant } from '../model/landscape.ts';
import { recordedAtOf } from '../model/recorded-at.ts';
import type { Application, PageRow, PageState } from './messages.ts';
import { nextStepsOf } from './next-steps.ts';

/** What a page says besides the landscape: names of systems whose token is on this machine, the time, and how to write it. */
interface PageContext {
	readonly held: readonly string[];
	readonly now: Instant;
	readonly localTime: (instant: Instant) => string;
}

/** What the page of a tenant shows, or `undefined` when the landscape doesn't know the tenant. */
export function pageStateOf(
	{ landscape, unreadable }: Pick<Reading, 'landscape' | 'unreadable'>,
	host: string,
	{ held, now, localTime }: PageContext,
): PageState | undefined {
	const tenant = landscape.tenants.get(host);
	if (!tenant) {
		return undefined;
	}
	const suggestions = [...landscape.systems.values()]
		.filter(({ status, type, token }) => status === 'pending' && type === tenant.type && !token?.usedAt)
		.map(({ name }) => name);
	return {
		host,
		type: tenant.type,
		application: applicationOf(tenant.type),
		globalAccount: landscape.globalAccount,
		mode: landscape.mode,
		rows: [...tenant.extensions.values()].map((extension) => ({
			...rowOf(landscape, tenant, extension),
			changedOn: changedOn(landscape, extension, localTime),
		})),
		suggestions,
		copyable: suggestions.filter((name) => held.includes(name)),
		steps: unreadable ? [] : [...nextStepsOf(landscape, tenant, now)],
		locked: (unreadable ?? checkSimulation(landscape))?.message ?? '',
	};
}

/** When a status changed, or in a recorded landscape was seen, in the reader's own form; empty where nobody said. */
function changedOn(landscape: Landscape, extension: Extension, localTime: PageContext['localTime']): string {
	const moment = recordedAtOf(landscape, extension) ?? extension.changedAt;
	return moment ? localTime(moment) : '';
}

/** The words of a page that knows nothing of its tenant yet. */
export function unknownApplication(): Application {
	return { ...wordsOf(MAINTAIN_EXTENSIONS), path: [], statuses: [] };
}

/** A type that the catalog doesn't know gets the words of most others. */
function applicationOf(type: string): Application {
	return {
		...wordsOf(systemType(type)?.tenantApplication ?? MAINTAIN_EXTENSIONS),
		statuses: EXTENSION_STATUSES.map((status) => ({ status, label: extensionStatusLabel(status, type) })),
	};
}

function wordsOf({ name, path, list, create, refresh, statusColumn, ownNote }: TenantApplication) {
	return {
		name: name(),
		path: path.map((step) => step()),
		list: list(),
		create: create(),
		refresh: refresh(),
		statusColumn: statusColumn(),
		ownNote: ownNote(),
	};
}

function rowOf(
	landscape: Landscape,
	{ host, type }: Tenant,
	{ system, description, status }: Extension,
): Omit<PageRow, 'changedOn'> {
	const request = { tenant: host, system };
	const deletion = deleteExtension(landscape, request);
	return {
		system,
		description: description ?? '',
		scenarioGroups: [...(landscape.systems.get(system)?.token?.scenarioGroups ?? [])],
		status,
		statusLabel: extensionStatusLabel(status, type),
		deletable: deletion.ok,
		blocked: deletion.ok || status === 'enabling' ? '' : deletion.message,
		consequence: consequenceOfDeleting(landscape, request),
	};
}
