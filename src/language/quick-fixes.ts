import * as l10n from '@vscode/l10n';
import { isScalar } from 'yaml';
import { edit, type TextEdit } from '../document/edit.ts';
import { keyText } from '../document/nodes.ts';
import type { Reading } from '../document/read.ts';
import { renderFlow, renderScalar } from '../document/render.ts';
import { KNOWN_KEYS } from '../document/schema.ts';
import { columnOf, lineBreak } from '../document/text-positions.ts';
import { FORMATION_TYPES } from '../model/catalog/formation-types.ts';
import { type Change, putFormation, putSubaccount, putSystem, putTenant } from '../model/change.ts';
import { instantFrom } from '../model/instant.ts';
import { EXTENSION_STATUSES, MODES, SYSTEM_STATUSES, type System } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { nearest } from '../model/nearest.ts';
import { checkGetToken } from '../model/systems.ts';
import { usefulGroups } from '../model/tokens.ts';
import type { PlacedFinding } from './findings.ts';
import { kindAt, type Place, placeAt } from './places.ts';

/** A fix for a finding: edits of the text, or one of our commands (without its prefix) with its fields. */
export interface Fix {
	readonly title: string;
	readonly edits?: readonly TextEdit[];
	readonly command?: { readonly name: string; readonly fields: Readonly<Record<string, string>> };
}

interface Situation {
	readonly reading: Reading;
	readonly finding: PlacedFinding;
	readonly place: Place | undefined;
	/** The path of the finding, its steps as texts. */
	readonly steps: readonly string[];
	readonly system: System | undefined;
}

type Mend = (situation: Situation) => Fix | undefined;

const run =
	(
		name: string,
		title: () => string,
		fields: (situation: Situation) => Record<string, string> = () => ({}),
	): Mend =>
	(situation) => ({ title: title(), command: { name, fields: fields(situation) } });

const byMeaning =
	(title: () => string, change: (situation: Situation) => Change | undefined): Mend =>
	(situation) => {
		const wanted = change(situation);
		const edited = wanted && edit(situation.reading, [wanted]);
		return edited?.ok ? { title: title(), edits: edited.edits } : undefined;
	};

const without = <Item>(items: readonly Item[], index: unknown) =>
	items.filter((_, at) => String(at) !== index);

/** Removes the entitlement, the member or the extension that a path leads to. */
const removeEntry = byMeaning(
	() => l10n.t('Remove this entry'),
	({ reading: { landscape }, steps: [section, name = '', , key] }) => {
		const subaccount = landscape.subaccounts.get(name);
		const formation = landscape.formations.get(name);
		const tenant = landscape.tenants.get(name);
		if (section === 'subaccounts' && subaccount) {
			return putSubaccount({ ...subaccount, entitlements: without(subaccount.entitlements, key) });
		}
		if (section === 'formations' && formation) {
			return putFormation({ ...formation, systems: without(formation.systems, key) });
		}
		return section === 'tenants' && tenant
			? putTenant({
					...tenant,
					extensions: new Map([...tenant.extensions].filter(([system]) => system !== key)),
				})
			: undefined;
	},
);

const groups = (title: () => string, useful: (groups: readonly string[]) => readonly string[]) =>
	byMeaning(title, ({ system }) => {
		if (!system?.token) {
			return undefined;
		}
		const { scenarioGroups = [], ...token } = system.token;
		const kept = useful(scenarioGroups);
		return putSystem({ ...system, token: kept.length > 0 ? { ...token, scenarioGroups: kept } : token });
	});

const getToken: Mend = ({ reading: { landscape }, system }) =>
	system && !checkGetToken(landscape, system.name)
		? { title: l10n.t('Get New Token'), command: { name: 'getToken', fields: { system: system.name } } }
		: undefined;

const noteUse = byMeaning(
	() => l10n.t('Mark the token as used'),
	({ reading: { landscape }, system, finding }) => {
		const usedAt = [...landscape.tenants.values()]
			.map(({ extensions }) => extensions.get(system?.name ?? ''))
			.find((extension) => extension?.changedAt)?.changedAt;
		return system?.token && usedAt && !system.token.usedAt && finding.instead === undefined
			? putSystem({ ...system, token: { ...system.token, usedAt } })
			: undefined;
	},
);

const dropToken = byMeaning(
	() => l10n.t('Remove the token'),
	({ system }) => {
		const { token: _, ...rest } = system ?? ({} as System);
		return system && putSystem(rest);
	},
);

/** Fixes by the code of the finding, the obvious one first; `change` comes first if the finding has the right value. */
export const FIXES: Readonly<Record<string, readonly Mend[]>> = {
	'entitlement-exists': [removeEntry],
	'extension-must-be-deleted-first': [removeEntry],
	'formation-incomplete': [
		run(
			'includeSystem',
			() => l10n.t('Include System'),
			({ steps: [, formation = ''] }) => ({ formation }),
		),
	],
	'formation-member-exists': [removeEntry],
	'formation-member-not-allowed': [removeEntry],
	'formation-rule-broken': [removeEntry],
	'key-missing': [addKey],
	'landscape-empty': [run('createLandscape', () => l10n.t('Create Landscape'))],
	'merge-conflict': [run('resolveMerge', () => l10n.t('Resolve Landscape Merge'))],
	'scenario-group-not-applicable': [
		groups(
			() => l10n.t('Remove the groups'),
			() => [],
		),
	],
	'scenario-group-redundant': [groups(() => l10n.t('Remove the redundant groups'), usefulGroups)],
	'scenario-group-required': [
		groups(
			() => l10n.t('Remove the empty list'),
			() => [],
		),
	],
	'status-contradicts-token': [noteUse, getToken],
	'subaccount-unused': [
		run(
			'addServicePlans',
			() => l10n.t('Add Service Plans'),
			({ steps: [, subaccount = ''] }) => ({ subaccount }),
		),
	],
	'system-not-registered': [removeEntry],
	'system-unknown': [
		removeEntry,
		run(
			'registerSystem',
			() => l10n.t('Register System'),
			({ place }) => ({ name: String((place?.node as { value?: unknown })?.value ?? '') }),
		),
	],
	'tenant-not-the-same': [removeEntry],
	'token-expired': [getToken],
	'token-expires-soon': [
		run(
			'copyToken',
			() => l10n.t('Copy Token'),
			({ steps: [, system = ''] }) => ({ system }),
		),
	],
	'token-in-file': [
		({ finding: { start, end } }) => ({
			title: l10n.t('Remove the text that looks like a token'),
			edits: [{ start, end, text: '' }],
		}),
	],
	'token-not-applicable': [dropToken],
	'token-shared': [getToken],
	'value-invalid': [correct],
};

/**
 * The fixes for a finding in its text, the obvious one first; none if nothing sensible helps.
 * Never throws. Edits of an unreadable text touch only what the finding is about.
 */
export function fixesOf(reading: Reading, finding: PlacedFinding): readonly Fix[] {
	const mends = Object.hasOwn(FIXES, finding.code) ? (FIXES[finding.code] ?? []) : [];
	const steps = (finding.path ?? []).map(String);
	const situation: Situation = {
		reading,
		finding,
		place: placeAt(reading.document?.contents, finding),
		steps,
		system: steps[0] === 'systems' ? reading.landscape.systems.get(steps[1] ?? '') : undefined,
	};
	return [change, ...mends].flatMap((mend) => mend(situation) ?? []);
}

/** Replaces the text with the right value, unless there is already a key with that name. */
function change({ reading, finding: { instead }, place }: Situation): Fix | undefined {
	const isTaken = place?.isKey && place.map?.items.some((pair) => keyText(pair) === instead);
	return instead === undefined || !place || isTaken ? undefined : put(reading, place, instead);
}

function put(
	reading: Reading,
	{ node, inFlow }: Place,
	value: string | number | readonly string[],
	title = l10n.t('Change to "{0}"', shorten(String(value))),
): Fix | undefined {
	const [start, end] = (node as { range?: readonly [number, number] } | null)?.range ?? [];
	if (
		start === undefined ||
		end === undefined ||
		!isScalar(node) ||
		reading.text.slice(start, end).includes('\n')
	) {
		return undefined;
	}
	const text =
		typeof value === 'object'
			? renderFlow(value)
			: renderScalar(value, typeof value === 'number' ? undefined : node, inFlow);
	// A space after a colon without a value.
	return { title, edits: [{ start, end, text: start === end ? ` ${text}` : text }] };
}

const TIMES = ['issuedAt', 'expiresAt', 'usedAt', 'changedAt'];

/** Corrects an invalid value if it's clear what was meant. */
function correct({ reading, place }: Situation): Fix | undefined {
	const key = place?.path.at(-1);
	const kind = place && kindAt(place.path.slice(0, -1));
	if (!place || !isScalar(place.node) || (typeof key === 'string' && !(kind && KNOWN_KEYS[kind].has(key)))) {
		return undefined;
	}
	const { value, source } = place.node;
	const said = typeof value === 'string' ? value : (source ?? '');
	if (key === 'version') {
		return put(reading, place, 1);
	}
	if (key === 'amount') {
		return Number.isFinite(Number(said))
			? put(reading, place, Math.max(1, Math.floor(Number(said))))
			: undefined;
	}
	const options = key === 'mode' ? MODES : kind === 'system' ? SYSTEM_STATUSES : EXTENSION_STATUSES;
	const meantValue =
		key === 'mode' || key === 'status'
			? nearest(said, options)
			: TIMES.includes(String(key))
				? instantFrom(said)
				: key === 'fingerprint' && /^sha256:[0-9a-f]{64}$/i.test(said)
					? said.toLowerCase()
					: undefined;
	if (meantValue !== undefined) {
		return put(reading, place, meantValue);
	}
	if (key === 'scenarioGroups' || (key === 'systems' && kind === 'formation')) {
		return (said && put(reading, place, [said], l10n.t('Change to a list'))) || undefined;
	}
	return (typeof value === 'number' || typeof value === 'boolean') &&
		!['token', 'entitlements', 'status', 'mode', ...TIMES].includes(String(key))
		? put(reading, place, said, l10n.t('Put it in quotes'))
		: undefined;
}

const USUAL: Readonly<Record<string, string | number>> = {
	version: 1,
	globalAccount: 'Global Account',
	mode: 'practice',
	plan: 'api-access',
	service: 's4-hana-cloud',
};

/** Adds a required key with its usual value, before the record's other keys. */
function addKey({ reading, finding, place }: Situation): Fix | undefined {
	const { path = [], map, inFlow } = place ?? {};
	const kind = kindAt(path.slice(0, -1));
	const key =
		kind && [...KNOWN_KEYS[kind]].find((known) => new RegExp(`\\b${known}\\b`).test(finding.message));
	const status = kind === 'system' ? 'pending' : 'enabled';
	const type = kind === 'formation' ? FORMATION_TYPES[0]?.label : 'SAP S/4HANA Cloud';
	const value = key && (USUAL[key] ?? (key === 'status' ? status : key === 'type' ? type : undefined));
	if (!place?.isKey || !map || value === undefined || map.items.some((pair) => keyText(pair) === key)) {
		return undefined;
	}
	const line = `${key}: ${renderScalar(value, undefined, inFlow ?? false)}`;
	const { start } = finding;
	const indent = ' '.repeat(columnOf(reading.text, start));
	const text = inFlow ? `${line}, ` : `${line}${lineBreak(reading.text)}${indent}`;
	return { title: l10n.t('Add "{0}"', line), edits: [{ start, end: start, text }] };
}
