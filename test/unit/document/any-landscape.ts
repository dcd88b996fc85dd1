import fc from 'fast-check';
import { type Change, removeRecord, SECTIONS, type Section } from '../../../src/model/change.ts';
import { fromMillis } from '../../../src/model/instant.ts';
import {
	DISCOVERIES,
	EXTENSION_STATUSES,
	type Landscape,
	newLandscape,
	type Subaccount,
	SYSTEM_ROLES,
	SYSTEM_STATUSES,
	type System,
	type Tenant,
	type Token,
} from '../../../src/model/landscape.ts';
import { fingerprint } from '../factories.ts';

/** Names and values that YAML could take for something else. */
const NAMES = [
	...['A', 'B', 'C', 'D', 'DEV', 'a b'],
	...['__proto__', 'yes', '1', '12', '- a', 'a: b', 'a #b', "it's", '"q"', '{x}', '*a'],
];
const name = fc.oneof(
	fc.constantFrom(...NAMES),
	fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== ''),
);
const host = fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example');
export const time = fc
	.integer({ min: 1_700_000_000, max: 1_900_000_000 })
	.map((seconds) => fromMillis(seconds * 1000));
const exact = { noNullPrototype: true } as const;
const group = fc.constantFrom(
	'All Communication Scenarios',
	'Integration with SAP Start',
	'x, y',
	'z: z',
	'Q',
);
const token: fc.Arbitrary<Token> = fc.record(
	{
		issuedAt: time,
		expiresAt: time,
		scenarioGroups: fc.uniqueArray(group, { minLength: 1, maxLength: 3 }),
		fingerprint: fc.integer({ min: 0, max: 9 }).map(fingerprint),
		usedAt: time,
	},
	{ requiredKeys: ['expiresAt'], ...exact },
);
const words = fc.oneof(fc.constantFrom('', 'yes', '12', '- a', '# b'), fc.string({ maxLength: 12 }));
const role = fc.constantFrom(...SYSTEM_ROLES);
export const system: fc.Arbitrary<System> = fc.record(
	{
		name,
		type: fc.constantFrom('SAP S/4HANA Cloud', 'SAP Marketing Cloud', 'T, U'),
		status: fc.constantFrom(...SYSTEM_STATUSES),
		recordedAt: time,
		url: words,
		role,
		discovery: fc.constantFrom(...DISCOVERIES),
		owner: words,
		note: words,
		pairedTenant: host,
		token,
	},
	{ requiredKeys: ['name', 'type', 'status'], ...exact },
);
const extension = fc.record(
	{
		system: name,
		status: fc.constantFrom(...EXTENSION_STATUSES),
		recordedAt: time,
		description: fc.oneof(
			fc.constantFrom('', 'plain', 'two\nlines', 'ends with a line\n', '# no', 'a, b', ' blanks '),
			fc.string({ maxLength: 60 }),
		),
		changedAt: time,
	},
	{ requiredKeys: ['system', 'status'], ...exact },
);
const tenant: fc.Arbitrary<Tenant> = fc
	.tuple(
		host,
		fc.record({ role, note: words }, { requiredKeys: [], ...exact }),
		fc.uniqueArray(extension, { maxLength: 3, selector: (entry) => entry.system }),
	)
	.map(([of, facts, extensions]) => ({
		host: of,
		type: 'SAP S/4HANA Cloud',
		...facts,
		extensions: new Map(extensions.map((entry) => [entry.system, entry])),
	}));
const entitlement = fc.record(
	{
		service: fc.constantFrom('s4-hana-cloud', 'other'),
		plan: fc.constantFrom('api-access', 'messaging'),
		system: name,
		amount: fc.integer({ min: 1, max: 3 }),
		recordedAt: time,
	},
	{ requiredKeys: ['service', 'plan', 'system', 'amount'], ...exact },
);
export const subaccount: fc.Arbitrary<Subaccount> = fc.record(
	{
		name,
		subdomain: words,
		region: words,
		production: fc.boolean(),
		note: words,
		entitlements: fc.array(entitlement, { maxLength: 3 }),
	},
	{ requiredKeys: ['name', 'entitlements'], ...exact },
);
const formation = fc.record(
	{ name, type: fc.constantFrom('Side-by-Side', 'F'), systems: fc.uniqueArray(name, { maxLength: 3 }) },
	exact,
);

const filed = <Entry extends object>(arbitrary: fc.Arbitrary<Entry>, key: (entry: Entry) => string) =>
	fc
		.uniqueArray(arbitrary, { maxLength: 3, selector: key })
		.map((entries) => new Map(entries.map((entry) => [key(entry), entry])));
export const anyLandscape: fc.Arbitrary<Landscape> = fc
	.record(
		{
			systems: filed(system, (entry) => entry.name),
			tenants: filed(tenant, (entry) => entry.host),
			subaccounts: filed(subaccount, (entry) => entry.name),
			formations: filed(formation, (entry) => entry.name),
		},
		exact,
	)
	.map((sections) => ({ ...newLandscape('Acme', 'practice'), ...sections }));

/** A change to a record that a landscape has, its removal, or a new one. */
export function anyChange(of: Landscape): fc.Arbitrary<Change> {
	const put = <Entry>(
		section: Section,
		fresh: fc.Arbitrary<Entry>,
		existing: Iterable<Entry>,
		alter: (old: Entry) => fc.Arbitrary<Entry>,
	): fc.Arbitrary<Change>[] => [
		fresh.map((record) => ({ kind: 'put', section, record }) as unknown as Change),
		...[...existing].map((old) =>
			alter(old).map((record) => ({ kind: 'put', section, record }) as unknown as Change),
		),
	];
	const removals = SECTIONS.flatMap((section) =>
		[...of[section].keys()].map((key): Change => removeRecord(section, key)),
	);
	/** Some of the old ones, in their order or another, and some new ones. */
	const list = <Entry>(old: readonly Entry[], fresh: fc.Arbitrary<Entry>) =>
		fc
			.tuple(
				fc.oneof({ weight: 4, arbitrary: fc.subarray([...old]) }, fc.shuffledSubarray([...old])),
				fc.array(fresh, { maxLength: 2 }),
			)
			.map(([kept, more]) => [...kept, ...more]);
	return fc.oneof(
		...put('systems', system, of.systems.values(), (old) =>
			fc.oneof(
				system.map((next) => ({ ...next, name: old.name })),
				fc.constantFrom(...SYSTEM_STATUSES).map((status) => ({ ...old, status })),
				time.map((usedAt) => ({ ...old, ...(old.token ? { token: { ...old.token, usedAt } } : {}) })),
			),
		),
		...put('tenants', tenant, of.tenants.values(), (old) =>
			fc
				.tuple(fc.subarray([...old.extensions.values()]), fc.array(extension, { maxLength: 1 }))
				.map((lists) => ({
					...old,
					extensions: new Map(lists.flat().map((entry) => [entry.system, entry])),
				})),
		),
		...put('subaccounts', subaccount, of.subaccounts.values(), (old) =>
			list(old.entitlements, entitlement).map((entitlements) => ({ ...old, entitlements })),
		),
		...put('formations', formation, of.formations.values(), (old) =>
			list(old.systems, name).map((systems) => ({ ...old, systems: [...new Set(systems)] })),
		),
		...(removals.length > 0 ? [fc.constantFrom(...removals), fc.constantFrom(...removals)] : []),
	);
}

/** A text as YAML, plain where that says the same and is wanted, else between single quotes where that is wanted. */
export function quoted(text: string, isPlainWanted: boolean, isSingleWanted: boolean): string {
	const isPlain =
		/^[A-Za-z][\w./]*(?: [\w./]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
	if (isPlain && isPlainWanted) {
		return text;
	}
	return isSingleWanted && /^[\x20-\x7e]+$/.test(text)
		? `'${text.replaceAll("'", "''")}'`
		: JSON.stringify(text).replace(
				/[\u2028\u2029\u0085\ufeff\u007f-\u009f]/g,
				(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
			);
}
