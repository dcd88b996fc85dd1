import { isMap, isScalar, isSeq } from 'yaml';
import { pairIn } from '../document/nodes.ts';
import type { Reading } from '../document/read.ts';
import type { Range } from '../document/token-like-text.ts';

/** What has a name in a landscape file, by the section of its entry. */
export type NamedIn = 'systems' | 'tenants' | 'subaccounts' | 'formations';

/** A place where something is named, with its quotes, in UTF-16 units. */
export interface Occurrence extends Range {
	readonly section: NamedIn;
	readonly name: string;
	/** Whether it's the key of the entry itself, not a reference. */
	readonly isDefinition: boolean;
	/** The scalar with the name. */
	readonly node: unknown;
	readonly inFlow: boolean;
	/** The value below it, if it's a key. */
	readonly value: unknown;
}

/** Every place in a text where a system, tenant, subaccount or formation is named. Aliases are not followed. */
export function occurrencesIn({ document }: Reading): readonly Occurrence[] {
	const found: Occurrence[] = [];
	const note = (section: NamedIn, node: unknown, isDefinition: boolean, inFlow: boolean, value?: unknown) => {
		if (isScalar(node) && node.range) {
			const [start, end] = node.range;
			const name = typeof node.value === 'string' ? node.value : (node.source ?? '');
			if (end > start) {
				found.push({ section, name, isDefinition, node, inFlow, value, start, end });
			}
		}
	};
	const root = document?.contents;
	for (const section of ['systems', 'tenants', 'subaccounts', 'formations'] as const) {
		const entries = mapAt(root, section);
		for (const { key, value } of entries?.items ?? []) {
			note(section, key, true, entries?.flow ?? false, value);
			if (section === 'systems' && isMap(value)) {
				note('tenants', pairIn(value, 'pairedTenant')?.value, false, value.flow === true);
			}
			if (section === 'tenants') {
				const extensions = mapAt(value, 'extensions');
				for (const extension of extensions?.items ?? []) {
					note('systems', extension.key, false, extensions?.flow ?? false, extension.value);
				}
			}
			if (section === 'subaccounts') {
				for (const entitlement of itemsAt(value, 'entitlements')) {
					const pair = isMap(entitlement) ? pairIn(entitlement, 'system') : undefined;
					note('systems', pair?.value, false, isMap(entitlement) && entitlement.flow === true);
				}
			}
			if (section === 'formations') {
				const list = isMap(value) ? pairIn(value, 'systems')?.value : undefined;
				for (const member of itemsAt(value, 'systems')) {
					note('systems', member, false, isSeq(list) && list.flow === true);
				}
			}
		}
	}
	return found;
}

/** Every place in a text where a system is named. */
export function occurrencesOfSystem(reading: Reading, system: string): readonly Occurrence[] {
	return occurrencesIn(reading).filter(({ section, name }) => section === 'systems' && name === system);
}

/** The name at an offset with all places of the same name; `undefined` if there is no name. */
export function occurrencesAt(
	reading: Reading,
	offset: number,
): { readonly here: Occurrence; readonly all: readonly Occurrence[] } | undefined {
	const all = occurrencesIn(reading);
	const here = all.find(({ start, end }) => start <= offset && offset <= end);
	return (
		here && { here, all: all.filter(({ section, name }) => section === here.section && name === here.name) }
	);
}

function mapAt(node: unknown, key: string) {
	const value = isMap(node) ? pairIn(node, key)?.value : undefined;
	return isMap(value) ? value : undefined;
}

function itemsAt(node: unknown, key: string): readonly unknown[] {
	const value = isMap(node) ? pairIn(node, key)?.value : undefined;
	return isSeq(value) ? value.items : [];
}
