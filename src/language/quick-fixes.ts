import * as l10n from '@vscode/l10n';
import { isScalar } from 'yaml';
import { edit, type TextEdit } from '../document/edit.ts';
import { keyText } from '../document/nodes.ts';
import type { Reading, TextFinding } from '../document/read.ts';
import { renderFlow, renderScalar } from '../document/render.ts';
import { columnOf, lineBreak } from '../document/text-positions.ts';
import { ALL_COMMUNICATION_SCENARIOS } from '../model/catalog/scenario-groups.ts';
import {
	type Change,
	putFormation,
	putSubaccount,
	putSystem,
	putTenant,
	removeRecord,
} from '../model/change.ts';
import { availableServices } from '../model/entitlements.ts';
import { deleteExtension } from '../model/extensions.ts';
import { missingMembers, neededMembers } from '../model/formations.ts';
import type { Landscape, System } from '../model/landscape.ts';
import { firstDuplicateOf, ordersOf } from '../model/merging-systems.ts';
import { shorten } from '../model/names.ts';
import { checkGetToken, checkNewSystemName } from '../model/systems.ts';
import { usefulGroups } from '../model/tokens.ts';
import { locateNode } from './locate-node.ts';

/** What a fix does: it edits the text, or runs a command of ours (without its prefix) with its fields. */
export interface Fix {
	readonly title: string;
	readonly edits?: readonly TextEdit[];
	readonly command?: {
		readonly name: string;
		readonly fields: Readonly<Record<string, string | readonly string[]>>;
	};
}

/** A way to fix findings with these codes; nothing where it doesn't help. */
interface QuickFix {
	readonly codes: readonly string[];
	readonly create: (finding: TextFinding, reading: Reading) => Fix | undefined;
}

/** The quick fixes by the codes of findings, for each code the obvious one first. */
export const QUICK_FIXES: readonly QuickFix[] = [
	{ codes: ['key-missing'], create: addKey },
	{
		codes: [
			'entitlement-exists',
			'extension-must-be-deleted-first',
			'formation-member-exists',
			'formation-member-not-allowed',
			'formation-rule-broken',
			'system-not-registered',
			'system-unknown',
			'tenant-not-the-same',
			'token-not-applicable',
		],
		create: (finding, reading) =>
			changeLandscape(reading, l10n.t('Remove this entry'), withoutEntry(finding, reading.landscape)),
	},
	{
		codes: ['system-unknown'],
		create: ({ data: { system: name = '' } = {} }, { landscape }) =>
			checkNewSystemName(landscape, name)
				? undefined
				: run('registerSystem', l10n.t('Register System'), { name }),
	},
	{ codes: ['formation-incomplete'], create: includeNeeded },
	{
		codes: ['subaccount-unused'],
		create: (finding, { landscape }) =>
			availableServices(landscape).length === 0
				? undefined
				: run('addServicePlans', l10n.t('Add Service Plans'), { subaccount: nameIn(finding) }),
	},
	{
		codes: ['token-expires-soon'],
		create: (finding) => run('copyToken', l10n.t('Copy Token'), { system: nameIn(finding) }),
	},
	{
		codes: ['record-old'],
		create: ({ path = [] }) =>
			path[0] === 'systems'
				? run('recordStatus', l10n.t('Record Status'), { system: String(path[1]) })
				: run('recordExtension', l10n.t('Record Extension'), {
						tenant: String(path[1]),
						system: String(path[3]),
					}),
	},
	{ codes: ['landscape-empty'], create: () => run('createLandscape', l10n.t('Create Landscape')) },
	{
		codes: ['landscape-empty', 'landscape-cut-off'],
		create: () => run('restoreFromLocalHistory', l10n.t('Restore from Local History')),
	},
	{
		codes: ['landscape-empty', 'landscape-cut-off'],
		create: () => run('discardChanges', l10n.t('Discard Changes')),
	},
	{ codes: ['merge-conflict'], create: () => run('resolveMerge', l10n.t('Resolve Landscape Merge')) },
	{
		codes: ['scenario-group-not-applicable'],
		create: (finding, reading) => changeGroups(finding, reading, l10n.t('Remove the groups'), () => []),
	},
	{
		codes: ['scenario-group-redundant'],
		create: (finding, reading) =>
			changeGroups(finding, reading, l10n.t('Remove the redundant groups'), usefulGroups),
	},
	{
		codes: ['scenario-group-required'],
		create: (finding, reading) =>
			reading.landscape.mode === 'practice'
				? changeGroups(finding, reading, l10n.t('Select "{0}"', ALL_COMMUNICATION_SCENARIOS), () => [
						ALL_COMMUNICATION_SCENARIOS,
					])
				: changeGroups(finding, reading, l10n.t('Remove the empty list'), () => []),
	},
	{
		codes: ['status-contradicts-extension', 'status-contradicts-token', 'status-contradicts-type'],
		create: (finding, { landscape }) =>
			landscape.mode === 'recorded'
				? run('recordStatus', l10n.t('Record Status'), { system: nameIn(finding) })
				: undefined,
	},
	{ codes: ['status-contradicts-token'], create: noteUse },
	{ codes: ['status-contradicts-token'], create: deleteExtensionOf },
	{ codes: ['status-contradicts-token', 'token-expired', 'token-shared'], create: getNewToken },
	{
		codes: ['token-in-file'],
		create: ({ start, end }) => ({
			title: l10n.t('Remove the text that looks like a token'),
			edits: [{ start, end, text: '' }],
		}),
	},
	{ codes: ['token-not-applicable'], create: removeToken },
	{ codes: ['url-shared'], create: mergeWithDuplicate },
];

/**
 * The fixes of a finding in the text that it was found in, the obvious one first: what the finding says is meant, then
 * those for its code. Never throws. In an unreadable text, edits touch only what the finding is about.
 */
export function fixesOf(reading: Reading, finding: TextFinding): readonly Fix[] {
	const fixes = QUICK_FIXES.filter(({ codes }) => codes.includes(finding.code));
	return [changeValue, ...fixes.map(({ create }) => create)].flatMap(
		(create) => create(finding, reading) ?? [],
	);
}

function run(name: string, title: string, fields: NonNullable<Fix['command']>['fields'] = {}): Fix {
	return { title, command: { name, fields } };
}

function changeLandscape(reading: Reading, title: string, change: Change | undefined): Fix | undefined {
	const edited = change && edit(reading, [change]);
	return edited?.ok ? { title, edits: edited.edits } : undefined;
}

/** The name of the system, tenant, subaccount or formation that a finding is in. */
function nameIn({ path }: TextFinding): string {
	return String(path?.[1] ?? '');
}

function systemOf({ path = [] }: TextFinding, { systems }: Landscape): System | undefined {
	return path[0] === 'systems' ? systems.get(String(path[1])) : undefined;
}

/** Removes the entitlement, the member or the extension that a finding is in. */
function withoutEntry({ path = [] }: TextFinding, landscape: Landscape): Change | undefined {
	const [section, name = '', , key] = path.map(String);
	const without = <Item>(items: readonly Item[]) => items.filter((_, at) => String(at) !== key);
	const subaccount = landscape.subaccounts.get(name);
	const formation = landscape.formations.get(name);
	const tenant = landscape.tenants.get(name);
	if (section === 'subaccounts' && subaccount) {
		return putSubaccount({ ...subaccount, entitlements: without(subaccount.entitlements) });
	}
	if (section === 'formations' && formation) {
		return putFormation({ ...formation, systems: without(formation.systems) });
	}
	if (section === 'tenants' && tenant?.extensions.size === 0) {
		return removeRecord('tenants', name);
	}
	return section === 'tenants' && tenant && key !== undefined
		? putTenant({
				...tenant,
				extensions: new Map([...tenant.extensions].filter(([system]) => system !== key)),
			})
		: undefined;
}

function changeGroups(
	finding: TextFinding,
	reading: Reading,
	title: string,
	useful: (groups: readonly string[]) => readonly string[],
): Fix | undefined {
	const system = systemOf(finding, reading.landscape);
	if (!system?.token) {
		return undefined;
	}
	const { scenarioGroups = [], ...token } = system.token;
	const kept = useful(scenarioGroups);
	const changed = kept.length > 0 ? { ...token, scenarioGroups: kept } : token;
	return changeLandscape(reading, title, putSystem({ ...system, token: changed }));
}

/** Includes a system that a formation needs, or registers one where none is there. */
function includeNeeded(finding: TextFinding, { landscape }: Reading): Fix | undefined {
	const formation = landscape.formations.get(nameIn(finding));
	const [type] = formation ? missingMembers(landscape, formation) : [];
	if (formation && neededMembers(landscape, formation).length > 0) {
		return run('includeSystem', l10n.t('Include System'), { formation: formation.name });
	}
	return type !== undefined ? run('registerSystem', l10n.t('Register System'), { type }) : undefined;
}

/** Deletes the extension of a pairing that can't have begun. */
function deleteExtensionOf(finding: TextFinding, { landscape }: Reading): Fix | undefined {
	const request = { tenant: finding.data?.tenant ?? '', system: nameIn(finding) };
	return deleteExtension(landscape, request).ok
		? run('deleteExtension', l10n.t('Delete Extension'), request)
		: undefined;
}

/** Gets a new token, where that helps: not for an extension whose pairing never began. */
function getNewToken(finding: TextFinding, { landscape }: Reading): Fix | undefined {
	const system = systemOf(finding, landscape);
	return system && finding.data?.tenant === undefined && !checkGetToken(landscape, system.name)
		? run('getToken', l10n.t('Get New Token'), { system: system.name })
		: undefined;
}

/** Merges a system with its first duplicate, in the order that is possible; the earlier one stays where both are. */
function mergeWithDuplicate(finding: TextFinding, { landscape }: Reading): Fix | undefined {
	const name = nameIn(finding);
	const first = firstDuplicateOf(landscape, name);
	const [systems] = first === undefined ? [] : ordersOf(landscape, first, name);
	return systems && run('mergeSystems', l10n.t('Merge Systems'), { systems });
}

function noteUse(finding: TextFinding, reading: Reading): Fix | undefined {
	const system = systemOf(finding, reading.landscape);
	const usedAt = finding.data?.usedAt;
	return system?.token && usedAt
		? changeLandscape(
				reading,
				l10n.t('Mark the token as used'),
				putSystem({ ...system, token: { ...system.token, usedAt } }),
			)
		: undefined;
}

function removeToken(finding: TextFinding, reading: Reading): Fix | undefined {
	const { token, ...rest } = systemOf(finding, reading.landscape) ?? {};
	return token && changeLandscape(reading, l10n.t('Remove the token'), putSystem(rest as System));
}

/** Writes what the finding says is meant, unless that is a key which is already beside it. */
function changeValue({ start, end, data }: TextFinding, reading: Reading): Fix | undefined {
	const value = data?.instead;
	const { node, map, isKey, inFlow } = locateNode(reading.document?.contents, { start, end }) ?? {};
	if (
		value === undefined ||
		!isScalar(node) ||
		(isKey && map?.items.some((pair) => keyText(pair) === value)) ||
		reading.text.slice(start, end).includes('\n')
	) {
		return undefined;
	}
	const text =
		typeof value === 'object'
			? renderFlow(value)
			: renderScalar(value, typeof value === 'number' ? undefined : node, inFlow ?? false);
	const title =
		typeof value === 'object'
			? l10n.t('Change to a list')
			: value === node.source
				? l10n.t('Put it in quotes')
				: l10n.t('Change to "{0}"', shorten(String(value)));
	// A space after a colon that has no value yet.
	return { title, edits: [{ start, end, text: start === end ? ` ${text}` : text }] };
}

/** Adds a key that its record lacks, before the others. */
function addKey({ start, end, data }: TextFinding, reading: Reading): Fix | undefined {
	const { map, isKey, inFlow = false } = locateNode(reading.document?.contents, { start, end }) ?? {};
	const { key, value } = data?.missing ?? {};
	if (!isKey || value === undefined || map?.items.some((pair) => keyText(pair) === key)) {
		return undefined;
	}
	const line = `${key}: ${renderScalar(value, undefined, inFlow)}`;
	const indent = ' '.repeat(columnOf(reading.text, start));
	const text = inFlow ? `${line}, ` : `${line}${lineBreak(reading.text)}${indent}`;
	return { title: l10n.t('Add "{0}"', line), edits: [{ start, end: start, text }] };
}
