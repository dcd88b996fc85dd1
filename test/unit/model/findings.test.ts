import assert from 'node:assert/strict';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import {
	BEFORE_EXPIRY,
	DEV,
	EXPIRES,
	entitlement,
	extension,
	fingerprint,
	formation,
	HOST,
	ISSUED,
	inUse,
	LATER,
	landscape,
	listed,
	MARKETING,
	NOW,
	paired,
	registeredSystem,
	S4,
	SETTLED,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';

/** Findings as `severity code at path`, which is all that a test wants to compare. */
function found(of: Landscape, now = NOW): string[] {
	return checkLandscape(of, now).map(
		({ severity, code, path, at }) =>
			`${severity} ${code} ${path.join(' > ')}${at === 'key' ? ' (key)' : ''}`,
	);
}

describe('findings in a landscape', () => {
	it('the end of the tutorial has none', () => {
		const finished = landscape({
			systems: [registeredSystem()],
			tenants: [tenant([extension()])],
			subaccounts: [subaccount([entitlement(), entitlement({ plan: 'messaging' })])],
		});
		assert.deepEqual(found(finished, SETTLED), []);
	});

	it('a landscape without anything, and a system without token, have none', () => {
		assert.deepEqual(found(landscape()), []);
		assert.deepEqual(found(landscape({ systems: [systemWithoutToken()] })), []);
	});

	for (const [name, code] of [
		['', 'name-empty'],
		['Käufer', 'name-not-printable-ascii'],
		[' a', 'name-surrounding-blanks'],
		['x'.repeat(501), 'name-too-long'],
	] as const) {
		it(`R-NAME: a system's name in the file is checked as a new one is, ${code}`, () => {
			assert.deepEqual(found(landscape({ systems: [systemWithoutToken({ name })] })), [
				`error ${code} systems > ${name} (key)`,
			]);
		});
	}

	it('DEC-8: the unused token of a pending system is warned of from expiresAt on', () => {
		const pending = landscape({ systems: [system()] });
		assert.deepEqual(found(pending, BEFORE_EXPIRY), []);
		assert.deepEqual(found(pending, EXPIRES), [`warning token-expired systems > ${DEV} > token > expiresAt`]);
	});

	it('R-TOK-6: the warning says whether Copy Token issues a new one', () => {
		const [inPractice] = checkLandscape(landscape({ systems: [system()] }), EXPIRES);
		const [recorded] = checkLandscape(landscape({ mode: 'recorded', systems: [system()] }), EXPIRES);
		assert.match(inPractice?.message ?? '', /Choose Copy Token to get a new one/);
		assert.match(recorded?.message ?? '', /Get a new one/);
	});

	it('an expired token of a system that is not pending is nothing to act on', () => {
		assert.deepEqual(found(landscape({ systems: [system({ status: 'error' })] }), EXPIRES), []);
	});

	it('a token of a type that has none is warned of', () => {
		const record = system({ type: 'Joule', status: 'registered', token: { expiresAt: EXPIRES } });
		assert.deepEqual(found(landscape({ systems: [record] })), [
			`warning token-not-applicable systems > ${DEV} > type`,
		]);
	});

	it('groups that do not exist, or do not fit the type, are warned of at their place in the list', () => {
		const unknown = system({ token: token({ scenarioGroups: ['Integration with SAP Start', 'Nonsense'] }) });
		assert.deepEqual(found(landscape({ systems: [unknown] })), [
			`warning scenario-group-unknown systems > ${DEV} > token > scenarioGroups > 1`,
		]);
		assert.deepEqual(found(landscape({ systems: [system({ type: MARKETING })] })), [
			`warning scenario-group-not-applicable systems > ${DEV} > token > scenarioGroups > 0`,
		]);
	});

	it('R-CSG-6: a group that only another type has suggests no other one', () => {
		const group = 'Integration with SAP Master Data Governance';
		const record = system({
			type: 'SAP Integrated Business Planning',
			token: token({ scenarioGroups: [group] }),
		});
		const [finding] = checkLandscape(landscape({ systems: [record] }), NOW);
		assert.equal(finding?.code, 'scenario-group-unknown');
		assert.equal(finding.data?.instead, undefined);
		assert.doesNotMatch(finding.message, /Did you mean/);
	});

	it('a system that could not be deregistered is not called registered', () => {
		const before = landscape({ systems: [registeredSystem({ status: 'deregister-error' })] });
		const [finding] = checkLandscape(before, NOW);
		assert.match(finding?.message ?? '', /couldn't be deregistered, but no tenant/);
	});

	it('R-TYPE-4: a remembered tenant is checked as a host name', () => {
		const messages = (pairedTenant: string) =>
			found(landscape({ systems: [systemWithoutToken({ pairedTenant })] }));
		assert.deepEqual(messages(HOST), []);
		for (const wrong of ['no host', HOST.toUpperCase()]) {
			assert.deepEqual(messages(wrong), [`warning tenant-invalid systems > ${DEV} > pairedTenant`]);
		}
	});

	it('R-EXT-13: registered in practice without an enabled extension is a contradiction', () => {
		const expected = [`warning status-contradicts-extension systems > ${DEV} > status`];
		assert.deepEqual(found(landscape({ systems: [registeredSystem()] })), expected);
		assert.deepEqual(found(paired(registeredSystem(), extension({ status: 'failed' }))), expected);
	});

	it('R-EXT-13: a recorded landscape, or a type without token, needs no extension', () => {
		assert.deepEqual(found(landscape({ mode: 'recorded', systems: [registeredSystem()] })), []);
		assert.deepEqual(found(landscape({ systems: [listed()] })), []);
	});

	it('a tenant that is no host name is an error, one in capitals a warning', () => {
		assert.deepEqual(found(landscape({ tenants: [tenant([], { host: 'no host' })] })), [
			'error tenant-invalid tenants > no host (key)',
		]);
		assert.deepEqual(found(landscape({ tenants: [tenant([], { host: HOST.toUpperCase() })] })), [
			`warning tenant-invalid tenants > ${HOST.toUpperCase()} (key)`,
		]);
	});

	it('references to systems that do not exist are warned of, wherever they stand', () => {
		const before = inUse({ systems: [], formations: [formation({ name: 'F' })] });
		assert.deepEqual(found(before), [
			`warning system-unknown tenants > ${HOST} > extensions > ${DEV} (key)`,
			'warning system-unknown subaccounts > dev > entitlements > 0 > system',
			'warning system-unknown formations > F > systems > 0',
		]);
	});

	it('an entitlement for a service or a plan that does not exist is warned of', () => {
		const before = (fields: object) =>
			landscape({
				mode: 'recorded',
				systems: [registeredSystem()],
				subaccounts: [subaccount([entitlement(fields)])],
			});
		assert.deepEqual(found(before({ service: '__proto__' })), [
			'warning service-unknown subaccounts > dev > entitlements > 0 > service',
		]);
		assert.deepEqual(found(before({ plan: 'toString' })), [
			'warning plan-unknown subaccounts > dev > entitlements > 0 > plan',
		]);
	});

	it('R-ENT-5: an entitlement for a system that is not registered is warned of', () => {
		const before = landscape({ systems: [system()], subaccounts: [subaccount([entitlement()])] });
		assert.deepEqual(found(before), [
			'warning system-not-registered subaccounts > dev > entitlements > 0 > system',
		]);
	});

	it('"__proto__" as a system, referred to everywhere, is found where it is', () => {
		const name = '__proto__';
		const before = landscape({
			systems: [registeredSystem({ name })],
			tenants: [tenant([extension({ system: name })])],
			subaccounts: [subaccount([entitlement({ system: name })], name)],
		});
		assert.deepEqual(found(before, SETTLED), []);
	});

	it('R-TOK-9: more than 1000 open tokens of a type are said once, where the limit is passed', () => {
		const systems = (count: number) =>
			Array.from({ length: count }, (_, index) =>
				system({ name: `S${index}`, token: token({ fingerprint: fingerprint(index) }) }),
			);
		assert.deepEqual(found(landscape({ systems: systems(1000) })), []);
		assert.deepEqual(found(landscape({ systems: systems(1002) })), [
			'warning token-limit-reached systems > S1000 (key)',
		]);
	});

	it('DEC-16: a second tenant after deregistering is an error where it is required, a warning for Marketing', () => {
		const severities = (type: string) =>
			checkLandscape(
				landscape({
					mode: 'recorded',
					systems: [{ name: DEV, type, status: 'registered' }],
					tenants: [
						tenant([extension({ status: 'disabled' })], { type }),
						tenant([extension()], { type, host: 'my2.example' }),
					],
				}),
				SETTLED,
			).map(({ severity, code }) => `${severity} ${code}`);
		assert.deepEqual(severities(S4), ['error tenant-not-the-same']);
		assert.deepEqual(severities(MARKETING), ['warning tenant-not-the-same']);
		assert.deepEqual(severities('SAP Integrated Business Planning'), [
			'warning extension-must-be-deleted-first',
		]);
	});

	it('DEC-16: the other tenant is named and is where the finding is, in whichever order the file has them', () => {
		const disabled = tenant([extension({ status: 'disabled' })], { type: S4, host: 'first.example' });
		const enabled = tenant([extension()], { type: S4, host: 'second.example' });
		for (const tenants of [
			[disabled, enabled],
			[enabled, disabled],
		]) {
			const [finding, ...others] = checkLandscape(
				landscape({
					mode: 'recorded',
					systems: [{ name: DEV, type: S4, status: 'registered' }],
					tenants,
				}),
				SETTLED,
			);
			assert.deepEqual(others, []);
			assert.deepEqual(finding?.path, ['tenants', 'second.example', 'extensions', DEV]);
			assert.match(finding?.message ?? '', /registered by first\.example/);
		}
	});

	it('R-TUT-2, DEC-30: a description other than the name of the system is a warning only', () => {
		const described = (description: string) =>
			found(paired(registeredSystem(), extension({ description })), SETTLED);
		assert.deepEqual(described(DEV), []);
		assert.deepEqual(described(''), []);
		assert.deepEqual(described('Other'), [
			`warning description-differs tenants > ${HOST} > extensions > ${DEV} > description`,
		]);
	});

	it('a tenant of another type than the system that it pairs is warned of', () => {
		const before = landscape({
			systems: [registeredSystem()],
			tenants: [tenant([extension()], { type: MARKETING })],
		});
		assert.deepEqual(found(before, SETTLED), [
			`warning tenant-type-differs tenants > ${HOST} > extensions > ${DEV} (key)`,
		]);
	});

	it('thousands of misspelt references are looked at in no time, and only the first get a suggestion', () => {
		const systems = Array.from({ length: 2000 }, (_, index) =>
			systemWithoutToken({ name: `System ${index}`, type: MARKETING }),
		);
		const wrong = systems.map(({ name }) => entitlement({ system: `x${name}` }));
		const suggested = checkLandscape(landscape({ systems, subaccounts: [subaccount(wrong)] }), ISSUED).filter(
			({ code, data }) => code === 'system-unknown' && data?.instead,
		);
		assert.equal(suggested.length, 25);
	});
});

describe('findings in a recorded landscape', () => {
	it('R-REC-7: a status that was recorded more than 90 days ago is a hint', () => {
		const old = '2026-08-23T09:59:59Z';
		const young = '2026-08-23T10:00:00Z';
		const seen = (recordedAt: string) =>
			landscape({
				mode: 'recorded',
				systems: [registeredSystem({ recordedAt })],
				tenants: [tenant([extension({ recordedAt })])],
			});
		assert.deepEqual(found(seen(young)), []);
		assert.deepEqual(found(seen(old)), [
			`hint record-old systems > ${DEV} > recordedAt`,
			`hint record-old tenants > ${HOST} > extensions > ${DEV} > recordedAt`,
		]);
		assert.deepEqual(found({ ...seen(old), mode: 'practice' }), []);
	});

	it('R-REC-1: a status contradiction has no other status to write, and a record from the future is a warning', () => {
		const seen = {
			...paired(registeredSystem({ recordedAt: LATER }), extension({ status: 'failed' })),
			mode: 'recorded',
		} as const;
		const findings = checkLandscape(seen, NOW);
		assert.deepEqual(
			findings.map(({ code, data }) => [code, data?.instead]),
			[
				['status-contradicts-extension', undefined],
				['recorded-in-future', undefined],
			],
		);
	});

	it('R-REC-7: production that meets something else is information, where both are said', () => {
		const of = (role: 'test' | 'production' | undefined, production: boolean | undefined) =>
			landscape({
				systems: [registeredSystem({ ...(role && { role }) })],
				tenants: [tenant([extension()])],
				subaccounts: [{ ...subaccount([entitlement()]), ...(production !== undefined && { production }) }],
			});
		const differs = [`information production-differs subaccounts > dev > entitlements > 0 > system`];
		assert.deepEqual(found(of('production', false)), differs);
		assert.deepEqual(found(of('test', true)), differs);
		for (const [role, production] of [
			['production', true],
			['test', false],
			[undefined, false],
			['production', undefined],
		] as const) {
			assert.deepEqual(found(of(role, production)), []);
		}
	});
});
