import { ofFormations } from './findings/formations.ts';
import { lookingAt } from './findings/looking.ts';
import { ofSubaccounts } from './findings/subaccounts.ts';
import { ofSystems } from './findings/systems.ts';
import { ofTenants } from './findings/tenants.ts';
import type { Instant } from './instant.ts';
import type { Landscape } from './landscape.ts';
import { checkGlobalAccountName } from './names.ts';

/** Where in a landscape something is: the keys from the root, list positions as numbers. */
export type Path = readonly (string | number)[];

/** How much a finding matters; a hint is no problem, only something to tidy up. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something about a landscape that a person should know, at the value (or the key) that it is about. */
export interface Finding {
	/** Stable: other tools, tests and documentation rely on it. */
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly path: Path;
	readonly at: 'key' | 'value';
	/** What should stand at that place, where that is clear. */
	readonly instead?: string;
}

/**
 * What a readable landscape contradicts at `now`: names, references, and statuses that do not fit each other. Tokens
 * that expire within `tokenExpiryWarning` days are among it; none by default.
 */
export function findingsOf(landscape: Landscape, now: Instant, tokenExpiryWarning = 0): readonly Finding[] {
	const looking = lookingAt(landscape, now, tokenExpiryWarning);
	looking.refused(checkGlobalAccountName(landscape.globalAccount), ['globalAccount']);
	ofSystems(looking);
	ofTenants(looking);
	ofSubaccounts(looking);
	ofFormations(looking);
	return looking.found;
}
