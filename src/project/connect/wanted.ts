import {
	BUSINESS_PARTNER_SCENARIO,
	BUSINESS_PARTNER_SERVICES,
} from '../../model/catalog/outbound-services.ts';
import type { Connection } from '../../model/projects/connection.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { listAt, valueAt } from './complete.ts';

/** A map in the order of its keys; what is `undefined` is left out. */
export function treeMap(entries: Readonly<Record<string, Tree | undefined>>): TreeMap {
	return new Map(
		Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
	);
}

/**
 * The communication arrangement of an instance. Outbound needs a host and a user even where all of it is off. A service that
 * is `known` by its name keeps it.
 */
export function wantedArrangement(
	{ scenario, arrangementName, inboundAuthentication }: Connection,
	known: Tree | undefined,
): TreeMap {
	const named = new Set(listAt(known, 'outboundServices').map((item) => valueAt(item, 'name')));
	const hasOutbound = scenario === BUSINESS_PARTNER_SCENARIO;
	return treeMap({
		communicationArrangementName: arrangementName,
		scenarioId: scenario,
		inboundAuthentication,
		outboundAuthentication: hasOutbound ? 'BasicAuthentication' : undefined,
		outboundServices: hasOutbound
			? BUSINESS_PARTNER_SERVICES.map(({ id, name }) =>
					treeMap({ ...(named.has(name) ? { name } : { id }), isServiceActive: false }),
				)
			: undefined,
		communicationSystem: hasOutbound
			? treeMap({
					communicationSystemHostname: 'default.com',
					outboundCommunicationUser: treeMap({ username: 'DefaultUser', password: 'DefaultPassword' }),
				})
			: undefined,
	});
}

/** Keeps a second deployment from failing, since an instance can't be changed (R-CAP-10). */
export const SKIPPED_UPDATES: TreeMap = new Map(
	['plan', 'parameters', 'tags'].map((key) => [key, true] as const),
);
