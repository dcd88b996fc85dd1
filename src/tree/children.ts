import { systemType } from '../model/catalog/system-types.ts';
import { entitlementsOf, extensionOf, formationsOf } from '../model/landscape.ts';
import { conflictsIn, type LandscapeFile } from '../workspace/landscape-files.ts';
import { type Element, type Group, idOf } from './elements.ts';

/** The elements at the top: a landscape's groups, or the landscapes where there are several. */
export function rootsOf(files: readonly LandscapeFile[]): readonly Element[] {
	const [only] = files;
	if (files.length === 1 && only) {
		return groupsOf(only);
	}
	return files.map((file) => ({
		kind: 'landscape',
		id: idOf(file.uri),
		landscape: file.uri.toString(),
		interactive: true,
		file,
	}));
}

/** The elements below one; `file` is the landscape that it belongs to. */
export function childrenOf(element: Element, file: LandscapeFile): readonly Element[] {
	const { landscape } = file.reading;
	const common = { landscape: file.uri.toString(), interactive: true } as const;
	switch (element.kind) {
		case 'landscape':
			return groupsOf(file);
		case 'group':
			return membersOf(element.group, file);
		case 'system': {
			const pairing = extensionOf(landscape, element.system);
			const token: readonly Element[] =
				element.record.status === 'pending' && !pairing && systemType(element.record.type)
					? [
							{
								...common,
								kind: 'token',
								id: idOf(file.uri, 'systems', element.system, 'token'),
								system: element.system,
								record: element.record,
							},
						]
					: [];
			const extension: readonly Element[] = pairing
				? [
						{
							...common,
							kind: 'extension',
							id: idOf(file.uri, 'systems', element.system, 'extension'),
							tenant: pairing.tenant.host,
							system: element.system,
							record: pairing.extension,
							under: 'system',
						},
					]
				: [];
			const entitlements: readonly Element[] = entitlementsOf(landscape, element.system).map(
				({ subaccount, entitlement }) => ({
					...common,
					kind: 'entitlement',
					id: idOf(file.uri, 'systems', element.system, subaccount, entitlement.service, entitlement.plan),
					subaccount,
					service: entitlement.service,
					system: entitlement.system,
					plan: entitlement.plan,
					record: entitlement,
					under: 'system',
				}),
			);
			const memberships: readonly Element[] = formationsOf(landscape, element.system).map(({ name }) => ({
				...common,
				kind: 'member',
				id: idOf(file.uri, 'systems', element.system, 'formation', name),
				formation: name,
				system: element.system,
				under: 'system',
			}));
			return [...token, ...extension, ...entitlements, ...memberships];
		}
		case 'tenant':
			return [...element.record.extensions.values()].map((record) => ({
				...common,
				kind: 'extension',
				id: idOf(file.uri, 'tenants', element.tenant, record.system),
				tenant: element.tenant,
				system: record.system,
				record,
				under: 'tenant',
			}));
		case 'subaccount':
			return element.record.entitlements.map((record) => ({
				...common,
				kind: 'entitlement',
				id: idOf(file.uri, 'subaccounts', element.subaccount, record.service, record.plan, record.system),
				subaccount: element.subaccount,
				service: record.service,
				system: record.system,
				plan: record.plan,
				record,
				under: 'subaccount',
			}));
		case 'formation':
			// A hand-written list may name a system twice; the tree must not.
			return [...new Set(element.record.systems)].map((system) => ({
				...common,
				kind: 'member',
				id: idOf(file.uri, 'formations', element.formation, system),
				formation: element.formation,
				system,
				under: 'formation',
			}));
		default:
			return [];
	}
}

/** The groups of one landscape. */
export function groupsOf(file: LandscapeFile): readonly Element[] {
	const { systems, tenants, subaccounts, formations } = file.reading.landscape;
	const groups: readonly [Group, number][] = [
		['systems', systems.size],
		['tenants', tenants.size],
		['subaccounts', subaccounts.size],
		['formations', formations.size],
	];
	const common = { landscape: file.uri.toString(), interactive: true } as const;
	const count = conflictsIn(file);
	return [
		...(count > 0 ? [{ ...common, kind: 'conflict', id: idOf(file.uri, 'conflict'), count } as const] : []),
		...groups.map(
			([group, members]) =>
				({ ...common, kind: 'group', id: idOf(file.uri, group), group, count: members }) as const,
		),
	];
}

function membersOf(group: Group, file: LandscapeFile): readonly Element[] {
	const { systems, tenants, subaccounts, formations } = file.reading.landscape;
	const common = { landscape: file.uri.toString(), interactive: true } as const;
	switch (group) {
		case 'systems':
			return [...systems.values()].map((record) => ({
				...common,
				kind: 'system',
				id: idOf(file.uri, group, record.name),
				system: record.name,
				record,
			}));
		case 'tenants':
			return [...tenants.values()].map((record) => ({
				...common,
				kind: 'tenant',
				id: idOf(file.uri, group, record.host),
				tenant: record.host,
				type: record.type,
				record,
			}));
		case 'subaccounts':
			return [...subaccounts.values()].map((record) => ({
				...common,
				kind: 'subaccount',
				id: idOf(file.uri, group, record.name),
				subaccount: record.name,
				record,
			}));
		case 'formations':
			return [...formations.values()].map((record) => ({
				...common,
				kind: 'formation',
				id: idOf(file.uri, group, record.name),
				formation: record.name,
				record,
			}));
	}
}
