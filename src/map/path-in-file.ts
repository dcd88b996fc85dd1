import type { Landscape } from '../model/landscape.ts';

/** Where the file has an element of the map, by the parts of its id (see `graphId`). */
export function pathInFile(landscape: Landscape, parts: readonly string[]): readonly (string | number)[] {
	const [section = '', name = '', first, plan, system] = parts;
	const index = landscape.subaccounts
		.get(name)
		?.entitlements.findIndex(
			(entry) => entry.service === first && entry.plan === plan && entry.system === system,
		);
	return first === undefined
		? parts
		: section === 'subaccounts'
			? [section, name, 'entitlements', index ?? 0]
			: [section, name, 'extensions', first];
}

/** What a command is told of an element of the map, by the parts of its id; of an entitlement it asks which plan. */
export function fieldsOf(parts: readonly string[]): Readonly<Record<string, string>> {
	const [section, name = '', first = '', , system = ''] = parts;
	switch (section) {
		case 'systems':
			return { system: name };
		case 'tenants':
			return first === '' ? { tenant: name } : { tenant: name, system: first };
		case 'subaccounts':
			return first === '' ? { subaccount: name } : { subaccount: name, system };
		default:
			return { formation: name };
	}
}
