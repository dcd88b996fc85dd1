import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isInstant } from '../model/instant.ts';
import { DISCOVERIES, EXTENSION_STATUSES, MODES, SYSTEM_ROLES, SYSTEM_STATUSES } from '../model/landscape.ts';

/** The version of the file format that this VS Code extension writes. */
export const VERSION = 1;

/** What messages call a value: its key, or localized words. */
type Called = string | (() => string);
const said = (what: Called) => (typeof what === 'string' ? what : what());

const text = (what: Called) => v.string(() => l10n.t`Invalid value for ${said(what)}. Use text in quotes.`);
const filled = (what: Called) =>
	v.pipe(
		text(what),
		v.nonEmpty(() => l10n.t`${said(what)} can't be empty.`),
	);
const instant = (what: string) =>
	v.pipe(
		text(what),
		v.check(
			isInstant,
			() =>
				l10n.t`Invalid value for ${what}. Use a UTC time in whole seconds, such as "2026-11-20T10:00:00Z".`,
		),
	);
const oneOf = <const Options extends readonly string[]>(what: string, options: Options) =>
	v.picklist(options, () => l10n.t`Invalid value for ${what}. Use one of these: ${options.join(', ')}.`);

/** Text that a record may have. */
const fact = (what: string) => v.optional(text(what));

/** `systems.<name>.token` */
const TokenRecord = v.looseObject(
	{
		issuedAt: v.optional(instant('issuedAt')),
		expiresAt: instant('expiresAt'),
		scenarioGroups: v.optional(
			v.array(
				filled(() => l10n.t('A scenario group')),
				() => l10n.t('Invalid value for scenarioGroups. Use a list of groups.'),
			),
		),
		fingerprint: v.optional(
			v.pipe(
				text('fingerprint'),
				v.regex(/^sha256:[0-9a-f]{64}$/, () =>
					l10n.t('Invalid value for fingerprint. Use sha256: and 64 lowercase hexadecimal digits.'),
				),
			),
		),
		usedAt: v.optional(instant('usedAt')),
	},
	() => l10n.t('A token must have keys and values.'),
);

/** `systems.<name>` */
export const SystemRecord = v.looseObject(
	{
		type: filled('type'),
		status: oneOf('status', SYSTEM_STATUSES),
		recordedAt: v.optional(instant('recordedAt')),
		url: fact('url'),
		role: v.optional(oneOf('role', SYSTEM_ROLES)),
		discovery: v.optional(oneOf('discovery', DISCOVERIES)),
		owner: fact('owner'),
		note: fact('note'),
		pairedTenant: v.optional(filled('pairedTenant')),
		token: v.nullish(TokenRecord),
	},
	() => l10n.t('A system must have keys and values.'),
);

/** `tenants.<host>.extensions.<system>` */
export const ExtensionRecord = v.looseObject(
	{
		status: oneOf('status', EXTENSION_STATUSES),
		recordedAt: v.optional(instant('recordedAt')),
		description: fact('description'),
		changedAt: v.optional(instant('changedAt')),
	},
	() => l10n.t('An extension must have keys and values.'),
);

/** `tenants.<host>` without its extensions: their keys are names, which need a map. */
export const TenantRecord = v.looseObject(
	{ type: filled('type'), role: v.optional(oneOf('role', SYSTEM_ROLES)), note: fact('note') },
	() => l10n.t('A tenant must have keys and values.'),
);

const EntitlementRecord = v.looseObject(
	{
		service: filled('service'),
		plan: filled('plan'),
		system: filled('system'),
		amount: v.optional(
			v.pipe(
				v.number(() => l10n.t('Invalid value for amount. Use a number.')),
				v.integer(() => l10n.t('Invalid value for amount. Use a whole number.')),
				v.minValue(1, () => l10n.t('Invalid value for amount. Use 1 or more.')),
			),
			1,
		),
		recordedAt: v.optional(instant('recordedAt')),
	},
	() => l10n.t('An entitlement must have keys and values.'),
);

const NO_SUBACCOUNT = () => l10n.t('A subaccount must have keys and values, or be empty.');

/** The keys of `subaccounts.<name>`. */
export const SubaccountKeys = v.looseObject(
	{
		subdomain: fact('subdomain'),
		region: fact('region'),
		production: v.optional(v.boolean(() => l10n.t('Invalid value for production. Use true or false.'))),
		note: fact('note'),
		entitlements: v.optional(
			v.nullish(
				v.array(EntitlementRecord, () => l10n.t('Invalid value for entitlements. Use a list.')),
				() => [],
			),
			() => [],
		),
	},
	NO_SUBACCOUNT,
);

/** `subaccounts.<name>`; one without entitlements may be empty. Without the check, a list would pass as a record without keys. */
export const SubaccountRecord = v.pipe(
	v.unknown(),
	v.check((value) => !Array.isArray(value), NO_SUBACCOUNT),
	SubaccountKeys,
);

/** `formations.<name>` */
export const FormationRecord = v.looseObject(
	{
		type: filled('type'),
		systems: v.optional(
			v.nullish(
				v.array(
					filled(() => l10n.t('A system')),
					() => l10n.t('Invalid value for systems. Use a list of names.'),
				),
				() => [],
			),
			() => [],
		),
	},
	() => l10n.t('A formation must have keys and values.'),
);

/** The top of the file without its sections: their keys are names, which need a map. */
export const HeadRecord = v.looseObject(
	{
		version: v.pipe(
			v.number(() => l10n.t('Invalid value for version. Use a number.')),
			v.integer(() => l10n.t('Invalid value for version. Use a whole number.')),
			v.minValue(1, () => l10n.t('Invalid value for version. Use 1 or more.')),
		),
		globalAccount: filled('globalAccount'),
		mode: oneOf('mode', MODES),
		subdomain: fact('subdomain'),
		region: fact('region'),
	},
	() => l10n.t('A landscape must have keys and values.'),
);

const SECTION_KEYS = ['systems', 'tenants', 'subaccounts', 'formations'];

/** The keys that the format knows, by the kind of record: other keys are kept and reported as information. */
export const KNOWN_KEYS = {
	landscape: new Set([...Object.keys(HeadRecord.entries), ...SECTION_KEYS]),
	system: new Set(Object.keys(SystemRecord.entries)),
	token: new Set(Object.keys(TokenRecord.entries)),
	tenant: new Set([...Object.keys(TenantRecord.entries), 'extensions']),
	extension: new Set(Object.keys(ExtensionRecord.entries)),
	subaccount: new Set(Object.keys(SubaccountKeys.entries)),
	entitlement: new Set(Object.keys(EntitlementRecord.entries)),
	formation: new Set(Object.keys(FormationRecord.entries)),
} as const;
export type RecordKind = keyof typeof KNOWN_KEYS;
