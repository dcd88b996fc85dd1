import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FORMATION_TYPES, type MemberLimit } from '../../../src/model/catalog/formation-types.ts';
import { allowedMembers, checkMembership, missingMembers } from '../../../src/model/formations.ts';
import {
	entitlementsOf,
	extensionOf,
	extensionsOf,
	formationsOf,
	type Landscape,
	SYSTEM_STATUSES,
} from '../../../src/model/landscape.ts';
import { checkOpenTokens, hasUnusedToken, OPEN_TOKENS_LIMIT } from '../../../src/model/tokens.ts';
import {
	entitlement,
	extension,
	formation,
	labelsOf,
	landscape,
	S4,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';

const some = <Item>(items: fc.Arbitrary<Item>) => fc.array(items, { maxLength: 8 });
const name = fc.constantFrom('A', 'B', 'C', 'D', '__proto__', 'constructor', 'unknown');
const type = fc.constantFrom(S4, 'SAP Integration Suite', 'Joule', 'SAP Build');

/** Landscapes in which systems are named several times and in several places, also where there are none. */
const landscapes: fc.Arbitrary<Landscape> = fc
	.record({
		systems: some(
			fc
				.tuple(name, type, fc.constantFrom(...SYSTEM_STATUSES), fc.constantFrom(undefined, token()))
				.map(([of, label, status, open]) => ({
					...systemWithoutToken({ name: of, type: label, status }),
					...(open ? { token: open } : {}),
				})),
		),
		tenants: some(
			fc
				.tuple(fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example'), some(name))
				.map(([host, names]) =>
					tenant(
						names.map((of) => extension({ system: of })),
						{ host },
					),
				),
		),
		subaccounts: some(
			fc.tuple(fc.constantFrom('dev', 'test', 'prod'), some(name)).map(([of, names]) =>
				subaccount(
					names.map((other) => entitlement({ system: other })),
					of,
				),
			),
		),
		formations: some(
			fc
				.tuple(fc.constantFrom('F', 'G', 'H'), fc.constantFrom(...labelsOf(FORMATION_TYPES)), some(name))
				.map(([of, label, systems]) => formation({ name: of, type: label, systems })),
		),
	})
	.map(({ systems, ...records }) =>
		landscape({ systems: systems.filter((record) => record.name !== 'unknown'), ...records }),
	);

const holds = (check: (of: Landscape) => void, numRuns = 100) =>
	fc.assert(fc.property(landscapes, check), { numRuns });
const MANY = Array.from({ length: OPEN_TOKENS_LIMIT + 1 }, (_, index) => {
	const record = system({ name: `filler ${index}` });
	return [record.name, record] as const;
});
const NAMES = ['A', 'B', 'C', 'D', '__proto__', 'constructor', 'unknown', 'nobody'];

describe('what is looked up in a landscape is what a search through all of it finds, in its order', () => {
	it('the extensions for a system', () => {
		holds((of) => {
			for (const wanted of NAMES) {
				const found = [...of.tenants.values()].flatMap((owner) =>
					[...owner.extensions.values()]
						.filter(({ system }) => system === wanted)
						.map((record) => ({ tenant: owner, extension: record })),
				);
				assert.deepEqual(extensionsOf(of, wanted), found);
				assert.equal(extensionOf(of, wanted)?.extension, found[0]?.extension);
			}
		});
	});

	it('the entitlements for a system', () => {
		holds((of) => {
			for (const wanted of NAMES) {
				const found = [...of.subaccounts.values()].flatMap((owner) =>
					owner.entitlements
						.filter(({ system }) => system === wanted)
						.map((record) => ({ subaccount: owner.name, entitlement: record })),
				);
				assert.deepEqual(entitlementsOf(of, wanted), found);
			}
		});
	});

	it('the formations that include a system, each once', () => {
		holds((of) => {
			for (const wanted of NAMES) {
				const found = [...of.formations.values()].filter(({ systems }) => systems.includes(wanted));
				assert.deepEqual(formationsOf(of, wanted), found);
			}
		});
	});

	it('R-TOK-9: the open tokens of a type, without that of the system that gets a new one', () => {
		holds((of) => {
			// One open token less than the limit, the limit, and one more.
			for (const count of [OPEN_TOKENS_LIMIT - 1, OPEN_TOKENS_LIMIT, OPEN_TOKENS_LIMIT + 1]) {
				const full = { ...of, systems: new Map([...MANY.slice(0, count - of.systems.size), ...of.systems]) };
				const open = [...full.systems.values()].filter(
					(record) => record.type === S4 && hasUnusedToken(record),
				);
				for (const except of [undefined, ...NAMES]) {
					const others = open.filter((record) => record.name !== except);
					assert.equal(
						checkOpenTokens(full, S4, except) === undefined,
						others.length < OPEN_TOKENS_LIMIT,
						`${others.length} without ${except}`,
					);
				}
			}
		}, 25);
	});

	it('R-FOR-11: the types that a formation still needs', () => {
		holds((of) => {
			for (const record of of.formations.values()) {
				const present = record.systems.map((member) => of.systems.get(member)?.type);
				const { limits } = FORMATION_TYPES.find(({ label }) => label === record.type) ?? { limits: [] };
				assert.deepEqual(
					missingMembers(of, record),
					limits.filter((one) => one.isRequired && !present.includes(one.type)).map((one) => one.type),
				);
			}
		});
	});

	it('R-FOR-2, DEC-18: whether a system may be in a formation beside the others', () => {
		holds((of) => {
			for (const record of of.formations.values()) {
				const rule = FORMATION_TYPES.find(({ label }) => label === record.type);
				assert(rule);
				for (const member of of.systems.values()) {
					const limit: MemberLimit | undefined = rule.limits.find((one) => one.type === member.type);
					const others = [...of.formations.values()].filter(
						(other) => other.name !== record.name && other.systems.includes(member.name),
					);
					const isBroken: boolean | undefined =
						(limit?.isSingle &&
							record.systems.some(
								(other) => other !== member.name && of.systems.get(other)?.type === member.type,
							)) ||
						((rule.isExclusive || limit?.isExclusive) &&
							others.some((other) => other.type === record.type)) ||
						(rule.follows !== undefined && !others.some((other) => other.type === rule.follows));
					const code = checkMembership(of, record, member)?.code;
					if (code !== 'formation-member-not-allowed') {
						assert.equal(code, isBroken ? 'formation-rule-broken' : undefined);
					}
				}
				assert.deepEqual(
					allowedMembers(of, record),
					[...of.systems.values()].filter(
						(one) => !record.systems.includes(one.name) && !checkMembership(of, record, one),
					),
				);
			}
		});
	});
});
