import { systemType } from '../model/catalog/system-types.ts';
import { SECTIONS } from '../model/change.ts';
import {
	type Entitlement,
	entitlementsOf,
	extensionOf,
	formationsOf,
	type Mode,
} from '../model/landscape.ts';
import { conflictsIn, type LandscapeFile } from '../workspace/landscape-files.ts';
import { type Element, type ElementOf, type Group, idOf, type Step } from './elements.ts';

/** The elements at the top: one for each landscape. */
export function rootsOf(files: readonly LandscapeFile[]): readonly Element[] {
	return files.map((file) => ({ ...common(file), kind: 'landscape', file }));
}

/** The elements below one; `file` is the landscape that it belongs to. */
export function childrenOf(element: Element, file: LandscapeFile): readonly Element[] {
	// A hand-written file may name something twice; VS Code takes an id only once.
	return [...new Map(elementsBelow(element, file).map((child) => [child.id, child])).values()];
}

function elementsBelow(element: Element, file: LandscapeFile): readonly Element[] {
	switch (element.kind) {
		case 'landscape':
			return partsOf(file);
		case 'group':
			return membersOf(element.group, file);
		case 'system':
			return childrenOfSystem(element, file);
		case 'tenant':
			return [...element.record.extensions.values()].map((record) => ({
				...common(file, 'tenants', element.tenant, record.system),
				kind: 'extension',
				tenant: element.tenant,
				system: record.system,
				record,
				under: 'tenant',
			}));
		case 'subaccount':
			return element.record.entitlements.map((record) => ({
				...common(file, 'subaccounts', element.subaccount, record.service, record.plan, record.system),
				...entitlementFields(element.subaccount, record),
				under: 'subaccount',
			}));
		case 'formation':
			return element.record.systems.map((system) => ({
				...common(file, 'formations', element.formation, system),
				kind: 'member',
				formation: element.formation,
				system,
				under: 'formation',
			}));
		default:
			return [];
	}
}

/** What is directly below a landscape: what's wrong with its file, what leads on while it's empty, and its groups. */
function partsOf(file: LandscapeFile): readonly Element[] {
	const { landscape, unreadable } = file.reading;
	const count = conflictsIn(file);
	const groups = SECTIONS.map((group) => ({
		...common(file, group),
		kind: 'group' as const,
		group,
		count: landscape[group].size,
	}));
	if (unreadable) {
		return [
			count > 0
				? { ...common(file, 'conflict'), kind: 'conflict', count }
				: { ...common(file, 'unreadable'), kind: 'unreadable', reason: unreadable },
			// A group that seems empty may only be what can't be read.
			...groups.filter((group) => group.count > 0),
		];
	}
	const isEmpty = groups.every((group) => group.count === 0);
	return [...(isEmpty ? stepsOf(landscape.mode) : []).map((step) => stepElement(file, step)), ...groups];
}

/** The tutorial can't be followed in a recorded landscape, whose systems may all be there already. */
function stepsOf(mode: Mode): readonly Step[] {
	return mode === 'practice' ? ['registerSystem', 'openWalkthrough'] : ['registerSystem', 'openLandscape'];
}

function stepElement(file: LandscapeFile, step: Step): Element {
	return { ...common(file, 'step', step), kind: 'step', step };
}

/** The fields of commands that every element carries, and its id. */
function common({ uri }: LandscapeFile, ...names: readonly string[]) {
	return { id: idOf(uri, ...names), landscape: uri.toString(), interactive: true as const };
}

function entitlementFields(subaccount: string, record: Entitlement) {
	const { service, system, plan } = record;
	return { kind: 'entitlement' as const, subaccount, service, system, plan, record };
}

function childrenOfSystem({ system, record }: ElementOf<'system'>, file: LandscapeFile): readonly Element[] {
	const { landscape } = file.reading;
	const below = (...names: readonly string[]) => common(file, 'systems', system, ...names);
	const paired = extensionOf(landscape, system);
	return [
		...(record.status === 'pending' && !paired && systemType(record.type)
			? [{ ...below('token'), kind: 'token' as const, system, record }]
			: []),
		...(paired
			? [
					{
						...below('extension'),
						kind: 'extension' as const,
						tenant: paired.tenant.host,
						system,
						record: paired.extension,
						under: 'system' as const,
					},
				]
			: []),
		...entitlementsOf(landscape, system).map(({ subaccount, entitlement }) => ({
			...below(subaccount, entitlement.service, entitlement.plan),
			...entitlementFields(subaccount, entitlement),
			under: 'system' as const,
		})),
		...formationsOf(landscape, system).map(({ name }) => ({
			...below('formation', name),
			kind: 'member' as const,
			formation: name,
			system,
			under: 'system' as const,
		})),
	];
}

function membersOf(group: Group, file: LandscapeFile): readonly Element[] {
	const { systems, tenants, subaccounts, formations } = file.reading.landscape;
	const below = (name: string) => common(file, group, name);
	switch (group) {
		case 'systems':
			return [...systems.values()].map((record) => ({
				...below(record.name),
				kind: 'system',
				system: record.name,
				record,
			}));
		case 'tenants':
			return [...tenants.values()].map((record) => ({
				...below(record.host),
				kind: 'tenant',
				tenant: record.host,
				type: record.type,
				record,
			}));
		case 'subaccounts':
			return [...subaccounts.values()].map((record) => ({
				...below(record.name),
				kind: 'subaccount',
				subaccount: record.name,
				record,
			}));
		case 'formations':
			return [...formations.values()].map((record) => ({
				...below(record.name),
				kind: 'formation',
				formation: record.name,
				record,
			}));
	}
}
