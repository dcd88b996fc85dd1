import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
	ExtensionRecord,
	FormationRecord,
	HeadRecord,
	type RecordKind,
	SubaccountKeys,
	SystemRecord,
	TenantRecord,
	VERSION,
} from '../src/document/schema.ts';
import { isInstant } from '../src/model/instant.ts';
import {
	type Description,
	DISCOVERY_VALUES,
	EXTENSION_STATUS_VALUES,
	ITEMS,
	KEYS,
	MODE_VALUES,
	RECORDS,
	ROLE_VALUES,
	SYSTEM_STATUS_VALUES,
} from './descriptions.ts';
import { SNIPPETS } from './snippets.ts';
import { linksTo } from './sources.ts';
import {
	ALL_SYSTEM_TYPES,
	FORMATION_TYPE_NAMES,
	GROUPS,
	PLAN_NAMES,
	SERVICE_NAMES,
	TENANT_TYPES,
	type Vocabulary,
} from './vocabularies.ts';

/** A JSON schema, draft-07, as far as this one uses it. */
export interface JsonSchema {
	type?: string | string[];
	enum?: unknown[];
	anyOf?: JsonSchema[];
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	additionalProperties?: JsonSchema;
	propertyNames?: JsonSchema;
	description?: string;
	[keyword: string]: unknown;
}

/** Where the names of entries can be defined and referred to. */
type Section = 'systems' | 'tenants' | 'subaccounts' | 'formations';

const DIALECT = 'http://json-schema.org/draft-07/schema#';

/** Exactly what `isInstant` takes: the Gregorian calendar, from year 0 to 9999. */
export const INSTANT_PATTERN = (() => {
	const day28 = '(?:0[1-9]|1\\d|2[0-8])';
	const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
	const date = `\\d{4}-(?:(?:0[1-9]|1[0-2])-${day28}|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`;
	return `^(?:${date}|${leapYear}-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$`;
})();

/** The known values of a key; `open` if the decoder accepts others, too. */
const VALUES: Readonly<Record<string, { readonly values: Vocabulary; readonly open: boolean }>> = {
	'landscape.mode': { values: new Map(Object.entries(MODE_VALUES)), open: false },
	'system.type': { values: ALL_SYSTEM_TYPES, open: true },
	'system.status': { values: new Map(Object.entries(SYSTEM_STATUS_VALUES)), open: false },
	'system.role': { values: new Map(Object.entries(ROLE_VALUES)), open: false },
	'system.discovery': { values: new Map(Object.entries(DISCOVERY_VALUES)), open: false },
	'token.scenarioGroups': { values: GROUPS, open: true },
	'tenant.type': { values: TENANT_TYPES, open: true },
	'tenant.role': { values: new Map(Object.entries(ROLE_VALUES)), open: false },
	'extension.status': { values: new Map(Object.entries(EXTENSION_STATUS_VALUES)), open: false },
	'entitlement.service': { values: SERVICE_NAMES, open: true },
	'entitlement.plan': { values: PLAN_NAMES, open: true },
	'formation.type': { values: FORMATION_TYPE_NAMES, open: true },
};

/** The keys whose text, or whose list's texts, are names of entries. */
const REFERENCES: Readonly<Record<string, Section>> = {
	'system.pairedTenant': 'tenants',
	'entitlement.system': 'systems',
	'formation.systems': 'systems',
};

/** The records inside other records, by the path of their key. */
const NESTED: Readonly<Record<string, RecordKind>> = {
	'system.token': 'token',
	'subaccount.entitlements': 'entitlement',
};

/**
 * The JSON schema of a whole landscape file: the decoder's records, put into their sections, with what people
 * and editors should know of each key and value. It takes and refuses the same documents as `read`.
 */
export function landscapeSchema(): JsonSchema {
	const system = recordSchema(SystemRecord, 'system');
	const extension = recordSchema(ExtensionRecord, 'extension');
	const tenant = recordSchema(TenantRecord, 'tenant', {
		extensions: { ...mapOf(extension, ITEMS['formation.systems']), ...describe(KEYS.tenant.extensions) },
	});
	const subaccount = recordSchema(SubaccountKeys, 'subaccount');
	const formation = recordSchema(FormationRecord, 'formation');
	const head = recordSchema(HeadRecord, 'landscape', {
		systems: section('systems', system),
		tenants: section('tenants', tenant),
		// A subaccount without entitlements may be empty.
		subaccounts: section('subaccounts', nullable(subaccount)),
		formations: section('formations', formation),
	});
	Object.assign(head.properties?.version ?? {}, { default: VERSION });
	return { $schema: DIALECT, $id: 'urn:btp-system-landscape:schema:system-landscape', ...head };
}

/** A section of the file: its entries by name, or nothing. */
function section(name: Section, entry: JsonSchema): JsonSchema {
	const snippets = SNIPPETS[name];
	return {
		...mapOf(entry),
		...describe(KEYS.landscape[name]),
		'x-names': name,
		...(snippets && { defaultSnippets: snippets }),
	};
}

/** Entries by name; with what a name refers to, where it is not the entry's own. */
function mapOf(entry: JsonSchema, key?: Description): JsonSchema {
	return {
		type: ['object', 'null'],
		...(key && { propertyNames: { 'x-refers-to': 'systems', ...describe(key) } }),
		additionalProperties: entry,
	};
}

/** The decoder's record as JSON schema, with descriptions; `more` are the keys that the reader decodes itself. */
function recordSchema(
	record: v.GenericSchema,
	kind: RecordKind,
	more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
	const { $schema, ...schema } = toJsonSchema(record, {
		target: 'draft-07',
		typeMode: 'input',
		errorMode: 'throw',
		overrideAction: ({ valibotAction, jsonSchema }) => {
			const { requirement, message } = valibotAction as { requirement?: unknown; message?: unknown };
			const pattern = requirement === isInstant ? INSTANT_PATTERN : jsonSchema.pattern;
			// Without it, an editor would show the pattern.
			const words = typeof message === 'function' ? message() : message;
			return pattern ? { ...jsonSchema, pattern, patternErrorMessage: words } : undefined;
		},
	}) as JsonSchema;
	const described = describedRecord(schema, kind);
	return { ...described, properties: { ...described.properties, ...more } };
}

function describedRecord(schema: JsonSchema, kind: RecordKind): JsonSchema {
	const { properties = {}, required = [], ...rest } = schema;
	return {
		title: RECORDS[kind].title,
		...describe(RECORDS[kind]),
		...rest,
		...(required.length > 0 && { required }),
		properties: Object.fromEntries(
			Object.entries(properties).map(([key, value]) => [key, keySchema(value, kind, key)]),
		),
	};
}

function keySchema(schema: JsonSchema, kind: RecordKind, key: string): JsonSchema {
	const path = `${kind}.${key}`;
	const plain = withoutNullBranch(schema);
	const nested = NESTED[path];
	const description = describe(KEYS[kind][key]);
	if (plain.items) {
		const items = nested
			? describedRecord(plain.items, nested)
			: { ...withValues(plain.items, path), ...describe(ITEMS[path]) };
		const snippets = SNIPPETS[path];
		return { ...plain, items, ...description, ...(snippets && { defaultSnippets: snippets }) };
	}
	return { ...(nested ? describedRecord(plain, nested) : withValues(plain, path)), ...description };
}

/** A text with the values that are known for it, and the section whose names it takes. */
function withValues(schema: JsonSchema, path: string): JsonSchema {
	const known = VALUES[path];
	const refersTo = REFERENCES[path];
	const all = { ...schema, ...(refersTo && { 'x-refers-to': refersTo }) };
	if (!known) {
		return all;
	}
	const values = {
		enum: [...known.values.keys()],
		enumDescriptions: [...known.values.values()].map(({ text }) => text),
		markdownEnumDescriptions: [...known.values.values()].map(markdown),
	};
	if (known.open) {
		// Red Hat YAML heads its hover with the titles of all branches.
		return {
			...all,
			anyOf: [
				{ title: 'A known value', ...values },
				{ title: 'another text', type: 'string' },
			],
		};
	}
	if (String(schema.enum) !== String(values.enum)) {
		throw new Error(`The descriptions of ${path} are not in the order of the decoder's values.`);
	}
	return { ...all, ...values };
}

/** `anyOf: [X, null]` as one schema of two types: easier for editors, and the same. */
function withoutNullBranch({ anyOf, ...rest }: JsonSchema): JsonSchema {
	const [first, second] = anyOf ?? [];
	if (!anyOf || !first || second?.type !== 'null' || anyOf.length !== 2) {
		return anyOf ? { anyOf, ...rest } : rest;
	}
	return { ...nullable(first), ...rest };
}

function nullable(schema: JsonSchema): JsonSchema {
	if (typeof schema.type !== 'string' || schema.enum || schema.anyOf) {
		throw new Error('Only a schema of one type can be made nullable.');
	}
	return { ...schema, type: [schema.type, 'null'] };
}

function describe(description: Description | undefined): JsonSchema {
	return description ? { description: description.text, markdownDescription: markdown(description) } : {};
}

function markdown({ text, source = '' }: Description): string {
	const links = linksTo(source);
	return links ? `${text}\n\n${links}` : text;
}
