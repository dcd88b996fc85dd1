import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/model/change.ts';
import { asPractice, checkConverting } from '../../../src/model/converting.ts';
import { unsettledSystems } from '../../../src/model/deregistration.ts';
import { unsettledExtensions } from '../../../src/model/extensions.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import {
	EXTENSION_STATUSES,
	type ExtensionStatus,
	type Landscape,
	SYSTEM_STATUSES,
	type System,
} from '../../../src/model/landscape.ts';
import {
	assertRefused,
	codesOf,
	DEV,
	EXPIRES,
	entitlement,
	extension,
	HOST,
	inUse,
	landscape,
	listed,
	NOW,
	PAIRED,
	paired,
	registeredSystem,
	S4,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';

const other = { practice: 'recorded', recorded: 'practice' } as const;

/** A landscape of a mode with one system. */
const having = (mode: Landscape['mode'], record: System) => landscape({ mode, systems: [record] });

describe('Converting a landscape', () => {
	for (const mode of ['practice', 'recorded'] as const) {
		const code = mode === 'practice' ? 'mode-simulated' : 'mode-recorded';
		const refused = (of: Landscape, says: string) =>
			assertRefused(checkConverting(of, other[mode]), code, says);

		it(`from ${mode} takes systems that were only added, with their facts, subaccounts and formations`, () => {
			const described = systemWithoutToken({ owner: 'Ada', url: 'https://a.example', role: 'production' });
			const fresh = landscape({
				mode,
				systems: [described, listed()],
				tenants: [tenant([])],
				subaccounts: [subaccount([entitlement({ system: 'J' })])],
			});
			assert.equal(checkConverting(fresh, other[mode]), undefined);
			assert.equal(checkConverting(landscape({ mode }), other[mode]), undefined);
		});

		it(`to ${mode} is nothing where it's ${mode}, whatever is in it`, () => {
			assert.equal(checkConverting({ ...inUse(), mode }, mode), undefined);
		});

		for (const status of SYSTEM_STATUSES) {
			it(`from ${mode} refuses what isn't only added, such as ${status}`, () => {
				const s4 = having(mode, systemWithoutToken({ status }));
				const joule = having(mode, { ...listed(), status });
				if (status === 'pending') {
					assert.equal(checkConverting(s4, other[mode]), undefined);
				} else {
					refused(s4, `"${DEV}" `);
				}
				if (status === 'registered') {
					assert.equal(checkConverting(joule, other[mode]), undefined);
				} else {
					refused(joule, '"J" ');
				}
			});
		}

		it(`from ${mode} refuses tokens, open, used or only dated`, () => {
			for (const of of [token(), token({ usedAt: PAIRED }), { expiresAt: EXPIRES }]) {
				refused(having(mode, system({ token: of })), `"${DEV}" has an integration token`);
			}
		});

		it(`from ${mode} refuses a remembered tenant, dates, and extensions of any status`, () => {
			refused(having(mode, systemWithoutToken({ pairedTenant: HOST })), `was paired with ${HOST}`);
			refused(having(mode, systemWithoutToken({ recordedAt: NOW })), `the status of "${DEV}" has a date`);
			const dated = subaccount([entitlement({ recordedAt: NOW })]);
			refused(landscape({ mode, subaccounts: [dated] }), '"dev" has a recorded service plan');
			for (const status of EXTENSION_STATUSES) {
				refused(
					landscape({ mode, tenants: [tenant([extension({ status })])] }),
					`has an extension in ${HOST}`,
				);
			}
		});
	}

	it('from practice refuses service plans for what has to be registered first', () => {
		const planned = subaccount([entitlement({ system: 'J' }), entitlement()]);
		const of = landscape({ systems: [systemWithoutToken(), listed()], subaccounts: [planned] });
		const refusal = assertRefused(
			checkConverting(of, 'recorded'),
			'mode-simulated',
			`simulated: "dev" has a service plan for "${DEV}". `,
		);
		assert.ok(!refusal.message.includes('"J"'));
		assert.equal(checkConverting({ ...of, mode: 'recorded' }, 'practice'), undefined);
	});

	it('tells five things that stand against it, and how many more there are', () => {
		const many = (count: number) =>
			landscape({
				systems: Array.from({ length: count }, (_, at) => registeredSystem({ name: `S${at}` })),
			});
		const five = assertRefused(
			checkConverting(many(5), 'recorded'),
			'mode-simulated',
			'"S4" is registered. ',
		);
		assert.ok(!five.message.includes('more'));
		const seven = assertRefused(checkConverting(many(7), 'recorded'), 'mode-simulated', '; and 2 more. ');
		assert.ok(seven.message.includes('"S4"') && !seven.message.includes('"S5"'));
	});

	it('leads from a recorded landscape to a copy, in which one may practice', () => {
		const refusal = assertRefused(
			checkConverting({ ...paired(), mode: 'recorded' }, 'practice'),
			'mode-recorded',
		);
		assert.deepEqual(refusal.remedies, [{ command: 'copyAsPractice' }]);
		assert.equal(checkConverting(paired(), 'recorded')?.remedies, undefined);
	});
});

describe('A copy to practice with', () => {
	/** The copy of a recorded landscape. */
	const copyOf = (of: Landscape): Landscape => ({ ...applyChanges(of, asPractice(of)), mode: 'practice' });

	it('forgets open tokens, remembers used ones by their dates, and drops the dates of records', () => {
		const { fingerprint: _, ...remembered } = token({ usedAt: PAIRED });
		const copy = copyOf(
			landscape({
				mode: 'recorded',
				systems: [
					system({ name: 'OPEN', recordedAt: NOW, owner: 'Ada' }),
					system({ name: 'LAPSED', token: { expiresAt: PAIRED } }),
					registeredSystem({ recordedAt: NOW }),
					{ ...listed(), recordedAt: NOW },
				],
				tenants: [tenant([extension({ recordedAt: NOW })], { role: 'test' })],
				subaccounts: [subaccount([entitlement({ recordedAt: NOW }), entitlement({ plan: 'messaging' })])],
			}),
		);
		assert.deepEqual(
			[...copy.systems.values()],
			[
				systemWithoutToken({ name: 'OPEN', owner: 'Ada' }),
				systemWithoutToken({ name: 'LAPSED' }),
				registeredSystem({ token: remembered }),
				listed(),
			],
		);
		assert.deepEqual([...copy.tenants.values()], [tenant([extension()], { role: 'test' })]);
		assert.deepEqual(
			[...copy.subaccounts.values()],
			[subaccount([entitlement(), entitlement({ plan: 'messaging' })])],
		);
	});

	it('changes nothing where there is nothing to forget', () => {
		const of = landscape({
			mode: 'recorded',
			systems: [systemWithoutToken(), listed()],
			tenants: [tenant([extension()])],
			subaccounts: [subaccount([entitlement()])],
		});
		assert.deepEqual(applyChanges(of, asPractice(of)), of);
	});

	it('has a system as it was before what is under way with it, as its extension tells', () => {
		const { fingerprint: _, ...remembered } = token({ usedAt: PAIRED });
		const settled = (record: System, beside?: ExtensionStatus) => {
			const tenants = beside ? [tenant([extension({ status: beside })])] : [];
			const copy = copyOf(landscape({ mode: 'recorded', systems: [record], tenants }));
			assert.deepEqual(
				[...copy.tenants.values()],
				tenants.map((before) => (beside === 'enabling' ? tenant() : before)),
			);
			return copy.systems.get(record.name);
		};
		const status = (before: System['status'], beside?: ExtensionStatus) =>
			settled(systemWithoutToken({ status: before }), beside)?.status;
		assert.equal(status('deregistering', 'enabled'), 'registered');
		assert.equal(status('deregistering'), 'registered');
		assert.equal(status('deregistering', 'disabled'), 'unregistered');
		assert.equal(status('removing'), 'unregistered');
		assert.equal(status('removing', 'disabled'), 'unregistered');
		assert.equal(status('removing', 'failed'), 'error');
		assert.deepEqual(settled({ ...listed(), status: 'removing' }), listed());
		const begun = system({ token: token({ usedAt: PAIRED }) });
		assert.deepEqual(settled(begun, 'enabling'), systemWithoutToken());
		assert.deepEqual(settled(begun), systemWithoutToken());
		assert.deepEqual(settled(begun, 'enabled'), { ...begun, token: remembered });
	});

	it('has nothing under way that practice would finish by itself', () => {
		const types = [S4, 'Joule'];
		const tokens = [undefined, token(), token({ usedAt: PAIRED })];
		let [before, checked] = [0, 0];
		for (const status of SYSTEM_STATUSES) {
			for (const beside of [undefined, ...EXTENSION_STATUSES]) {
				for (const [type, of] of types.flatMap((type) => tokens.map((of) => [type, of] as const))) {
					const recorded = landscape({
						mode: 'recorded',
						systems: [{ name: DEV, type, status, ...(of && { token: of }) }],
						tenants: beside
							? [tenant([extension({ status: beside }), extension({ system: 'gone', status: beside })])]
							: [],
					});
					const underWay = (landscape: Landscape) => [
						...unsettledSystems(landscape),
						...unsettledExtensions(landscape),
					];
					const copy = copyOf(recorded);
					assert.deepEqual(underWay(copy), []);
					assert.deepEqual(copyOf(copy), copy);
					before += underWay({ ...recorded, mode: 'practice' }).length;
					checked++;
				}
			}
		}
		assert.equal(checked, 240);
		assert.ok(before > 100);
	});

	it('has no error that the landscape didn’t have', () => {
		const errors = (of: Landscape) =>
			codesOf(checkLandscape(of, NOW).filter(({ severity }) => severity === 'error'));
		let checked = 0;
		for (const status of SYSTEM_STATUSES) {
			for (const beside of [undefined, ...EXTENSION_STATUSES]) {
				for (const of of [undefined, token(), token({ usedAt: PAIRED })]) {
					const record: System = {
						...{ name: DEV, type: S4, status, recordedAt: NOW },
						...(of && { token: of }),
					};
					const recorded = inUse({
						mode: 'recorded',
						systems: [record],
						tenants: beside ? [tenant([extension({ status: beside, recordedAt: NOW })])] : [],
					});
					assert.deepEqual(errors(copyOf(recorded)), errors(recorded));
					checked++;
				}
			}
		}
		assert.equal(checked, 120);
	});

	it('of a registration that was recorded as it goes has nothing to complain of', () => {
		const recorded = { ...inUse(), mode: 'recorded' } as const;
		assert.deepEqual(codesOf(checkLandscape(recorded, NOW)), []);
		assert.deepEqual(codesOf(checkLandscape(copyOf(recorded), NOW)), []);
	});
});
