import type { Path } from '../model/findings/finding.ts';
import type { Landscape } from '../model/landscape.ts';
import { type PlaceFields, pathTo } from '../model/path-to.ts';

/** Where the file has an element of the map, by the parts of its id (see `graphId`). */
export function pathInFile(landscape: Landscape, parts: readonly string[]): Path | undefined {
	return pathTo(landscape, placeOf(parts));
}

/** What a command is told of an element of the map, by the parts of its id; of an entitlement it asks which plan. */
export function fieldsOf(parts: readonly string[]): PlaceFields {
	const { service, plan, ...fields } = placeOf(parts);
	return fields;
}

function placeOf([section, name = '', first, plan = '', system = '']: readonly string[]): PlaceFields {
	switch (section) {
		case 'systems':
			return { system: name };
		case 'tenants':
			return first === undefined ? { tenant: name } : { tenant: name, system: first };
		case 'subaccounts':
			return first === undefined ? { subaccount: name } : { subaccount: name, service: first, plan, system };
		default:
			return first === undefined ? { formation: name } : { formation: name, system: first };
	}
}
