import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Refusal } from '../../../src/model/decision.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import {
	DISCOVERIES,
	EXTENSION_STATUSES,
	type Landscape,
	MODES,
	SYSTEM_STATUSES,
	type System,
} from '../../../src/model/landscape.ts';
import {
	checkMerge,
	consequenceOfMerging,
	duplicatesOf,
	firstDuplicateOf,
	isDuplicate,
	mergeableInto,
	mergeSystems,
	ordersOf,
	type Pair,
} from '../../../src/model/merging-systems.ts';
import { systemFacts } from '../../../src/model/system-facts.ts';
import {
	assertRefused,
	changedBy,
	DEV,
	entitlement,
	extension,
	fingerprint,
	formation,
	HOST,
	JOULE,
	KYMA,
	landscape,
	listed,
	MARKETING,
	NOW,
	OTHER_HOST,
	PAIRED,
	paired,
	registeredSystem,
	S4,
	SUITE,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { followRemedies } from './remedies.ts';

const TWIN = '0LX4';
const URL = 'https://my300001.s4hana.example';
const DATA_INGESTION = 'Data Ingestion for Industry Cloud Solutions';

/** What the cockpit has discovered: a system without a status and without a token. */
function twin(fields: Partial<System> = {}): System {
	return systemWithoutToken({ name: TWIN, url: URL, discovery: 'auto', ...fields });
}

/** A registered system with its extension, and the same system as the cockpit has discovered it. */
function doubled(own: Partial<System> = {}, other: Partial<System> = {}, records: object = {}): Landscape {
	return landscape({
		systems: [registeredSystem({ url: URL, ...own }), twin(other)],
		tenants: [tenant([extension()])],
		...records,
	});
}

describe('Duplicates', () => {
	const alike: readonly (readonly [string, string])[] = [
		[URL, `${URL}/`],
		[URL, 'https://MY300001.S4Hana.Example'],
		[URL, 'my300001.s4hana.example'],
		[URL, 'https://my300001.s4hana.example:443/'],
		[URL, `  ${URL}  `],
		[`${URL}/ui`, `${URL}/ui///?sap-client=100#Shell-home`],
	];
	for (const [one, other] of alike) {
		it(`R-MRG-4: are recognized by type, host and path: ${one} and ${other}`, () => {
			const both = landscape({ systems: [registeredSystem({ url: one }), twin({ url: other })] });
			assert.deepEqual(duplicatesOf(both, DEV), [TWIN]);
			assert.deepEqual(duplicatesOf(both, TWIN), [DEV]);
			assert.equal(firstDuplicateOf(both, TWIN), DEV);
			assert.equal(firstDuplicateOf(both, DEV), undefined);
			assert.ok(isDuplicate(both, DEV) && isDuplicate(both, TWIN));
		});
	}

	const apart: readonly (readonly [string, Partial<System>])[] = [
		['another host', { url: 'https://my300002.s4hana.example' }],
		['another port', { url: `${URL}:8443` }],
		['another path', { url: `${URL}/ui` }],
		['a path in other letters', { url: `${URL}/UI` }],
		['another type', { type: MARKETING }],
		['no URL that says anything', { url: 'https:///' }],
	];
	for (const [what, fields] of apart) {
		it(`R-MRG-4: aren't recognized with ${what}`, () => {
			const url = fields.url?.endsWith('/UI') ? `${URL}/ui` : URL;
			const both = landscape({ systems: [registeredSystem({ url }), twin(fields)] });
			assert.deepEqual(duplicatesOf(both, DEV), []);
			assert.equal(isDuplicate(both, TWIN), false);
		});
	}

	it('aren’t recognized without URLs', () => {
		const both = landscape({ systems: [system(), systemWithoutToken({ name: TWIN })] });
		assert.deepEqual(duplicatesOf(both, DEV), []);
	});

	it('R-MRG-4: are found in the file, with the way to merge them where there is one', () => {
		const shared = (of: Landscape) => checkLandscape(of, NOW).filter(({ code }) => code === 'url-shared');
		const [only, ...more] = shared(doubled());
		assert.deepEqual(more, []);
		assert.equal(only?.severity, 'warning');
		assert.deepEqual(only.path, ['systems', TWIN, 'url']);
		assert.match(only.message, new RegExp(`"${DEV}".*"${TWIN}".*Merge Systems`));
		const [stuck] = shared(doubled({}, { status: 'registered' }));
		assert.doesNotMatch(stuck?.message ?? '', /Merge Systems/);
		assert.deepEqual(shared(doubled({}, { type: MARKETING })), []);
	});

	it('R-DIS-1: of a system that was discovered, its facts say so', () => {
		const facts = (record: System) => systemFacts(doubled(), record, 'classic', NOW, '').join('\n');
		assert.match(facts(twin()), /Discovered automatically/);
		assert.doesNotMatch(facts(twin({ discovery: 'manual' })), /iscovered/);
		assert.doesNotMatch(facts(system()), /iscovered/);
	});
});

describe('Merge Systems', () => {
	it('R-MRG-1, R-MRG-5: one record is left, with its own properties and those that only the other has', () => {
		const before = doubled(
			{ note: 'ours', discovery: 'manual' },
			{
				note: 'found',
				role: 'development',
				owner: 'Platform Team',
				recordedAt: PAIRED,
				token: token({ fingerprint: fingerprint(2) }),
			},
		);
		const after = changedBy(before, mergeSystems, [DEV, TWIN]);
		assert.deepEqual(
			[...after.systems.values()],
			[{ ...before.systems.get(DEV), role: 'development', owner: 'Platform Team' }],
		);
		assert.deepEqual(after.facts, { ok: true, ...after.facts, system: DEV, fingerprint: fingerprint(2) });
		assert.deepEqual(after.tenants, before.tenants);
	});

	it('R-MRG-5: how a system was discovered isn’t taken over, nor when its status was read', () => {
		const before = landscape({
			mode: 'recorded',
			systems: [systemWithoutToken(), twin({ recordedAt: PAIRED })],
		});
		assert.deepEqual(changedBy(before, mergeSystems, [DEV, TWIN]).systems.get(DEV), {
			...systemWithoutToken(),
			url: URL,
		});
	});

	it('DEC-40: what used the other moves: plans where they are, and memberships, each once', () => {
		const plans = [
			entitlement({ plan: 'messaging', system: TWIN }),
			entitlement({ system: 'Other' }),
			entitlement({ system: TWIN, amount: 3, recordedAt: PAIRED }),
			entitlement({ amount: 2 }),
		];
		const before = doubled(
			{},
			{},
			{
				subaccounts: [subaccount(plans), subaccount([entitlement({ system: TWIN })], 'qa')],
				formations: [
					formation({ systems: ['A', TWIN, 'B'] }),
					formation({ name: 'Both', systems: [TWIN, 'A', DEV] }),
				],
			},
		);
		const after = changedBy(before, mergeSystems, [DEV, TWIN]);
		assert.deepEqual(after.subaccounts.get('dev')?.entitlements, [
			entitlement({ plan: 'messaging' }),
			entitlement({ system: 'Other' }),
			entitlement({ amount: 3, recordedAt: PAIRED }),
		]);
		assert.deepEqual(after.subaccounts.get('qa')?.entitlements, [entitlement()]);
		assert.deepEqual(after.formations.get('Side by side')?.systems, ['A', DEV, 'B']);
		assert.deepEqual(after.formations.get('Both')?.systems, ['A', DEV]);
	});

	it('DEC-40: of one plan that both have the larger number of units stays, whoever has it', () => {
		for (const [own, other] of [
			[5, 2],
			[2, 5],
			[5, 5],
		] as const) {
			const plans = [
				entitlement({ amount: own, recordedAt: NOW }),
				entitlement({ system: TWIN, amount: other }),
			];
			const before = doubled({}, {}, { subaccounts: [subaccount(plans)] });
			const [left, ...more] =
				changedBy(before, mergeSystems, [DEV, TWIN]).subaccounts.get('dev')?.entitlements ?? [];
			assert.deepEqual(more, []);
			assert.deepEqual(left, entitlement({ amount: 5, ...(own === 5 && { recordedAt: NOW }) }));
		}
	});

	it('R-TYPE-4: the tenant that the other remembers is remembered, where nothing else says which it is', () => {
		const gone = twin({ status: 'unregistered', pairedTenant: HOST });
		const merged = (record: System, tenants: Landscape['tenants'] = new Map()) =>
			changedBy({ ...landscape({ systems: [record, gone] }), tenants }, mergeSystems, [
				DEV,
				TWIN,
			]).systems.get(DEV)?.pairedTenant;
		assert.equal(merged(system()), HOST);
		assert.equal(merged(system({ pairedTenant: OTHER_HOST })), OTHER_HOST);
		assert.equal(merged(registeredSystem()), undefined);
		const { tenants } = paired(system(), extension({ status: 'disabled' }));
		assert.equal(merged(system({ status: 'unregistered' }), tenants), undefined);
	});

	it('R-MRG-2: the registered system stays, and the refusal of the other order says that, status-forbids', () => {
		assertRefused(mergeSystems(doubled(), [TWIN, DEV]), 'status-forbids', /the other way around/);
		assert.deepEqual(ordersOf(doubled(), TWIN, DEV), [[DEV, TWIN]]);
		assert.deepEqual(ordersOf(doubled(), DEV, TWIN), [[DEV, TWIN]]);
	});

	it('R-MRG-1: where either may stay, the discovered one disappears first', () => {
		const both = landscape({ systems: [systemWithoutToken(), twin()] });
		assert.deepEqual(ordersOf(both, TWIN, DEV), [
			[DEV, TWIN],
			[TWIN, DEV],
		]);
		assert.deepEqual(ordersOf(both, DEV, TWIN), ordersOf(both, TWIN, DEV));
	});

	it('R-MRG-3: a registered, discovered system isn’t merged into another registered one, status-forbids', () => {
		const before = doubled({}, { status: 'registered' });
		const refused = assertRefused(mergeSystems(before, [DEV, TWIN]), 'status-forbids', /both registered/);
		assert.deepEqual(refused.remedies, [{ command: 'deregisterSystem', fields: { system: TWIN } }]);
		assertRefused(mergeSystems(before, [TWIN, DEV]), 'status-forbids', /both registered/);
	});

	it('DEC-40: an enabled extension is a connection, whatever the status says', () => {
		const both = landscape({
			mode: 'recorded',
			systems: [system(), twin()],
			tenants: [tenant([extension({ system: TWIN })])],
		});
		assertRefused(mergeSystems(both, [DEV, TWIN]), 'status-forbids', /the other way around/);
		assert.ok(mergeSystems(both, [TWIN, DEV]).ok);
	});

	it('R-TYPE-2, R-MRG-3: systems of a type without token are only listed, so they can be merged', () => {
		const both = landscape({
			systems: [listed(), listed('J2')],
			formations: [formation({ type: JOULE, systems: ['J2'] })],
		});
		const after = changedBy(both, mergeSystems, ['J', 'J2']);
		assert.deepEqual([...after.systems.keys()], ['J']);
		assert.deepEqual(after.formations.get('Side by side')?.systems, ['J']);
	});

	for (const status of ['failed', 'disabled'] as const) {
		it(`DEC-40: an extension that is ${status} has to be deleted before its system disappears`, () => {
			const gone = twin({ status: status === 'failed' ? 'error' : 'unregistered' });
			const before = landscape({
				systems: [systemWithoutToken(), gone],
				tenants: [tenant([extension({ system: TWIN, status })])],
			});
			const refused = assertRefused(
				mergeSystems(before, [DEV, TWIN]),
				'extension-must-be-deleted-first',
				HOST,
			);
			assert.deepEqual(refused.remedies, [
				{ command: 'deleteExtension', fields: { tenant: HOST, system: TWIN } },
			]);
		});
	}

	for (const status of ['deregistering', 'deregister-error', 'removing', 'remove-error'] as const) {
		it(`R-MRG-2: while one of the two is ${status}, they stay two, status-forbids`, () => {
			for (const mode of MODES) {
				const before = landscape({ mode, systems: [systemWithoutToken({ status }), twin()] });
				for (const pair of [
					[DEV, TWIN],
					[TWIN, DEV],
				] as const) {
					const refused = assertRefused(mergeSystems(before, pair), 'status-forbids', `"${DEV}"`);
					followRemedies(before, refused, NOW);
				}
			}
		});
	}

	it('R-MRG-2: while one of the two is being paired, they stay two, status-forbids', () => {
		const before = landscape({
			systems: [system({ token: token({ usedAt: PAIRED }) }), twin()],
			tenants: [tenant([extension({ status: 'enabling' })])],
		});
		assertRefused(mergeSystems(before, [DEV, TWIN]), 'status-forbids', /being paired in my300001/);
		assertRefused(mergeSystems(before, [TWIN, DEV]), 'status-forbids', /being paired in my300001/);
	});

	it('R-MRG-4: what isn’t the same system is refused, system-not-duplicate', () => {
		for (const [fields, says] of [
			[{ type: MARKETING }, MARKETING],
			[{ url: 'https://my300002.s4hana.example' }, /different URLs/],
		] as const) {
			assertRefused(mergeSystems(doubled({}, fields), [DEV, TWIN]), 'system-not-duplicate', says);
		}
		assertRefused(mergeSystems(doubled(), [DEV, DEV]), 'system-not-duplicate', /two different/);
		assert.ok(mergeSystems(doubled({}, twin({ name: TWIN, url: undefined as never })), [DEV, TWIN]).ok);
	});

	it('systems that aren’t there are refused, system-unknown', () => {
		for (const pair of [
			[DEV, 'Nobody'],
			['Nobody', DEV],
			['__proto__', '__proto__'],
		] as const) {
			assertRefused(mergeSystems(doubled(), pair), 'system-unknown');
		}
	});

	it('R-FOR-4: a formation that the system that stays can’t be in isn’t made to have it', () => {
		const of = (type: string, own: Partial<System> = {}, other: Partial<System> = {}) =>
			doubled(own, other, { formations: [formation({ type, systems: [TWIN] })] });
		assert.ok(mergeSystems(of(KYMA), [DEV, TWIN]).ok, 'what wasn’t allowed before is no worse then');
		const commerce = { type: 'SAP Commerce Cloud' };
		assert.ok(mergeSystems(of(KYMA, commerce, commerce), [DEV, TWIN]).ok);
		const before = landscape({
			systems: [listed(), listed('J2')],
			formations: [
				formation({ name: 'One', type: JOULE, systems: ['J'] }),
				formation({ name: 'Two', type: JOULE, systems: ['J2'] }),
			],
		});
		const refused = assertRefused(mergeSystems(before, ['J', 'J2']), 'formation-rule-broken', '"One"');
		assert.deepEqual(refused.remedies, [
			{ command: 'excludeSystem', fields: { formation: 'One', system: 'J' } },
		]);
		followRemedies(before, refused, NOW);
	});

	it('DEC-39: a token that both have after a merge of two files isn’t forgotten', () => {
		const before = doubled({}, { token: token() });
		assert.equal(changedBy(before, mergeSystems, [DEV, TWIN]).facts.fingerprint, undefined);
	});

	it('says before what moves, what comes along, and what is lost', () => {
		const before = doubled(
			{ owner: 'Team A', url: URL },
			{ owner: 'Team B', role: 'test', token: token({ fingerprint: fingerprint(2) }) },
			{
				subaccounts: [subaccount([entitlement({ system: TWIN })])],
				formations: [formation({ systems: [TWIN] })],
			},
		);
		assert.equal(
			consequenceOfMerging(before, [DEV, TWIN]),
			[
				`The record of "${TWIN}" and its token are deleted.`,
				`This moves to "${DEV}": the service plan api-access in subaccount "dev", its membership in the formation "Side by side".`,
				`"${DEV}" gets from it: role.`,
				`"${DEV}" keeps its own: owner.`,
			].join('\n'),
		);
		assert.equal(consequenceOfMerging(doubled(), [DEV, TWIN]), `The record of "${TWIN}" is deleted.`);
	});
});

const NAMES = ['A', 'B', 'C'] as const;
const TYPES = [S4, MARKETING, 'SAP Commerce Cloud', 'Joule', DATA_INGESTION];
const name = fc.constantFrom(...NAMES, 'Nobody');
const exact = { noNullPrototype: true } as const;
const anyTwins: fc.Arbitrary<Landscape> = fc
	.record({
		mode: fc.constantFrom(...MODES),
		type: fc.constantFrom(...TYPES),
		systems: fc.tuple(
			...NAMES.map((own, index) =>
				fc.record(
					{
						name: fc.constant(own),
						status: fc.oneof(
							fc.constantFrom('pending', 'registered', 'unregistered'),
							fc.constantFrom(...SYSTEM_STATUSES),
						),
						url: fc.constantFrom(URL, `${URL}/`, 'https://other.example'),
						discovery: fc.constantFrom(...DISCOVERIES),
						owner: fc.constantFrom('Platform Team', 'Tenant Team'),
						pairedTenant: fc.constantFrom(HOST, OTHER_HOST),
						token: fc
							.boolean()
							.map((isUsed) => token({ fingerprint: fingerprint(index), ...(isUsed && { usedAt: PAIRED }) })),
					},
					{ requiredKeys: ['name', 'status'], ...exact },
				),
			),
		),
		tenants: fc.uniqueArray(
			fc.record({
				system: name,
				host: fc.constantFrom(HOST, OTHER_HOST),
				status: fc.constantFrom(...EXTENSION_STATUSES),
			}),
			{ maxLength: 2, selector: ({ system: own, host }) => `${own} ${host}` },
		),
		plans: fc.array(
			fc.record({
				service: fc.constantFrom('s4-hana-cloud', 'sap-commerce-cloud'),
				plan: fc.constantFrom('api-access', 'messaging'),
				system: name,
				amount: fc.integer({ min: 1, max: 4 }),
			}),
			{ maxLength: 6 },
		),
		formations: fc.array(
			fc.record({
				type: fc.constantFrom(KYMA, JOULE, SUITE, DATA_INGESTION, 'Nonsense'),
				systems: fc.array(name, { maxLength: 4 }),
			}),
			{ maxLength: 3 },
		),
	})
	.map(({ mode, type, systems, tenants, plans, formations }) =>
		landscape({
			mode,
			systems: systems.map((own) => ({ type, ...own }) as System),
			tenants: [HOST, OTHER_HOST].map((host) =>
				tenant(
					tenants.filter((entry) => entry.host === host).map((entry) => extension(entry)),
					{ host, type },
				),
			),
			subaccounts: [subaccount(plans.slice(0, 4)), subaccount(plans.slice(4), 'qa')],
			formations: formations.map((own, index) => formation({ name: `F${index}`, ...own })),
		}),
	);

/** The plans of a system in a subaccount, each with the largest number of its units. */
function unitsOf(
	of: Landscape,
	subaccountName: string,
	systems: readonly string[],
): ReadonlyMap<string, number> {
	const units = new Map<string, number>();
	for (const entry of of.subaccounts.get(subaccountName)?.entitlements ?? []) {
		const key = `${entry.service} ${entry.plan}`;
		if (systems.includes(entry.system)) {
			units.set(key, Math.max(units.get(key) ?? 0, entry.amount));
		}
	}
	return units;
}

/** How many findings of each code there are, of those that matter. */
function problemsIn(of: Landscape): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { severity, code } of checkLandscape(of, NOW)) {
		if (severity === 'error' || code.startsWith('formation-')) {
			const what = /^formation-(?:rule|member-not)-/.test(code) ? 'not allowed in a formation' : code;
			counts.set(what, (counts.get(what) ?? 0) + 1);
		}
	}
	return counts;
}

describe('Merging any two of any systems', () => {
	const pairs: readonly Pair[] = NAMES.flatMap((kept) => NAMES.map((gone) => [kept, gone] as const));

	it('DEC-40: loses no service plan and no membership, touches nothing else, and leads to no new problem', () => {
		let merged = 0;
		forAll(600, anyTwins, (before) => {
			for (const pair of pairs) {
				const decision = mergeSystems(before, pair);
				if (!decision.ok) {
					followRemedies(before, decision as Refusal, NOW);
					continue;
				}
				merged++;
				const [kept, gone] = pair;
				const after = changedBy(before, mergeSystems, pair);
				assert.deepEqual(
					[...after.systems.keys()],
					NAMES.filter((own) => own !== gone),
				);
				for (const own of NAMES.filter((own) => !pair.includes(own))) {
					assert.equal(after.systems.get(own), before.systems.get(own));
				}
				assert.equal(after.systems.get(kept)?.token, before.systems.get(kept)?.token);
				assert.deepEqual(after.tenants, before.tenants);
				for (const { name: own, entitlements } of after.subaccounts.values()) {
					const earlier = before.subaccounts.get(own)?.entitlements ?? [];
					assert.deepEqual(unitsOf(after, own, [kept]), unitsOf(before, own, pair));
					assert.equal(unitsOf(after, own, [gone]).size, 0);
					assert.deepEqual(
						entitlements.filter((entry) => entry.system !== kept),
						earlier.filter((entry) => !pair.includes(entry.system)),
					);
				}
				for (const { name: own, systems } of after.formations.values()) {
					const members = before.formations.get(own)?.systems ?? [];
					assert.equal(
						systems.includes(kept),
						pair.some((one) => members.includes(one)),
					);
					assert.ok(!systems.includes(gone));
					assert.deepEqual(
						systems.filter((one) => one !== kept),
						members.filter((one) => !pair.includes(one)),
					);
				}
				const problems = problemsIn(before);
				for (const [code, count] of problemsIn(after)) {
					assert.ok(count <= (problems.get(code) ?? 0), `${code} is new after merging ${pair}`);
				}
			}
		});
		assert.ok(merged > 200, String(merged));
	});

	it('is offered exactly where it isn’t refused, first for duplicates', () => {
		forAll(300, anyTwins, (before) => {
			for (const record of before.systems.values()) {
				const offered = mergeableInto(before, record).map((other) => other.name);
				const possible = NAMES.filter((other) => !checkMerge(before, [record.name, other]));
				const duplicates = duplicatesOf(before, record.name).filter((other) =>
					possible.includes(other as never),
				);
				assert.deepEqual(offered, duplicates.length > 0 ? duplicates : possible);
			}
		});
	});
});
