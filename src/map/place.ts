import type { Landscape } from '../model/landscape.ts';

/** Where the file has an element of the map, by the parts of its id (see `mapId`). */
export function placeOf(landscape: Landscape, parts: readonly string[]): readonly (string | number)[] {
	const [section = '', name = '', ...rest] = parts;
	const [first, plan, system] = rest;
	if (first === undefined) {
		return parts;
	}
	switch (section) {
		case 'subaccounts':
			return [
				section,
				name,
				'entitlements',
				landscape.subaccounts
					.get(name)
					?.entitlements.findIndex(
						(entry) => entry.service === first && entry.plan === plan && entry.system === system,
					) ?? 0,
			];
		case 'formations':
			return [section, name, 'systems', landscape.formations.get(name)?.systems.indexOf(first) ?? 0];
		default:
			return [section, name, 'extensions', first];
	}
}
