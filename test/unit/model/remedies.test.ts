import assert from 'node:assert/strict';
import { systemType } from '../../../src/model/catalog/system-types.ts';
import type { Decision, Refusal, Remedy } from '../../../src/model/decision.ts';
import {
	checkDeregister,
	deregisterSystem,
	removeSystem,
	resetSystem,
} from '../../../src/model/deregistration.ts';
import { addServicePlans, checkEntitlement } from '../../../src/model/entitlements.ts';
import { deleteExtension } from '../../../src/model/extensions.ts';
import {
	checkInclude,
	createFormation,
	excludeSystem,
	includeSystem,
} from '../../../src/model/formations.ts';
import {
	EXTENSION_STATUSES,
	type Landscape,
	MODES,
	SYSTEM_STATUSES,
	type System,
} from '../../../src/model/landscape.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { removeSubaccount } from '../../../src/model/subaccounts.ts';
import { getToken, registerSystem, showToken } from '../../../src/model/systems.ts';
import {
	assertRefused,
	DEV,
	EXPIRES,
	entitlement,
	extension,
	fingerprint,
	formation,
	HOST,
	inUse,
	landscape,
	listed,
	NOW,
	OTHER_HOST,
	PAIRED,
	PAIRING,
	paired,
	registeredSystem,
	S4,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { followRemedies } from './remedies.ts';

const DATA_INGESTION = 'Data Ingestion for Industry Cloud Solutions';

/** Everything that can be asked for a system, its tenant, its subaccount and its formation. */
function requests(of: Landscape, now: string): readonly ({ readonly ok: boolean } | undefined)[] {
	const print = { fingerprint: fingerprint() };
	return [
		registerSystem(of, { name: DEV, type: S4 }, now),
		getToken(of, { system: DEV, scenarioGroups: [], fingerprint: fingerprint(2) }, now),
		showToken(of, DEV, now),
		createExtension(of, PAIRING, now),
		createExtension(of, { tenant: OTHER_HOST, ...print }, now),
		deleteExtension(of, { tenant: HOST, system: DEV }),
		deregisterSystem(of, DEV),
		resetSystem(of, DEV, now),
		removeSystem(of, DEV),
		removeSubaccount(of, 'dev'),
		addServicePlans(of, { subaccount: 'dev', ...entitlement(), plans: ['api-access'] }),
		addServicePlans(of, { subaccount: 'none', ...entitlement(), plans: ['api-access'] }),
		createFormation(of, formation({ name: 'Other', type: of.formations.get('Side by side')?.type ?? '' })),
		includeSystem(of, { formation: 'Side by side', system: DEV }),
		excludeSystem(of, { formation: 'Side by side', system: DEV }),
		checkInclude(of, {}),
		checkEntitlement(of, {}),
	];
}

/** A landscape of every kind of system in every status, with every kind of extension and use. */
function* everyLandscape(): Iterable<Landscape> {
	const types = [S4, 'SAP Commerce Cloud', DATA_INGESTION];
	const tokens = [undefined, token(), token({ usedAt: PAIRED })];
	const uses = [
		{},
		{ subaccounts: [subaccount([entitlement()])] },
		{ formations: [formation()] },
		{ subaccounts: [subaccount([entitlement()])], formations: [formation({ type: DATA_INGESTION })] },
	];
	for (const mode of MODES) {
		for (const type of types) {
			for (const status of systemType(type) ? SYSTEM_STATUSES : (['registered'] as const)) {
				for (const [index, own] of tokens.entries()) {
					const record: System = { name: DEV, type, status, ...(own && { token: own }) };
					for (const pairing of [undefined, ...EXTENSION_STATUSES]) {
						const tenants = pairing ? [tenant([extension({ status: pairing })], { type })] : [];
						const use = uses[(index + (pairing?.length ?? 0)) % uses.length];
						yield landscape({ mode, systems: [record], tenants, ...use });
						yield landscape({ mode, systems: [record], tenants, ...uses[index] });
						yield landscape({ mode, systems: [], tenants, ...uses[index] });
					}
				}
			}
		}
	}
}

const remediesOf = (answer: Refusal | Decision | undefined): readonly Remedy[] =>
	(answer && !answer.ok && answer.remedies) || [];
const namesOf = (answer: Refusal | Decision | undefined) => remediesOf(answer).map(({ command }) => command);

describe('What a refusal offers', () => {
	it('is never refused next, whatever was asked for a system in any state', () => {
		const followed = new Set<string>();
		for (const of of everyLandscape()) {
			for (const now of [NOW, EXPIRES]) {
				for (const answer of requests(of, now)) {
					if (answer && !answer.ok) {
						const refusal = answer as Refusal;
						followRemedies(of, refusal, now);
						for (const { command } of refusal.remedies ?? []) {
							followed.add(command);
						}
					}
				}
			}
		}
		assert.deepEqual([...followed].sort(), [
			'addSubaccount',
			'copyToken',
			'createFormation',
			'deleteExtension',
			'deleteFormation',
			'deregisterSystem',
			'excludeSystem',
			'getToken',
			'openLandscape',
			'openTenant',
			'recordExtension',
			'recordStatus',
			'registerSystem',
			'removeServicePlan',
			'removeSystem',
			'resetSystem',
		]);
	});

	it('R-ENT-10: ends the uses of a system that there are, and no others', () => {
		assert.deepEqual(namesOf(checkDeregister(inUse(), DEV)), ['removeServicePlan', 'excludeSystem']);
		assert.deepEqual(namesOf(checkDeregister(inUse({ formations: [] }), DEV)), ['removeServicePlan']);
		assert.deepEqual(namesOf(checkDeregister(inUse({ subaccounts: [] }), DEV)), ['excludeSystem']);
	});

	it('R-FOR-13: deletes the formation that a system was created with, which cannot exclude it', () => {
		const own = landscape({
			systems: [listed(DEV, DATA_INGESTION)],
			formations: [formation({ type: DATA_INGESTION })],
		});
		const refusal = assertRefused(removeSystem(own, DEV), 'system-in-use');
		assert.deepEqual(refusal.remedies, [
			{ command: 'deleteFormation', fields: { formation: 'Side by side' } },
		]);
	});

	it('R-SYS-15: deregisters a registered system before it is removed, or ends its uses where that comes first', () => {
		assert.deepEqual(removeSystem(paired(), DEV), {
			...assertRefused(removeSystem(paired(), DEV), 'status-forbids', 'Deregister it first'),
			remedies: [{ command: 'deregisterSystem', fields: { system: DEV } }],
		});
		assert.deepEqual(namesOf(removeSystem(inUse({ formations: [] }), DEV)), ['removeServicePlan']);
	});

	it('R-SYS-11: resets a system where the text names that, in practice only', () => {
		const stuck = paired(registeredSystem({ status: 'deregister-error' }));
		assert.deepEqual(namesOf(checkDeregister(stuck, DEV)), ['resetSystem']);
		assert.deepEqual(namesOf(removeSystem(stuck, DEV)), ['resetSystem']);
		assert.deepEqual(namesOf(deleteExtension(stuck, { tenant: HOST, system: DEV })), ['resetSystem']);
		assert.deepEqual(namesOf(removeSystem({ ...stuck, mode: 'recorded' }, DEV)), ['recordStatus']);
	});

	it('R-SYS-8: deletes the failed extension of a system in error, and gets a token once it is gone', () => {
		const failed = paired(registeredSystem({ status: 'error' }), extension({ status: 'failed' }));
		assert.deepEqual(namesOf(checkDeregister(failed, DEV)), ['deleteExtension', 'removeSystem']);
		const gone = landscape({ systems: [registeredSystem({ status: 'error' })] });
		assert.deepEqual(namesOf(checkDeregister(gone, DEV)), ['getToken', 'removeSystem']);
	});

	it('gets a token only for a system that can have one', () => {
		const named = (record: System) =>
			remediesOf(registerSystem(landscape({ systems: [record] }), { name: DEV, type: S4 }, NOW));
		assert.deepEqual(named(systemWithoutToken()), [{ command: 'getToken', fields: { system: DEV } }]);
		assert.deepEqual(named(registeredSystem()), []);
		assert.deepEqual(named(listed(DEV)), []);
		const recorded = landscape({ mode: 'recorded', systems: [system()] });
		assert.deepEqual(namesOf(registerSystem(recorded, { name: DEV, type: S4 }, NOW)), ['getToken']);
	});

	it('leads to the lines of a plan that is already there', () => {
		const refusal = assertRefused(
			addServicePlans(inUse(), { subaccount: 'dev', ...entitlement(), plans: ['api-access'] }),
			'entitlement-exists',
		);
		assert.deepEqual(refusal.remedies, [
			{
				command: 'openLandscape',
				fields: { subaccount: 'dev', service: 's4-hana-cloud', plan: 'api-access', system: DEV },
			},
		]);
	});
});
