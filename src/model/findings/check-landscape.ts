import type { Instant } from '../instant.ts';
import type { Landscape } from '../landscape.ts';
import { checkGlobalAccountName } from '../names.ts';
import { checkFormations } from './check-formations.ts';
import { checkSubaccounts } from './check-subaccounts.ts';
import { checkSystems } from './check-systems.ts';
import { checkTenants } from './check-tenants.ts';
import { collectFindings } from './collector.ts';
import type { Finding } from './finding.ts';

/**
 * What a readable landscape contradicts at `now`: names, references, and statuses that do not fit each other. Tokens
 * that expire within `tokenExpiryWarning` days are among it; none by default.
 */
export function checkLandscape(
	landscape: Landscape,
	now: Instant,
	tokenExpiryWarning = 0,
): readonly Finding[] {
	const collector = collectFindings(landscape, now, tokenExpiryWarning);
	collector.refused(checkGlobalAccountName(landscape.globalAccount), ['globalAccount']);
	checkSystems(collector);
	checkTenants(collector);
	checkSubaccounts(collector);
	checkFormations(collector);
	return collector.found;
}
