import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, type Change } from '../../../src/model/change.ts';
import type { Answer } from '../../../src/model/decision.ts';
import { deregisterSystem, removeSystem } from '../../../src/model/deregistration.ts';
import { addServicePlans } from '../../../src/model/entitlements.ts';
import { deleteExtension } from '../../../src/model/extensions.ts';
import {
	EXTENSION_STATUSES,
	type Landscape,
	SYSTEM_STATUSES,
	type SystemStatus,
} from '../../../src/model/landscape.ts';
import { withRecordedAt } from '../../../src/model/recorded-at.ts';
import { recordableStatuses, recordExtension, recordStatus } from '../../../src/model/recording.ts';
import { addSubaccount } from '../../../src/model/subaccounts.ts';
import { getToken, registerSystem } from '../../../src/model/systems.ts';
import {
	accepted,
	assertRefused,
	BEFORE_EXPIRY,
	changedBy,
	DEV,
	EXPIRES,
	entitlement,
	extension,
	fingerprint,
	HOST,
	ISSUED,
	inUse,
	LATER,
	landscape,
	listed,
	MARKETING,
	NOW,
	OTHER_HOST,
	PAIRED,
	paired,
	type Records,
	registeredSystem,
	S4,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { followRemedies, followStep } from './remedies.ts';

const recorded = (records: Records = {}) => landscape({ ...records, mode: 'recorded' });
const AT = { tenant: HOST, system: DEV };

describe('Record Status', () => {
	it('R-REC-2: takes what the rules expect next, with when it was seen', () => {
		const before = recorded({ systems: [system()] });
		const after = changedBy(before, recordStatus, { system: DEV, status: 'error', recordedAt: PAIRED }, NOW);
		assert.deepEqual(
			after.systems.get(DEV),
			system({ status: 'error', recordedAt: PAIRED, token: token({ usedAt: PAIRED }) }),
		);
		assert.deepEqual(after.tenants, before.tenants);
	});

	it('R-REC-2: is now where no time is given, and the same status can be recorded again', () => {
		const before = recorded({ systems: [registeredSystem({ recordedAt: ISSUED })] });
		const after = changedBy(before, recordStatus, { system: DEV, status: 'registered' }, NOW);
		assert.deepEqual(after.systems.get(DEV), registeredSystem({ recordedAt: NOW }));
	});

	it('R-REC-2: refuses what does not come next, with the way there and Record Anyway', () => {
		const before = recorded({ systems: [registeredSystem()] });
		const request = { system: DEV, status: 'unregistered' } as const;
		const refusal = assertRefused(recordStatus(before, request, NOW), 'status-forbids', 'First record');
		assert.deepEqual(refusal.remedies, [
			{ command: 'recordStatus', fields: { system: DEV, status: 'deregistering' } },
			{ command: 'recordStatus', fields: request, anyway: true },
		]);
		followRemedies(before, refusal, NOW);
		const anyway = changedBy(before, recordStatus, { ...request, anyway: true }, NOW);
		assert.equal(anyway.systems.get(DEV)?.status, 'unregistered');
	});

	it('R-REC-2: leads to a new token where only that makes a system pending', () => {
		const before = recorded({ systems: [system({ status: 'unregistered' })] });
		const refusal = assertRefused(
			recordStatus(before, { system: DEV, status: 'pending' }, NOW),
			'status-forbids',
		);
		assert.equal(refusal.remedies?.[0]?.command, 'getToken');
	});

	it('R-REC-4: deregistering has the blockers of Deregister System, each named', () => {
		const before = { ...inUse(), mode: 'recorded' } as const;
		const refusal = assertRefused(
			recordStatus(before, { system: DEV, status: 'deregistering' }, NOW),
			'system-in-use',
			'api-access',
		);
		followRemedies(before, refusal, NOW);
		assert.ok(recordStatus(before, { system: DEV, status: 'deregistering', anyway: true }, NOW).ok);
	});

	for (const of of [system(), listed()]) {
		it(`R-REC-2: every status of ${of.type} is reached by what refusals say, or anyway`, () => {
			for (const from of SYSTEM_STATUSES) {
				for (const to of SYSTEM_STATUSES) {
					const record = { ...of, status: from };
					assert.ok(recordableStatuses(record).includes(to));
					let current = recorded({ systems: [record] });
					const goal = { system: of.name, status: to };
					let decision = recordStatus(current, goal, NOW);
					for (let step = 0; !decision.ok && step < SYSTEM_STATUSES.length; step++) {
						const [way] = decision.remedies ?? [];
						assert.ok(way, `${from} → ${to}`);
						current = applyChanges(
							current,
							(accepted(followStep(current, way, NOW)) as { changes: Change[] }).changes,
						);
						decision = recordStatus(current, goal, NOW);
					}
					assert.ok(decision.ok || decision.remedies?.at(-1)?.anyway, `${from} → ${to}`);
				}
			}
		});
	}

	it('is refused in practice, for a system that is not there, and for a time to come', () => {
		const request = { system: DEV, status: 'registered' } as const;
		assertRefused(recordStatus(landscape({ systems: [system()] }), request, NOW), 'not-recorded');
		assertRefused(recordStatus(recorded(), request, NOW), 'system-unknown');
		const before = recorded({ systems: [system()] });
		assertRefused(recordStatus(before, { ...request, recordedAt: LATER }, NOW), 'time-in-future');
	});

	it('R-SYS-5: a token was used while it was valid, also if that was seen later', () => {
		const before = recorded({ systems: [system()] });
		const late = { system: DEV, status: 'registered', recordedAt: LATER } as const;
		const after = changedBy(before, recordStatus, late, '2026-12-24T00:00:00Z');
		assert.equal(after.systems.get(DEV)?.token?.usedAt, LATER);
		const expired = { ...late, recordedAt: '2026-12-20T00:00:00Z' };
		const then = changedBy(before, recordStatus, expired, '2026-12-24T00:00:00Z');
		assert.equal(then.systems.get(DEV)?.token?.usedAt, EXPIRES);
	});
});

describe('Record Extension', () => {
	it('R-REC-3: adds the tenant and its row, marks the token as used, and leaves the system as it is', () => {
		const before = recorded({ systems: [system()] });
		const request = { ...AT, status: 'enabling', description: DEV } as const;
		const after = changedBy(before, recordExtension, request, PAIRED);
		assert.deepEqual(
			after.tenants.get(HOST),
			tenant([{ system: DEV, status: 'enabling', recordedAt: PAIRED, description: DEV }]),
		);
		assert.deepEqual(after.systems.get(DEV), system({ token: token({ usedAt: PAIRED }) }));
	});

	it('R-REC-3: keeps the description that nobody looked at, and when it changed, while the status is the same', () => {
		const before = {
			...paired(registeredSystem(), extension({ description: 'Ours' })),
			mode: 'recorded',
		} as const;
		const again = changedBy(before, recordExtension, { ...AT, status: 'enabled' }, NOW);
		assert.deepEqual(again.tenants.get(HOST)?.extensions.get(DEV), {
			...extension({ description: 'Ours' }),
			recordedAt: NOW,
		});
		const other = changedBy(before, recordExtension, { ...AT, status: 'disabled', description: '' }, NOW);
		assert.deepEqual(other.tenants.get(HOST)?.extensions.get(DEV), {
			system: DEV,
			status: 'disabled',
			recordedAt: NOW,
		});
	});

	it('is refused in practice, for what is not there or is not paired, another type, and a second tenant', () => {
		const request = { ...AT, status: 'enabled' } as const;
		assertRefused(recordExtension(landscape({ systems: [system()] }), request, NOW), 'not-recorded');
		assertRefused(recordExtension(recorded(), request, NOW), 'system-unknown');
		const joule = recorded({ systems: [listed(DEV)] });
		assertRefused(recordExtension(joule, request, NOW), 'token-not-applicable');
		const before = recorded({ systems: [system()], tenants: [tenant([], { type: MARKETING })] });
		assertRefused(recordExtension(before, request, NOW), 'tenant-type-differs');
		assertRefused(recordExtension(before, { ...request, tenant: 'a b' }, NOW), 'tenant-invalid');
		const elsewhere = { ...paired(), mode: 'recorded' } as const;
		const refusal = assertRefused(
			recordExtension(elsewhere, { ...request, tenant: OTHER_HOST }, NOW),
			'extension-must-be-deleted-first',
		);
		followRemedies(elsewhere, refusal, NOW);
	});
});

describe('What was seen earlier', () => {
	it('R-REC-2: is refused after a later record, unless it is recorded anyway', () => {
		const before = recorded({ systems: [registeredSystem({ recordedAt: NOW })] });
		const request = { system: DEV, status: 'deregistering', recordedAt: PAIRED } as const;
		const refusal = assertRefused(recordStatus(before, request, LATER), 'status-forbids', 'after that');
		followRemedies(before, refusal, LATER);
		assert.ok(recordStatus(before, { ...request, anyway: true }, LATER).ok);
	});

	it('R-SYS-5: says nothing of a token that was issued later, nor does a row that is left over', () => {
		const token = { scenarioGroups: [], expiresAt: '2026-11-29T08:00:00Z', issuedAt: LATER };
		const renewed = system({ token });
		const early = { system: DEV, status: 'registered', recordedAt: PAIRED } as const;
		const after = changedBy(recorded({ systems: [renewed] }), recordStatus, early, LATER);
		assert.deepEqual(after.systems.get(DEV)?.token, token);
		const left = recorded({ systems: [renewed], tenants: [tenant([extension({ status: 'disabled' })])] });
		const again = changedBy(left, recordExtension, { ...AT, status: 'disabled' }, LATER);
		assert.deepEqual(again.systems.get(DEV), renewed);
	});

	it('R-TYPE-4: the tenant that paired a system before is noted until the same one has paired it again', () => {
		const records = {
			systems: [system({ pairedTenant: HOST })],
			tenants: [tenant([extension()])],
		};
		const request = { system: DEV, status: 'registered' } as const;
		const after = changedBy(recorded(records), recordStatus, request, NOW);
		assert.equal(after.systems.get(DEV)?.pairedTenant, undefined);
		const elsewhere = { ...records, systems: [system({ pairedTenant: OTHER_HOST })] };
		const other = changedBy(recorded(elsewhere), recordStatus, request, NOW);
		assert.equal(other.systems.get(DEV)?.pairedTenant, OTHER_HOST);
	});

	it('R-REC-2: advises nothing but Record Anyway where the first step of the way is blocked', () => {
		const used = { ...inUse(), mode: 'recorded' } as const;
		const refusal = assertRefused(
			recordStatus(used, { system: DEV, status: 'unregistered' }, NOW),
			'status-forbids',
		);
		assert.deepEqual(
			refusal.remedies?.map(({ anyway }) => anyway),
			[true],
		);
		const failed = recorded({
			systems: [system({ status: 'error', token: token({ usedAt: PAIRED }) })],
			tenants: [tenant([extension({ status: 'failed' })])],
		});
		const goal = { system: DEV, status: 'registered' } as const;
		const other = assertRefused(recordStatus(failed, goal, NOW), 'status-forbids');
		assert.deepEqual(
			other.remedies?.map(({ anyway }) => anyway),
			[true],
		);
	});
});

describe('A token from the cockpit', () => {
	it('R-REC-5: belongs to one system, token-shared, and is used once, token-used', () => {
		const before = recorded({ systems: [system(), systemWithoutToken({ name: 'B' })] });
		const groups = { scenarioGroups: token().scenarioGroups ?? [], fingerprint: fingerprint() };
		assertRefused(getToken(before, { system: 'B', ...groups }, NOW), 'token-shared', DEV);
		assertRefused(registerSystem(before, { name: 'C', type: S4, token: groups }, NOW), 'token-shared', DEV);
		const used = recorded({ systems: [registeredSystem({ status: 'unregistered' })] });
		assertRefused(getToken(used, { system: DEV, ...groups }, NOW), 'token-used');
		assertRefused(getToken(before, { system: DEV, ...groups, issuedAt: LATER }, NOW), 'time-in-future');
	});

	it('R-REC-5: can be recorded again with another date', () => {
		const before = recorded({ systems: [system()] });
		const again = {
			system: DEV,
			scenarioGroups: ['All Communication Scenarios'],
			fingerprint: fingerprint(),
		};
		const after = changedBy(before, getToken, { ...again, issuedAt: '2026-11-20T09:00:00Z' }, NOW);
		assert.equal(after.systems.get(DEV)?.token?.expiresAt, '2026-11-27T09:00:00Z');
	});
});

describe('When something was recorded', () => {
	it('R-REC-1: is written with what is new of systems, extensions and entitlements, and only with that', () => {
		const before = { ...inUse(), mode: 'recorded' } as const;
		const changes: Change[] = [
			{ kind: 'put', section: 'systems', record: registeredSystem({ note: 'Only a note' }) },
			{ kind: 'put', section: 'systems', record: systemWithoutToken({ name: 'New' }) },
			{ kind: 'put', section: 'tenants', record: tenant([extension({ status: 'failed' })]) },
			{
				kind: 'put',
				section: 'subaccounts',
				record: subaccount([entitlement(), entitlement({ plan: 'messaging' })]),
			},
		];
		const [same, added, changed, plans] = withRecordedAt(before, changes, NOW) as readonly {
			record: unknown;
		}[];
		assert.deepEqual(same?.record, registeredSystem({ note: 'Only a note' }));
		assert.deepEqual(added?.record, systemWithoutToken({ name: 'New', recordedAt: NOW }));
		assert.deepEqual(changed?.record, tenant([extension({ status: 'failed', recordedAt: NOW })]));
		assert.deepEqual(
			plans?.record,
			subaccount([entitlement(), entitlement({ plan: 'messaging', recordedAt: NOW })]),
		);
	});

	it('R-REC-1: is the time that a change brings, and is nothing in practice', () => {
		const seen = systemWithoutToken({ recordedAt: PAIRED });
		const put: Change = { kind: 'put', section: 'systems', record: seen };
		assert.deepEqual(withRecordedAt(recorded(), [put], NOW), [put]);
		const bare: Change = { kind: 'put', section: 'systems', record: systemWithoutToken() };
		assert.deepEqual(withRecordedAt(landscape(), [bare], NOW), [bare]);
	});
});

// --- any life of a record

const NAMES = ['A', 'B', '__proto__'];
const HOSTS = ['a.example', 'b.example'];
const step = fc.record({
	name: fc.constantFrom(...NAMES),
	host: fc.constantFrom(...HOSTS),
	print: fc.integer({ min: 0, max: 5 }),
	status: fc.constantFrom(...SYSTEM_STATUSES),
	extensionStatus: fc.constantFrom(...EXTENSION_STATUSES),
	isText: fc.boolean(),
	anyway: fc.boolean(),
	command: fc.constantFrom(
		...([
			'register',
			'list',
			'getToken',
			'status',
			'extension',
			'deregister',
			'remove',
			'delete',
			'plan',
		] as const),
	),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function decide(current: Landscape, { command, name, host, print, isText, ...of }: Step, now: string) {
	const groups = ['All Communication Scenarios'];
	const given = { scenarioGroups: groups, ...(isText && { fingerprint: fingerprint(print) }) };
	const at = { tenant: host, system: name };
	switch (command) {
		case 'register':
			return registerSystem(current, { name, type: S4, ...(of.anyway && { token: given }) }, now);
		case 'list':
			return registerSystem(current, { name, type: 'Joule' }, now);
		case 'getToken':
			return getToken(current, { system: name, ...given }, now);
		case 'status':
			return recordStatus(current, { system: name, status: of.status, anyway: of.anyway }, now);
		case 'extension':
			return recordExtension(current, { ...at, status: of.extensionStatus }, now);
		case 'deregister':
			return deregisterSystem(current, name);
		case 'remove':
			return removeSystem(current, name);
		case 'delete':
			return deleteExtension(current, at);
		case 'plan': {
			const asked = { subaccount: 'dev', service: 's4-hana-cloud', system: name, plans: ['api-access'] };
			return current.subaccounts.has('dev') ? addServicePlans(current, asked) : addSubaccount(current, 'dev');
		}
	}
}

/** The status that a step says of a system, if it's one that says any. */
function saidBy({ command, status, name }: Step, before: Landscape): SystemStatus | undefined {
	const system = before.systems.get(name);
	switch (command) {
		case 'register':
			return system ? undefined : 'pending';
		case 'list':
			return system ? undefined : 'registered';
		case 'getToken':
			return 'pending';
		case 'deregister':
			return 'deregistering';
		case 'status':
			return status;
		default:
			return undefined;
	}
}

describe('Any life of a recorded landscape', () => {
	it('R-REC-1: no command mints a token, or changes a status that nobody recorded; all of it has its time', () => {
		forAll(300, fc.array(step, { maxLength: 40 }), (steps) => {
			let current: Landscape = recorded();
			const brought = new Set<string | undefined>([undefined]);
			for (const [index, one] of steps.entries()) {
				const now = new Date(Date.parse(ISSUED) + index * 3_600_000).toISOString().replace('.000', '');
				const decision: Answer & { changes?: readonly Change[] } = decide(current, one, now);
				if (!decision.ok) {
					followRemedies(current, decision, now);
					continue;
				}
				const next = applyChanges(current, withRecordedAt(current, decision.changes ?? [], now));
				if (one.isText && (one.command === 'getToken' || one.command === 'register')) {
					brought.add(fingerprint(one.print));
				}
				for (const [name, { status, token, recordedAt }] of next.systems) {
					const before = current.systems.get(name);
					assert.ok(brought.has(token?.fingerprint));
					assert.ok(recordedAt !== undefined);
					if (before?.status !== status) {
						assert.equal(name, one.name);
						assert.equal(status, saidBy(one, current));
						assert.equal(recordedAt, now);
					}
				}
				for (const { extensions } of next.tenants.values()) {
					assert.ok([...extensions.values()].every((row) => row.recordedAt !== undefined));
				}
				current = next;
			}
		});
	});

	it('R-REC-2: every state of system and extension that can be shown is reached by recording', () => {
		for (const status of SYSTEM_STATUSES) {
			for (const extensionStatus of EXTENSION_STATUSES) {
				const added = changedBy(recorded(), registerSystem, { name: DEV, type: S4 }, ISSUED);
				const seen = changedBy(added, recordExtension, { ...AT, status: extensionStatus }, NOW);
				const known = changedBy(seen, recordStatus, { system: DEV, status, anyway: true }, BEFORE_EXPIRY);
				assert.equal(known.systems.get(DEV)?.status, status);
				assert.equal(known.tenants.get(HOST)?.extensions.get(DEV)?.status, extensionStatus);
			}
		}
	});
});
