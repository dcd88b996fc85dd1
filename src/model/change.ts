import type { Formation, Landscape, Subaccount, System, Tenant } from './landscape.ts';

/**
 * A change that a decision asks for: a new or changed record (`put`), or the name of a record to remove. src/document/
 * turns changes into edits of lines.
 */
export type Change =
	| { readonly kind: 'put'; readonly section: 'systems'; readonly record: System }
	| { readonly kind: 'put'; readonly section: 'tenants'; readonly record: Tenant }
	| { readonly kind: 'put'; readonly section: 'subaccounts'; readonly record: Subaccount }
	| { readonly kind: 'put'; readonly section: 'formations'; readonly record: Formation }
	| { readonly kind: 'remove'; readonly section: Section; readonly name: string };

/** The sections of a landscape, in the order of the file. */
export const SECTIONS = ['systems', 'tenants', 'subaccounts', 'formations'] as const;
export type Section = (typeof SECTIONS)[number];

export const putSystem = (record: System): Change => ({ kind: 'put', section: 'systems', record });
export const putTenant = (record: Tenant): Change => ({ kind: 'put', section: 'tenants', record });
export const putSubaccount = (record: Subaccount): Change => ({
	kind: 'put',
	section: 'subaccounts',
	record,
});

export const putFormation = (record: Formation): Change => ({ kind: 'put', section: 'formations', record });

export const removeRecord = (section: Section, name: string): Change => ({ kind: 'remove', section, name });

/** The name of the record that a change puts or removes; a tenant's is its host. */
export function nameIn(change: Change): string {
	if (change.kind === 'remove') {
		return change.name;
	}
	return change.section === 'tenants' ? change.record.host : change.record.name;
}

/** Returns a landscape with the changes applied in order; doesn't change the given one. */
export function applyChanges(landscape: Landscape, changes: readonly Change[]): Landscape {
	const next = {
		systems: new Map(landscape.systems),
		tenants: new Map(landscape.tenants),
		subaccounts: new Map(landscape.subaccounts),
		formations: new Map(landscape.formations),
	};
	for (const change of changes) {
		const section: Map<string, unknown> = next[change.section];
		if (change.kind === 'remove') {
			section.delete(change.name);
		} else {
			section.set(nameIn(change), change.record);
		}
	}
	return { ...landscape, ...next };
}
