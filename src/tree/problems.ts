import type { Reading, TextFinding } from '../document/read.ts';
import { findingsIn } from '../language/findings.ts';
import type { Path } from '../model/findings/finding.ts';
import { grouped } from '../model/grouped.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import type { Element } from './elements.ts';

/** Finds the errors and warnings at a path of a landscape and below it. */
export type ProblemsAt = (path: Path) => readonly TextFinding[];

/** The errors and warnings of a file by where in the landscape they are; hints and information aren't problems. */
export function problemsIn(reading: Reading, now: Instant, tokenExpiryWarning: number): ProblemsAt {
	const found = findingsIn(reading, now, tokenExpiryWarning).filter(
		({ severity }) => severity === 'error' || severity === 'warning',
	);
	const byPath = grouped(
		found.flatMap((finding) =>
			(finding.path ?? []).map((_, end, path) => [keyOf(path.slice(0, end + 1)), finding] as const),
		),
	);
	return (path) => byPath.get(keyOf(path)) ?? [];
}

function keyOf(path: Path): string {
	return JSON.stringify(path);
}

/** Where in the landscape an element's own record is; `undefined` for what has none. */
export function pathOf(element: Element, { subaccounts, formations }: Landscape): Path | undefined {
	switch (element.kind) {
		case 'landscape':
			return ['globalAccount'];
		case 'system':
			return ['systems', element.system];
		case 'token':
			return ['systems', element.system, 'token'];
		case 'tenant':
			return ['tenants', element.tenant];
		case 'extension':
			return ['tenants', element.tenant, 'extensions', element.system];
		case 'subaccount':
			return ['subaccounts', element.subaccount];
		case 'entitlement': {
			const { subaccount, record } = element;
			const index = subaccounts.get(subaccount)?.entitlements.indexOf(record) ?? -1;
			return ['subaccounts', subaccount, 'entitlements', index];
		}
		case 'formation':
			return ['formations', element.formation];
		case 'member': {
			const { formation, system } = element;
			return ['formations', formation, 'systems', formations.get(formation)?.systems.indexOf(system) ?? -1];
		}
		default:
			return undefined;
	}
}
