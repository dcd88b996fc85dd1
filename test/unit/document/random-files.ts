import fc from 'fast-check';
import { type Change, putSubaccount, putSystem, putTenant } from '../../../src/model/change.ts';
import { fromMillis } from '../../../src/model/instant.ts';
import {
	EXTENSION_STATUSES,
	SYSTEM_STATUSES,
	type System,
	type Tenant,
	type Token,
} from '../../../src/model/landscape.ts';
import { fingerprint } from '../factories.ts';

// --- random records

const name = fc.oneof(
	fc.constantFrom('A', 'B', 'C', 'D', '__proto__', 'yes', '1', '- a', 'a: b', 'a #b', "it's", '"q"', '{x}'),
	fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== ''),
);
const host = fc.constantFrom('a.example', 'b.example', 'c.example');
export const time = fc
	.integer({ min: 1_700_000_000, max: 1_900_000_000 })
	.map((seconds) => fromMillis(seconds * 1000));
const group = fc.constantFrom('All Communication Scenarios', 'Integration with SAP Start', 'x, y', 'z: z');
const token: fc.Arbitrary<Token> = fc.record(
	{
		issuedAt: time,
		expiresAt: time,
		scenarioGroups: fc.uniqueArray(group, { minLength: 1, maxLength: 3 }),
		fingerprint: fc.integer({ min: 0, max: 9 }).map(fingerprint),
		usedAt: time,
	},
	{ requiredKeys: ['expiresAt'], noNullPrototype: true },
);
export const system: fc.Arbitrary<System> = fc.record(
	{
		name,
		type: fc.constantFrom('SAP S/4HANA Cloud', 'SAP Marketing Cloud', 'T, U'),
		status: fc.constantFrom(...SYSTEM_STATUSES),
		token,
	},
	{ requiredKeys: ['name', 'type', 'status'], noNullPrototype: true },
);
const extension = fc.record(
	{
		system: name,
		status: fc.constantFrom(...EXTENSION_STATUSES),
		description: fc.oneof(
			fc.constantFrom('', 'plain', 'two\nlines', '# no', 'a, b'),
			fc.string({ maxLength: 60 }),
		),
		changedAt: time,
	},
	{ requiredKeys: ['system', 'status'], noNullPrototype: true },
);
const tenant: fc.Arbitrary<Tenant> = fc
	.tuple(host, fc.array(extension, { maxLength: 3 }))
	.map(([of, extensions]) => ({
		host: of,
		type: 'SAP S/4HANA Cloud',
		extensions: new Map(extensions.map((entry) => [entry.system, entry])),
	}));
const entitlement = fc.record(
	{
		service: fc.constant('s4-hana-cloud'),
		plan: fc.constantFrom('api-access', 'messaging'),
		system: name,
		amount: fc.integer({ min: 1, max: 3 }),
	},
	{ noNullPrototype: true },
);
export const subaccount = fc.record(
	{ name, entitlements: fc.array(entitlement, { maxLength: 3 }) },
	{ noNullPrototype: true },
);

// --- random files in the styles that people write

interface Style {
	readonly step: number;
	readonly quote: '' | "'" | '"';
	readonly listIndent: boolean;
	readonly lineBreak: '\n' | '\r\n';
	readonly mark: boolean;
	readonly finalBreak: boolean;
	readonly trailing: boolean;
	readonly flowTokens: boolean;
	/** One decision per line: nothing, a blank line, a comment line above it. */
	readonly above: readonly number[];
}
const style: fc.Arbitrary<Style> = fc.record({
	step: fc.constantFrom(2, 3, 4),
	quote: fc.constantFrom('' as const, "'" as const, '"' as const),
	listIndent: fc.boolean(),
	lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
	mark: fc.boolean(),
	finalBreak: fc.boolean(),
	trailing: fc.boolean(),
	flowTokens: fc.boolean(),
	above: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 60, maxLength: 60 }),
});

/** A scalar as a person would quote it, where that is possible. */
function scalar(text: string, quote: Style['quote']): string {
	const isPlain =
		/^[A-Za-z][\w./]*(?: [\w./]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
	if (quote === "'" && /^[\x20-\x7e]+$/.test(text)) {
		return `'${text.replaceAll("'", "''")}'`;
	}
	return quote === '' && isPlain ? text : JSON.stringify(text);
}

export interface Records {
	readonly systems: readonly System[];
	readonly tenants: readonly Tenant[];
	readonly subaccounts: readonly (typeof subaccount extends fc.Arbitrary<infer Entry> ? Entry : never)[];
}

/** The text of a landscape, hand-styled, with a numbered comment in many places. */
function write({ systems, tenants, subaccounts }: Records, of: Style): string {
	const lines: string[] = [];
	let comments = 0;
	const put = (depth: number, text: string, extra = 0) => {
		const blanks = ' '.repeat(depth * of.step + extra);
		const above = of.above[lines.length % of.above.length];
		if (above === 1) {
			lines.push('');
		} else if (above === 2 && lines.length > 0) {
			lines.push(`${blanks}# comment ${comments++}.`);
		}
		lines.push(`${blanks}${text}${of.trailing ? `   # trailing ${comments++}.` : ''}`);
	};
	const q = (text: string) => scalar(text, of.quote);
	const pair = (depth: number, key: string, value: string | undefined) => {
		if (value !== undefined) {
			put(depth, `${key}: ${q(value)}`);
		}
	};
	put(0, 'version: 1');
	put(0, 'globalAccount: Acme');
	put(0, 'mode: practice');
	put(0, 'systems:');
	for (const record of systems) {
		put(1, `${q(record.name)}:`);
		pair(2, 'type', record.type);
		put(2, 'owner: team-a');
		pair(2, 'status', record.status);
		if (record.token && of.flowTokens) {
			const fields = Object.entries(record.token).map(
				([key, value]) =>
					`${key}: ${typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value)}`,
			);
			put(2, `token: { ${fields.join(', ')} }`);
		} else if (record.token) {
			put(2, 'token:');
			pair(3, 'expiresAt', record.token.expiresAt);
			pair(3, 'issuedAt', record.token.issuedAt);
			if (record.token.scenarioGroups) {
				put(3, 'scenarioGroups:');
				for (const label of record.token.scenarioGroups) {
					put(3, `- ${q(label)}`, of.listIndent ? of.step : 0);
				}
			}
			pair(3, 'fingerprint', record.token.fingerprint);
			pair(3, 'usedAt', record.token.usedAt);
		}
	}
	put(0, 'tenants:');
	for (const record of tenants) {
		put(1, `${record.host}:`);
		pair(2, 'type', record.type);
		if (record.extensions.size > 0) {
			put(2, 'extensions:');
		}
		for (const entry of record.extensions.values()) {
			put(3, `${q(entry.system)}:`);
			pair(4, 'status', entry.status);
			pair(4, 'description', entry.description);
			pair(4, 'changedAt', entry.changedAt);
		}
	}
	put(0, 'subaccounts:');
	for (const record of subaccounts) {
		put(1, `${q(record.name)}:`);
		if (record.entitlements.length > 0) {
			put(2, 'entitlements:');
		}
		for (const { service, plan, system: of_, amount } of record.entitlements) {
			const extra = of.listIndent ? of.step : 0;
			put(2, `- service: ${q(service)}`, extra);
			put(2, `  plan: ${q(plan)}`, extra);
			put(2, `  system: ${q(of_)}`, extra);
			put(2, `  amount: ${amount}`, extra);
		}
	}
	put(0, 'x-notes: the end');
	return `${of.mark ? '\uFEFF' : ''}${lines.join(of.lineBreak)}${of.finalBreak ? of.lineBreak : ''}`;
}

const uniqueBy = <Entry>(arbitrary: fc.Arbitrary<Entry>, key: (entry: Entry) => string) =>
	fc.uniqueArray(arbitrary, { maxLength: 3, selector: key });
export const file = fc
	.tuple(
		fc.record({
			systems: uniqueBy(system, (entry) => entry.name),
			tenants: uniqueBy(tenant, (entry) => entry.host),
			subaccounts: uniqueBy(subaccount, (entry) => entry.name),
		}),
		style,
	)
	.map(([records, of]) => ({ records, text: write(records, of) }));

/** A change to one record that a file has, or a new one. */
export function changeTo(records: Records): fc.Arbitrary<Change> {
	const existing: Change[] = [
		...records.systems.map((entry): Change => ({ kind: 'remove', section: 'systems', name: entry.name })),
		...records.tenants.map((entry): Change => ({ kind: 'remove', section: 'tenants', name: entry.host })),
		...records.subaccounts.map(
			(entry): Change => ({ kind: 'remove', section: 'subaccounts', name: entry.name }),
		),
	];
	const again = records.systems.map((entry) =>
		system.map((next) => putSystem({ ...next, name: entry.name })),
	);
	const entitled = records.subaccounts.map((entry) =>
		fc
			.tuple(fc.array(entitlement, { minLength: 1, maxLength: 2 }), fc.boolean())
			.map(([more, keep]) =>
				putSubaccount({ ...entry, entitlements: [...(keep ? entry.entitlements : []), ...more] }),
			),
	);
	const extended = records.tenants.map((entry) =>
		extension.map((next) =>
			putTenant({ ...entry, extensions: new Map(entry.extensions).set(next.system, next) }),
		),
	);
	return fc.oneof(
		system.map(putSystem),
		tenant.map(putTenant),
		subaccount.map(putSubaccount),
		...again,
		...entitled,
		...extended,
		...(existing.length > 0 ? [fc.constantFrom(...existing)] : []),
	);
}
/** The numbered comments of a random file. */
export const comments = (text: string) => text.match(/# (?:comment|trailing) \d+\./g) ?? [];
