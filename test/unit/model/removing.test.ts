import assert from 'node:assert/strict';
import {
	checkDeregister,
	removeSystem,
	resetSystem,
	settleRemoval,
	unsettledSystems,
} from '../../../src/model/deregistration.ts';
import { deleteExtension } from '../../../src/model/extensions.ts';
import { includeSystem } from '../../../src/model/formations.ts';
import { type Landscape, MODES, SYSTEM_STATUSES, type SystemStatus } from '../../../src/model/landscape.ts';
import { nextActions } from '../../../src/model/next-actions.ts';
import { nextStep } from '../../../src/model/next-step.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { getToken, registerSystem } from '../../../src/model/systems.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	decided,
	entitlement,
	extension,
	fingerprint,
	formation,
	HOST,
	ISSUED,
	KYMA,
	landscape,
	listed,
	NOW,
	namesOf,
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

/** The landscape after a system was removed, and practice has finished that. */
function removed(before: Landscape, name = DEV) {
	const going = changedBy(before, removeSystem, name);
	return { ...changedBy(going, settleRemoval, name, 'succeed'), fingerprint: going.facts.fingerprint };
}

describe('Remove System', () => {
	it('R-SYS-12, R-SYS-14, DEC-5: a pending system goes with its token, which pairs nothing any more', () => {
		const before = landscape({ systems: [system()], tenants: [tenant()] });
		const after = removed(before);
		assert.equal(after.systems.size, 0);
		assert.equal(after.fingerprint, fingerprint());
		assertRefused(createExtension(after, PAIRING, PAIRED), 'token-unknown');
	});

	it('R-SYS-12: a pending system without token goes, too', () => {
		const before = landscape({ systems: [systemWithoutToken()] });
		const after = removed(before);
		assert.equal(after.systems.size, 0);
		assert.equal(after.fingerprint, undefined);
	});

	for (const status of ['unregistered', 'error'] as const) {
		it(`R-SYS-14: a system that is ${status} goes, its extension stays in the tenant`, () => {
			const before = landscape({
				systems: [registeredSystem({ status }), registeredSystem({ name: 'Other' })],
				tenants: [tenant([extension({ status: status === 'error' ? 'failed' : 'disabled' })])],
			});
			const after = removed(before);
			assert.deepEqual([...after.systems.keys()], ['Other']);
			assert.deepEqual(after.tenants, before.tenants);
		});
	}

	it('R-SYS-17, DEC-17: after a failed removal it is removed again', () => {
		const before = landscape({ systems: [registeredSystem({ status: 'remove-error' })] });
		assert.equal(removed(before).systems.size, 0);
	});

	it('R-SYS-16: once it is gone its name can be added again', () => {
		const before = landscape({ systems: [registeredSystem({ status: 'unregistered' })] });
		const after = removed(before);
		assert.equal(registerSystem(after, { name: DEV, type: S4 }, ISSUED).ok, true);
	});

	it('R-SYS-15: a registered system must be deregistered first, status-forbids', () => {
		const before = landscape({ systems: [registeredSystem()] });
		assertRefused(removeSystem(before, DEV), 'status-forbids', /Deregister it first/);
	});

	const refusals: Partial<Record<SystemStatus, RegExp>> = {
		registered: /Deregister it first/,
		deregistering: /being deregistered\. Wait/,
		'deregister-error': /incident for component BC-NEO-EXT-S4C/,
		removing: /being removed\. Wait/,
	};
	for (const status of SYSTEM_STATUSES) {
		const message = refusals[status];
		it(`R-SYS-14: a system that is ${status} ${message ? 'is not removed, status-forbids' : 'is removed'}`, () => {
			const before = landscape({ systems: [system({ status })] });
			const decision = removeSystem(before, DEV);
			if (message) {
				assertRefused(decision, 'status-forbids', message);
			} else {
				assert.equal(decided(before, decision).systems.get(DEV)?.status, 'removing');
			}
		});
	}

	for (const status of SYSTEM_STATUSES) {
		it(`R-DIS-4: a discovered system that is ${status} stays, status-forbids, and nothing advises to remove it`, () => {
			const record = system({ status, discovery: 'auto' });
			for (const mode of MODES) {
				const before = landscape({
					mode,
					systems: [record],
					subaccounts: [subaccount([entitlement()])],
				});
				assertRefused(removeSystem(before, DEV), 'status-forbids', /discovered automatically/);
				const offered = nextActions(before, record, NOW).map(({ command }) => command);
				assert.ok(!offered.includes('removeSystem'), offered.join());
				const refused = checkDeregister(before, DEV);
				assert.ok(!refused?.remedies?.some(({ command }) => command === 'removeSystem'));
				assert.doesNotMatch(`${refused?.message} ${nextStep(before, record, NOW)}`, /remov(e|ing) (it|the)/);
			}
		});
	}

	it('R-DIS-4: what the file says is being removed although it was discovered ends in the error, and is not registered after that', () => {
		const before = landscape({ systems: [systemWithoutToken({ status: 'removing', discovery: 'auto' })] });
		const after = changedBy(before, settleRemoval, DEV, 'succeed');
		assert.equal(after.systems.get(DEV)?.status, 'remove-error');
		assert.equal(changedBy(after, resetSystem, DEV, NOW).systems.get(DEV)?.status, 'unregistered');
	});

	it('DEC-34: a discovered system can be deregistered, and one that was added manually can be removed', () => {
		const before = paired(registeredSystem({ discovery: 'auto' }));
		assert.equal(checkDeregister(before, DEV), undefined);
		assert.ok(removeSystem(landscape({ systems: [system({ discovery: 'manual' })] }), DEV).ok);
	});

	it('R-SYS-5: while it is being paired it is refused and said where, status-forbids', () => {
		const before = paired(system({ token: token({ usedAt: PAIRED }) }), extension({ status: 'enabling' }));
		assertRefused(removeSystem(before, DEV), 'status-forbids', /my300001/);
	});

	it('R-SYS-14: while something uses it, it is refused with every user by name, system-in-use', () => {
		const used = landscape({
			systems: [registeredSystem({ status: 'unregistered' })],
			subaccounts: [subaccount([entitlement()])],
			formations: [formation()],
		});
		assertRefused(
			removeSystem(used, DEV),
			'system-in-use',
			/plan api-access in subaccount "dev".*formation "Side by side"/,
		);
	});

	it('R-TYPE-2: a type without token is removed as it is listed, unless a formation holds it', () => {
		const joule = listed();
		const before = landscape({ systems: [joule] });
		assert.equal(removed(before, 'J').systems.size, 0);
		const grouped = landscape({ systems: [joule], formations: [formation({ systems: ['J'] })] });
		assertRefused(removeSystem(grouped, 'J'), 'system-in-use');
	});

	it('a name that does not exist is refused, system-unknown', () => {
		for (const name of ['Nobody', '', '__proto__', DEV.toLowerCase()]) {
			assertRefused(removeSystem(landscape({ systems: [system()] }), name), 'system-unknown');
		}
	});

	it('"__proto__" is removed like any other name', () => {
		const before = landscape({ systems: [system({ name: '__proto__' }), system()] });
		assert.deepEqual([...removed(before, '__proto__').systems.keys()], [DEV]);
	});
});

describe('a removal in practice', () => {
	const free = landscape({ systems: [system({ status: 'unregistered' }), listed()] });

	it('R-SYS-18: takes time; the token is gone at once, and nothing else can be done meanwhile', () => {
		const going = changedBy(free, removeSystem, DEV);
		const { token: _, ...record } = system({ status: 'removing' });
		assert.deepEqual(going.systems.get(DEV), record);
		assert.deepEqual(namesOf(unsettledSystems(going)), [DEV]);
		for (const decision of [
			removeSystem(going, DEV),
			getToken(going, { system: DEV, scenarioGroups: [], fingerprint: fingerprint(2) }, NOW),
			resetSystem(going, DEV, NOW),
		]) {
			assertRefused(decision, 'status-forbids', /is being removed/);
		}
		const kyma = { ...going, formations: new Map([[KYMA, formation({ name: KYMA, systems: [] })]]) };
		const include = { formation: KYMA, system: DEV };
		assertRefused(includeSystem(kyma, include), 'formation-member-not-allowed', /is being removed/);
	});

	it('R-SYS-18: can fail, and Error while Removing is left by removing again, or by resetting', () => {
		for (const name of [DEV, 'J']) {
			const going = changedBy(free, removeSystem, name);
			const failed = changedBy(going, settleRemoval, name, 'fail');
			assert.equal(failed.systems.get(name)?.status, 'remove-error');
			assert.equal(removed(failed, name).systems.has(name), false);
			assert.equal(
				changedBy(failed, resetSystem, name, NOW).systems.get(name)?.status,
				name === DEV ? 'unregistered' : 'registered',
			);
		}
	});

	it('R-SYS-14, R-SYS-15: what a file calls removing but is connected or in use ends in an error', () => {
		const record = registeredSystem({ status: 'removing' });
		const connected = paired(record);
		const entitled = landscape({ systems: [record], subaccounts: [subaccount([entitlement()])] });
		for (const written of [connected, entitled]) {
			const after = changedBy(written, settleRemoval, DEV, 'succeed');
			assert.equal(after.systems.get(DEV)?.status, 'remove-error');
		}
	});

	it('R-SYS-18: changes nothing that is not being removed, nor a recorded landscape', () => {
		assert.deepEqual(settleRemoval(free, DEV, 'fail'), { ok: true, changes: [] });
		assertRefused(settleRemoval(free, 'Nobody', 'fail'), 'system-unknown');
		const recorded = landscape({ mode: 'recorded', systems: [system({ status: 'removing' })] });
		assert.deepEqual(unsettledSystems(recorded), []);
		const old = landscape({ mode: 'recorded', systems: [system()] });
		assert.equal(changedBy(old, removeSystem, DEV).systems.size, 0);
	});
});

describe('the lock on a name after its system was removed', () => {
	for (const status of ['failed', 'disabled', 'enabled'] as const) {
		it(`R-NAME-3, DEC-35: an extension left ${status} locks the name until it is deleted, name-taken`, () => {
			const before = paired(
				registeredSystem({ status: status === 'failed' ? 'error' : 'unregistered' }),
				extension({ status }),
			);
			const left = removed({ ...before, tenants: new Map() });
			const after = { ...left, tenants: before.tenants };
			assertRefused(registerSystem(after, { name: DEV, type: S4 }, ISSUED), 'name-taken', HOST);
			const freed = changedBy(after, deleteExtension, { tenant: HOST, system: DEV });
			assert.equal(registerSystem(freed, { name: DEV, type: S4 }, ISSUED).ok, true);
		});
	}

	it('DEC-35: it locks the name for every type, and no name that differs by case', () => {
		const left = landscape({ tenants: [tenant([extension({ status: 'disabled' })])] });
		assertRefused(registerSystem(left, { name: DEV, type: 'Joule' }, ISSUED), 'name-taken');
		assert.equal(registerSystem(left, { name: DEV.toLowerCase(), type: S4 }, ISSUED).ok, true);
	});
});
