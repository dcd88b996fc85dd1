import { SECTIONS } from './change.ts';
import type { Landscape } from './landscape.ts';

/**
 * The names that lead to what is first in `after` and not in `before`: a record, or what a record has got, such as
 * `['formations', 'Side by side', 'DEV']`. `undefined` if nothing was added.
 */
export function firstAddition(before: Landscape, after: Landscape): readonly string[] | undefined {
	for (const section of SECTIONS) {
		for (const name of after[section].keys()) {
			if (!before[section].has(name)) {
				return [section, name];
			}
		}
	}
	const known = new Set(partsOf(before).map(keyOf));
	return partsOf(after).find((part) => !known.has(keyOf(part)));
}

/** What tenants, subaccounts and formations have. */
function partsOf({ tenants, subaccounts, formations }: Landscape): readonly (readonly string[])[] {
	return [
		...[...tenants.values()].flatMap(({ host, extensions }) =>
			[...extensions.keys()].map((system) => ['tenants', host, system]),
		),
		...[...subaccounts.values()].flatMap(({ name, entitlements }) =>
			entitlements.map(({ service, plan, system }) => ['subaccounts', name, service, plan, system]),
		),
		...[...formations.values()].flatMap(({ name, systems }) =>
			systems.map((system) => ['formations', name, system]),
		),
	];
}

function keyOf(names: readonly string[]): string {
	return JSON.stringify(names);
}
