import fc from 'fast-check';
import { EXTENSION_STATUSES, MODES, SYSTEM_STATUSES } from '../../../src/model/landscape.ts';

/** A value as JSON has it; a document that is one is YAML, too. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const name = fc.constantFrom(
	'DEV',
	'SAP S/4HANA DEV System',
	'__proto__',
	'constructor',
	'1',
	'',
	'ä',
	'null',
);
const filled = fc.constantFrom('SAP S/4HANA Cloud', 'Joule', 'own type', 'x', ' ', '0', 'yes');
const instant = fc
	.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
	.map((date) => `${date.toISOString().slice(0, 19)}Z`);
const fingerprint = fc
	.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
	.map((digits) => `sha256:${digits.join('')}`);
const unknown: fc.Arbitrary<Json> = fc.constantFrom<Json>(null, 1, 'x', [1], { type: 1 }, false);

/** A record with some of the optional keys, and now and then one that the format does not know. */
function record(
	required: Record<string, fc.Arbitrary<Json>>,
	optional: Record<string, fc.Arbitrary<Json>> = {},
): fc.Arbitrary<Json> {
	const model = { ...required, ...optional, extra: unknown, proto: unknown };
	return fc
		.record(model, { requiredKeys: Object.keys(required) as 'extra'[] })
		.map(({ proto, ...rest }) =>
			proto === undefined ? rest : Object.fromEntries([...Object.entries(rest), ['__proto__', proto]]),
		) as fc.Arbitrary<Json>;
}

const mapOf = (entry: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
	fc.oneof(
		{ weight: 1, arbitrary: fc.constant(null) },
		{
			weight: 6,
			arbitrary: fc
				.uniqueArray(fc.tuple(name, entry), { selector: ([key]) => key, minLength: 1, maxLength: 3 })
				.map((entries) => Object.fromEntries(entries)),
		},
	);

const token = record(
	{ expiresAt: instant },
	{ issuedAt: instant, scenarioGroups: fc.array(filled, { maxLength: 2 }), fingerprint, usedAt: instant },
);
const system = record(
	{ type: filled, status: fc.constantFrom(...SYSTEM_STATUSES) },
	{ token: fc.oneof(token, fc.constant(null)) },
);
const extension = record(
	{ status: fc.constantFrom(...EXTENSION_STATUSES) },
	{ description: fc.constantFrom('', 'x'), changedAt: instant },
);
const tenant = record({ type: filled }, { extensions: mapOf(extension) });
const entitlement = record(
	{ service: filled, plan: filled, system: filled },
	{ amount: fc.constantFrom(1, 2, 1000) },
);
const subaccount = fc.oneof(
	{ weight: 1, arbitrary: fc.constant(null) },
	{
		weight: 4,
		arbitrary: record(
			{},
			{ entitlements: fc.oneof(fc.constant(null), fc.array(entitlement, { maxLength: 3 })) },
		),
	},
);
const formation = record(
	{ type: filled },
	{ systems: fc.oneof(fc.constant(null), fc.array(filled, { maxLength: 3 })) },
);

/** Documents that hold to the format. */
export const validDocument: fc.Arbitrary<Json> = record(
	{ version: fc.constant(1), globalAccount: filled, mode: fc.constantFrom(...MODES) },
	{
		systems: mapOf(system),
		tenants: mapOf(tenant),
		subaccounts: mapOf(subaccount),
		formations: mapOf(formation),
	},
);

/** What comes in the place of a value: of every type, and nearly right. */
const INSTEAD: readonly Json[] = [
	null,
	true,
	0,
	1,
	1.5,
	-1,
	1e21,
	'',
	' ',
	'1',
	'registered',
	'Registered',
	'enabled',
	'practice',
	'2026-02-28T23:59:59Z',
	'2026-02-29T00:00:00Z',
	'2028-02-29T00:00:00Z',
	'2100-02-29T00:00:00Z',
	'2026-04-31T00:00:00Z',
	'2026-11-20T24:00:00Z',
	'2026-11-20T10:00:00.000Z',
	'2026-11-20T10:00:00+00:00',
	'2026-11-20',
	'2026-11-20T10:00:00Z\n',
	`sha256:${'a'.repeat(64)}`,
	`sha256:${'A'.repeat(64)}`,
	`sha256:${'a'.repeat(63)}`,
	`sha256:${'a'.repeat(65)}`,
	[],
	[''],
	['x'],
	[1],
	[null],
	{},
	{ type: 'x' },
	{ x: null },
];

/** A change of a document: at which of its values (wrapped around), and what becomes of it. */
const change = fc.record({
	at: fc.nat(1000),
	what: fc.oneof(
		fc.constant({ kind: 'remove' as const }),
		fc.constantFrom(...INSTEAD).map((value) => ({ kind: 'replace' as const, value })),
		fc
			.tuple(
				fc.constantFrom('extra', '__proto__', 'toString', 'status', 'type', ''),
				fc.constantFrom(...INSTEAD),
			)
			.map(([key, value]) => ({ kind: 'add' as const, key, value })),
	),
});

/** Documents with up to three changes, which may break the format or not. */
export const changedDocument: fc.Arbitrary<Json> = fc
	.tuple(validDocument, fc.array(change, { minLength: 1, maxLength: 3 }))
	.map(([document, changes]) => {
		const holder: { root: Json } = { root: structuredClone(document) };
		for (const { at, what } of changes) {
			const places = placesIn(holder);
			const place = places[at % places.length];
			if (place) {
				applyAt(place, what);
			}
		}
		return holder.root;
	});

type Change =
	| { kind: 'remove' }
	| { kind: 'replace'; value: Json }
	| { kind: 'add'; key: string; value: Json };
type Place = readonly [parent: Record<string, Json> | Json[], key: string];

function applyAt([parent, key]: Place, what: Change): void {
	const value = Object.getOwnPropertyDescriptor(parent, key)?.value as Json;
	if (what.kind === 'add') {
		if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
			define(value, what.key, what.value);
		}
	} else if (what.kind === 'replace') {
		define(parent, key, what.value);
	} else if (Array.isArray(parent)) {
		parent.splice(Number(key), 1);
	} else if (key !== 'root') {
		delete parent[key];
	}
}

/** Every value of a document by its parent and key. */
function placesIn(holder: { root: Json }): Place[] {
	const places: Place[] = [];
	const visit = (parent: Record<string, Json> | Json[]) => {
		for (const [key, value] of Object.entries(parent)) {
			places.push([parent, key]);
			if (value !== null && typeof value === 'object') {
				visit(value);
			}
		}
	};
	visit(holder);
	return places;
}

/** Sets an own key, whatever its name. */
function define(target: object, key: string, value: Json): void {
	Object.defineProperty(target, key, {
		value: structuredClone(value),
		configurable: true,
		enumerable: true,
		writable: true,
	});
}
