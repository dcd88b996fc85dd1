import type { Instant } from '../instant.ts';
import type { Landscape } from '../landscape.ts';
import { checkGlobalAccountName } from '../names.ts';
import { checkFormations } from './check-formations.ts';
import { checkRecord } from './check-record.ts';
import { checkSubaccounts } from './check-subaccounts.ts';
import { checkSystems } from './check-systems.ts';
import { checkTenants } from './check-tenants.ts';
import { collectFindings } from './collector.ts';
import type { Finding } from './finding.ts';

/**
 * Finds what's wrong in a readable landscape at `now`: names, references, and statuses that don't fit each other. Also
 * warns about tokens that expire within `tokenExpiryWarning` days.
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
	checkRecord(collector);
	return collector.found;
}
