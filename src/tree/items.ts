import * as l10n from '@vscode/l10n';
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import { formationType } from '../model/catalog/formation-types.ts';
import { serviceNamed } from '../model/catalog/services.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { formationRules, missingMembers } from '../model/formations.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from '../model/labels.ts';
import {
	type ExtensionStatus,
	entitlementsOf,
	extensionOf,
	formationsOf,
	type Landscape,
	type System,
	type SystemStatus,
} from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { isEntitleable, nextStep, nextStepOfPending, tokenWords } from '../model/next-step.ts';
import { tokenState } from '../model/tokens.ts';
import { localTime } from '../workspace/local-time.ts';
import type { Element, ElementOf, Group } from './elements.ts';

/** What the look of an item depends on besides its element. */
export interface ItemContext {
	readonly landscape: Landscape;
	readonly terminology: Terminology;
	readonly now: Instant;
}

const GROUP_LABELS: Record<Group, () => string> = {
	systems: () => l10n.t('Systems'),
	tenants: () => l10n.t('Tenants'),
	subaccounts: () => l10n.t('Subaccounts'),
	formations: () => l10n.t('Formations'),
};

const STATUS_ICONS: Record<SystemStatus, ThemeIcon> = {
	pending: new ThemeIcon('clock', new ThemeColor('list.warningForeground')),
	registered: new ThemeIcon('pass-filled', new ThemeColor('charts.green')),
	error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
	deregistering: new ThemeIcon('sync'),
	'deregister-error': new ThemeIcon('error', new ThemeColor('list.errorForeground')),
	unregistered: new ThemeIcon('circle-slash'),
	removing: new ThemeIcon('sync'),
	'remove-error': new ThemeIcon('error', new ThemeColor('list.errorForeground')),
};

const EXTENSION_ICONS: Record<ExtensionStatus, ThemeIcon> = {
	enabling: new ThemeIcon('sync'),
	enabled: new ThemeIcon('plug', new ThemeColor('charts.green')),
	failed: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
	disabled: new ThemeIcon('debug-disconnect'),
};

/** How an element looks in the tree. The words alone tell its state, for people who don't see the icon. */
export function itemOf(element: Element, context: ItemContext): TreeItem {
	switch (element.kind) {
		case 'landscape':
			return landscapeItem(element);
		case 'conflict': {
			const label = l10n.t('Resolve Landscape Merge');
			const conflicts = element.count === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', element.count);
			return item(element, label, {
				description: conflicts,
				icon: new ThemeIcon('git-merge', new ThemeColor('list.warningForeground')),
				state: 'leaf',
				spoken: `${label}, ${conflicts}`,
				command: 'resolveMerge',
				facts: 'conflict',
			});
		}
		case 'group':
			return groupItem(element);
		case 'system':
			return systemItem(element, context);
		case 'token':
			return tokenItem(element, context.now);
		case 'tenant': {
			const { size } = element.record.extensions;
			const extensions = size === 1 ? l10n.t('1 extension') : l10n.t`${size} extensions`;
			return item(element, element.tenant, {
				description: element.type,
				icon: new ThemeIcon('server-environment'),
				state: size > 0 ? 'expanded' : 'leaf',
				spoken: l10n.t`Tenant ${element.tenant}, ${element.type}, ${extensions}`,
				command: 'openTenant',
				facts: 'tenant',
			});
		}
		case 'extension':
			return extensionItem(element, context.landscape);
		case 'subaccount': {
			const { length } = element.record.entitlements;
			const plans = length === 1 ? l10n.t('1 service plan') : l10n.t`${length} service plans`;
			return item(element, element.subaccount, {
				description: length === 0 ? l10n.t('no service plans yet') : '',
				icon: new ThemeIcon('symbol-namespace'),
				state: length > 0 ? 'expanded' : 'leaf',
				spoken: l10n.t`Subaccount ${element.subaccount}, ${plans}`,
				facts: 'subaccount',
			});
		}
		case 'entitlement':
			return entitlementItem(element);
		case 'formation':
			return formationItem(element, context.landscape);
		case 'member':
			return memberItem(element, context);
	}
}

interface Look {
	readonly description?: string;
	readonly icon?: ThemeIcon;
	readonly state: 'leaf' | 'collapsed' | 'expanded';
	/** What a screen reader says. */
	readonly spoken: string;
	readonly tooltip?: string;
	/** Id of the command that a click runs, without its prefix. */
	readonly command?: string;
	/** Words that the menus in package.json look for as `viewItem`. */
	readonly facts: string;
}

const STATES = {
	leaf: TreeItemCollapsibleState.None,
	collapsed: TreeItemCollapsibleState.Collapsed,
	expanded: TreeItemCollapsibleState.Expanded,
};

function item(element: Element, label: string, look: Look): TreeItem {
	const result = new TreeItem({ label: shorten(label) }, STATES[look.state]);
	// VS Code keeps an item closed that was a leaf. Another id opens it when it gets its first children.
	result.id = look.state === 'leaf' ? element.id : `${element.id}+`;
	result.contextValue = look.facts;
	// Plain text, not Markdown: names come from a file that anybody may have written.
	result.tooltip = look.tooltip ?? look.spoken;
	result.accessibilityInformation = { label: look.spoken };
	if (look.description) {
		result.description = look.description;
	}
	if (look.icon) {
		result.iconPath = look.icon;
	}
	if (look.command) {
		result.command = {
			command: `systemLandscape.${look.command}`,
			title: label,
			arguments: [element],
		};
	}
	return result;
}

function landscapeItem(element: ElementOf<'landscape'>): TreeItem {
	const { reading, uri } = element.file;
	const name = reading.landscape.globalAccount || workspace.asRelativePath(uri);
	const path = workspace.asRelativePath(Uri.parse(element.landscape));
	return item(element, name, {
		description: reading.unreadable ? l10n.t`${path} – can't be changed` : path,
		icon: reading.unreadable
			? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
			: new ThemeIcon('globe'),
		state: 'expanded',
		spoken: l10n.t`Global account ${name}, ${path}`,
		...(reading.unreadable ? { tooltip: reading.unreadable.message } : {}),
		facts: 'landscape',
	});
}

function groupItem(element: ElementOf<'group'>): TreeItem {
	const label = GROUP_LABELS[element.group]();
	return item(element, label, {
		description: element.count === 0 ? l10n.t('none yet') : String(element.count),
		state: element.count > 0 ? 'expanded' : 'leaf',
		spoken: `${label}, ${element.count === 0 ? l10n.t('none yet') : element.count}`,
		facts: element.group,
	});
}

function systemItem(element: ElementOf<'system'>, { landscape, terminology, now }: ItemContext): TreeItem {
	const { record } = element;
	const status = systemStatusLabel(record.status, terminology);
	const token = tokenWords(record, now);
	const next = nextStep(landscape, record, now);
	const hasChildren =
		(record.status === 'pending' && systemType(record.type) !== undefined) ||
		extensionOf(landscape, record.name) !== undefined ||
		entitlementsOf(landscape, record.name).length > 0 ||
		formationsOf(landscape, record.name).length > 0;
	return item(element, record.name, {
		description: status || token,
		icon: STATUS_ICONS[record.status],
		state: hasChildren ? 'expanded' : 'leaf',
		spoken: [l10n.t`System ${record.name}`, record.type, status || l10n.t('no status'), token, next]
			.filter(Boolean)
			.join(', '),
		tooltip: [
			record.name,
			record.type,
			l10n.t`Status: ${status || l10n.t('none')}`,
			...(record.token && token ? [l10n.t`Token: ${token}, until ${localTime(record.token.expiresAt)}`] : []),
			...(next ? [l10n.t`Next: ${next}`] : []),
		].join('\n'),
		facts: systemFacts(record, now),
	});
}

function tokenItem(element: ElementOf<'token'>, now: Instant): TreeItem {
	const { record, system } = element;
	const words = tokenWords(record, now);
	const expiresAt = record.token?.expiresAt;
	return item(element, l10n.t('Integration token'), {
		description: words,
		icon: new ThemeIcon('key'),
		state: 'leaf',
		spoken: l10n.t`Integration token of ${system}, ${words}`,
		tooltip: [
			l10n.t`Integration token of ${system}: ${words}`,
			...(expiresAt ? [l10n.t`Valid until ${localTime(expiresAt)}, works once`] : []),
			l10n.t`Next: ${nextStepOfPending(record, now)}`,
		].join('\n'),
		facts: `token ${tokenFact(record, now)}`,
	});
}

function tokenFact(system: System, now: Instant): string {
	const state = tokenState(system.token, now);
	return `token${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}

function systemFacts(system: System, now: Instant): string {
	return [
		'system',
		// As one word, so that a menu can ask for it: `error` is not part of `deregisterError`.
		system.status.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
		...(systemType(system.type) ? ['withToken'] : []),
		...(system.status === 'pending' ? [tokenFact(system, now)] : []),
		...(isEntitleable(system) ? ['entitleable'] : []),
	].join(' ');
}

function extensionItem(element: ElementOf<'extension'>, { mode, tenants }: Landscape): TreeItem {
	const { record, tenant, system, under } = element;
	const status = extensionStatusLabel(record.status, tenants.get(tenant)?.type);
	const recorded =
		mode === 'recorded' && record.changedAt ? `, ${l10n.t`recorded on ${localTime(record.changedAt)}`}` : '';
	// Below its system the status comes first, so that a narrow side bar doesn't cut it off.
	const [label, description] = under === 'system' ? [status, tenant] : [system, status];
	return item(element, label, {
		description: `${description}${recorded}`,
		icon: EXTENSION_ICONS[record.status],
		state: 'leaf',
		spoken: `${l10n.t`Extension for ${system} in tenant ${tenant}, ${status}`}${recorded}`,
		command: 'openTenant',
		facts: `extension ${record.status}`,
	});
}

function entitlementItem(element: ElementOf<'entitlement'>): TreeItem {
	const { plan, service, subaccount, system, under, record } = element;
	const label = serviceNamed(service)?.label ?? service;
	const units = record.amount === 1 ? l10n.t('1 unit') : l10n.t`${record.amount} units`;
	return item(element, plan, {
		description: [under === 'system' ? subaccount : system, ...(record.amount === 1 ? [] : [units])].join(
			' · ',
		),
		icon: new ThemeIcon('package'),
		state: 'leaf',
		spoken: l10n.t`Plan ${plan} of ${label} for system ${system} in subaccount ${subaccount}, ${units}`,
		facts: 'entitlement',
	});
}

function formationItem(element: ElementOf<'formation'>, landscape: Landscape): TreeItem {
	const { record, formation } = element;
	const type = formationType(record.type);
	const missing = missingMembers(landscape, record);
	const needed = missing.join(l10n.t(' and '));
	const members = record.systems.length;
	return item(element, formation, {
		description: record.type,
		icon: new ThemeIcon('group-by-ref-type'),
		state: members > 0 ? 'expanded' : 'leaf',
		spoken: [
			l10n.t`Formation ${formation}`,
			record.type,
			members === 1 ? l10n.t('1 system') : l10n.t`${members} systems`,
			...(needed ? [l10n.t`still needs ${needed}`] : []),
		].join(', '),
		tooltip: [
			formation,
			record.type,
			...(type ? formationRules(type) : [l10n.t("This type's rules aren't known")]),
			...(needed ? [l10n.t`Next: include a system of type ${needed}`] : []),
		].join('\n'),
		facts: 'formation',
	});
}

function memberItem(element: ElementOf<'member'>, { landscape, terminology }: ItemContext): TreeItem {
	const { formation, system, under } = element;
	const record = landscape.systems.get(system);
	const status = record ? systemStatusLabel(record.status, terminology) : l10n.t('not in this landscape');
	const isBelowSystem = under === 'system';
	return item(element, isBelowSystem ? formation : system, {
		description: isBelowSystem ? l10n.t('formation') : status,
		icon: isBelowSystem
			? new ThemeIcon('group-by-ref-type')
			: record
				? STATUS_ICONS[record.status]
				: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
		state: 'leaf',
		spoken: [l10n.t`System ${system} in formation ${formation}`, status].filter(Boolean).join(', '),
		facts: 'member',
	});
}
