import assert from 'node:assert/strict';
import { ALL_COMMUNICATION_SCENARIOS } from '../../../src/model/catalog/scenario-groups.ts';
import { type Change, removeRecord } from '../../../src/model/change.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { addServicePlans } from '../../../src/model/entitlements.ts';
import { deleteExtension, openTenant, settleExtension } from '../../../src/model/extensions.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { addSubaccount } from '../../../src/model/subaccounts.ts';
import { getToken, registerSystem } from '../../../src/model/systems.ts';
import { accepted, DEV, fingerprint, HOST, ISSUED, S4, SETTLED } from '../factories.ts';

/** The landscape that the fixtures `hand-formatted`, `four-blanks`, `flow` and `anchors` write in their styles. */
export const STYLES = ['hand-formatted', 'four-blanks', 'flow', 'anchors'] as const;

export const QA = 'SAP S/4HANA QA System';
export const OLD = 'SAP S/4HANA Old System';
const TEST = 'SAP S/4HANA Test System';
export const PRD = 'SAP S/4HANA PRD System';

const all = [ALL_COMMUNICATION_SCENARIOS];
const some = ['Integration with SAP Start', 'Integration with SAP Ariba Buying'];
const service = 's4-hana-cloud';
const remove = (section: Change['section'], name: string) => (): Decision => ({
	ok: true,
	changes: [removeRecord(section, name)],
});

const newerToken = (scenarioGroups: readonly string[]) => (landscape: Landscape) =>
	getToken(landscape, { system: DEV, scenarioGroups, fingerprint: fingerprint(9) }, SETTLED);
const settle = (outcome: 'succeed' | 'fail') => (landscape: Landscape) =>
	settleExtension(landscape, { tenant: 'my300003.s4hana.example', system: TEST, outcome }, SETTLED);

/** What a person does in the tutorial and around it, each possible in the team's landscape. */
export const OPERATIONS: Record<string, (landscape: Landscape) => Decision> = {
	'register a system with its token': (landscape) =>
		registerSystem(
			landscape,
			{ name: 'New', type: S4, token: { scenarioGroups: all, fingerprint: fingerprint(9) } },
			ISSUED,
		),
	'register a system without token': (landscape) =>
		registerSystem(landscape, { name: 'New', type: S4 }, ISSUED),
	'get a newer token for the same groups': newerToken(all),
	'get a newer token for other groups': newerToken(some),
	'get a newer token for more groups': newerToken([...all, ...some]),
	'open a new tenant': (landscape) => openTenant(landscape, { tenant: 'new.example', type: S4 }),
	'create an extension': (landscape) =>
		createExtension(landscape, { tenant: HOST, fingerprint: fingerprint(1), description: DEV }, SETTLED),
	'create an extension next to others': (landscape) =>
		createExtension(landscape, { tenant: 'my300002.s4hana.example', fingerprint: fingerprint(1) }, SETTLED),
	'create an extension in a new tenant': (landscape) =>
		createExtension(landscape, { tenant: 'new.example', type: S4, fingerprint: fingerprint(1) }, SETTLED),
	'settle a pairing that succeeded': settle('succeed'),
	'settle a pairing that failed': settle('fail'),
	'delete an extension next to others': (landscape) =>
		deleteExtension(landscape, { tenant: 'my300002.s4hana.example', system: QA }),
	'delete the only extension of a tenant': (landscape) =>
		deleteExtension(landscape, { tenant: 'my300004.s4hana.example', system: OLD }),
	'add a subaccount': (landscape) => addSubaccount(landscape, 'prod'),
	'add the first service plans': (landscape) =>
		addServicePlans(landscape, {
			subaccount: 'dev',
			service,
			system: PRD,
			plans: ['api-access', 'messaging'],
		}),
	'add one more service plan': (landscape) =>
		addServicePlans(landscape, { subaccount: 'test', service, system: 'Marketing', plans: ['messaging'] }),
	'remove the first system': remove('systems', DEV),
	'remove a system in the middle': remove('systems', QA),
	'remove the last system': remove('systems', 'Marketing'),
	'remove a tenant': remove('tenants', 'my300003.s4hana.example'),
	'remove the first subaccount': remove('subaccounts', 'dev'),
	'remove the last subaccount': remove('subaccounts', 'test'),
	'remove the only formation': remove('formations', 'Side by side'),
};

/** The changes that an operation decides for. */
export function changesOf(operation: string, landscape: Landscape): readonly Change[] {
	const operate = OPERATIONS[operation];
	assert.ok(operate, operation);
	return accepted(operate(landscape)).changes;
}
