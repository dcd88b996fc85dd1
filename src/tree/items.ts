import * as l10n from '@vscode/l10n';
import {
	type Location,
	type MarkdownString,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	workspace,
} from 'vscode';
import { KIND_ICONS } from '../diagram/kind-icons.ts';
import { EXTENSION_ICONS, SYSTEM_ICONS, UNKNOWN_ICON } from '../diagram/status-icons.ts';
import { formationType } from '../model/catalog/formation-types.ts';
import { serviceNamed } from '../model/catalog/services.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { formationRules } from '../model/formations.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from '../model/labels.ts';
import {
	type ExtensionStatus,
	extensionOf,
	type Landscape,
	type System,
	type SystemStatus,
} from '../model/landscape.ts';
import { isDuplicate } from '../model/merging-systems.ts';
import { shorten } from '../model/names.ts';
import { nextActions } from '../model/next-actions.ts';
import { isEntitleable, nextStep, nextStepOfFormation, tokenWords } from '../model/next-step.ts';
import { isConnectableType } from '../model/projects/connectable.ts';
import type { Place } from '../model/projects/place.ts';
import type { Usage } from '../model/projects/usage.ts';
import { type UsageState, usageState, usageStateLabel } from '../model/projects/usage-state.ts';
import { type Dated, recordedAtOf } from '../model/recorded-at.ts';
import { factsOfSubaccount, ownFacts, systemFacts } from '../model/system-facts.ts';
import { tokenState } from '../model/tokens.ts';
import { isUsed } from '../model/uses.ts';
import { localTime } from '../workspace/local-time.ts';
import { placeOf, projectName, usagesInWords } from '../workspace/system-usages.ts';
import type { Element, ElementOf, Group } from './elements.ts';
import { markUri, type Problem, problemsInWords } from './marks.ts';
import { type ProblemsAt, pathOf } from './problems.ts';
import { markdownOf } from './tooltip.ts';

/** What the look of an item depends on besides its element. */
export interface ItemContext {
	readonly landscape: Landscape;
	readonly terminology: Terminology;
	readonly now: Instant;
	readonly problemsAt: ProblemsAt;
	/** Whether there are several landscapes, which only their files tell apart. */
	readonly isOneOfSeveral: boolean;
	/** All landscapes of the workspace. */
	readonly landscapes: readonly Landscape[];
	/** The usages of a system in the projects of the workspace. */
	usagesOf(system: string): readonly Usage[];
	/** What is wrong with a project. */
	problemsOfProject(folder: string): readonly Problem[];
	/** Where a project says something, for the editor. */
	locationOf(place: Place): Location;
}

const GROUP_LABELS: Record<Group, () => string> = {
	systems: () => l10n.t('Systems'),
	tenants: () => l10n.t('Tenants'),
	subaccounts: () => l10n.t('Subaccounts'),
	formations: () => l10n.t('Formations'),
};

const WARNING = new ThemeIcon(UNKNOWN_ICON, new ThemeColor('list.warningForeground'));

const GROUP_ICONS: Record<Group, string> = {
	systems: KIND_ICONS.system,
	tenants: KIND_ICONS.tenant,
	subaccounts: KIND_ICONS.subaccount,
	formations: KIND_ICONS.formation,
};

const STATUS_ICONS: Record<SystemStatus, ThemeIcon> = {
	pending: new ThemeIcon(SYSTEM_ICONS.pending, new ThemeColor('list.warningForeground')),
	registered: new ThemeIcon(SYSTEM_ICONS.registered, new ThemeColor('charts.green')),
	error: new ThemeIcon(SYSTEM_ICONS.error, new ThemeColor('list.errorForeground')),
	deregistering: new ThemeIcon(SYSTEM_ICONS.deregistering),
	'deregister-error': new ThemeIcon(SYSTEM_ICONS['deregister-error'], new ThemeColor('list.errorForeground')),
	unregistered: new ThemeIcon(SYSTEM_ICONS.unregistered),
	removing: new ThemeIcon(SYSTEM_ICONS.removing),
	'remove-error': new ThemeIcon(SYSTEM_ICONS['remove-error'], new ThemeColor('list.errorForeground')),
};

const PAIRING_ICONS: Record<ExtensionStatus, ThemeIcon> = {
	enabling: new ThemeIcon(EXTENSION_ICONS.enabling),
	enabled: new ThemeIcon(EXTENSION_ICONS.enabled, new ThemeColor('charts.green')),
	failed: new ThemeIcon(EXTENSION_ICONS.failed, new ThemeColor('list.errorForeground')),
	disabled: new ThemeIcon(EXTENSION_ICONS.disabled),
};

const USAGE_ICONS: Record<UsageState, ThemeIcon> = {
	ready: new ThemeIcon(SYSTEM_ICONS.registered, new ThemeColor('charts.green')),
	'not-registered': WARNING,
	'not-entitled': WARNING,
	'unknown-system': WARNING,
	unnamed: new ThemeIcon('circle-outline'),
};

/** How an element looks in the tree. The words alone tell its state, for people who don't see the icon. */
export function itemOf(element: Element, context: ItemContext): TreeItem {
	return item(element, lookOf(element, context), problemsOf(element, context));
}

/** What pointing at an element tells of it, with its problems. */
export function tooltipOf(element: Element, context: ItemContext): MarkdownString {
	const { label, about = () => [shorten(label)] } = lookOf(element, context);
	const problems = problemsOf(element, context).map(({ message }) => l10n.t`To fix: ${message}`);
	return markdownOf([...about(), ...problems]);
}

function problemsOf(
	element: Element,
	{ landscape, problemsAt, problemsOfProject }: ItemContext,
): readonly Problem[] {
	if (element.kind === 'project') {
		return problemsOfProject(element.project);
	}
	const path = pathOf(element, landscape);
	return path ? problemsAt(path) : [];
}

function lookOf(element: Element, context: ItemContext): Look {
	switch (element.kind) {
		case 'landscape':
			return landscapeLook(element, context);
		case 'unreadable':
			return {
				label: l10n.t("Can't be read"),
				description: element.reason.message,
				icon: WARNING,
				state: 'leaf',
				spoken: element.reason.message,
				about: () => [element.reason.message],
				// The file opens at the line to fix; an empty one has none.
				command: element.reason.reason === 'landscape-empty' ? 'createLandscape' : 'openLandscape',
				facts: 'unreadable',
			};
		case 'step':
			return stepLook(element, context);
		case 'conflict': {
			const label = l10n.t('Resolve Landscape Merge');
			const conflicts = element.count === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', element.count);
			return {
				label,
				description: conflicts,
				icon: new ThemeIcon('git-merge', new ThemeColor('list.warningForeground')),
				state: 'leaf',
				spoken: `${label}, ${conflicts}`,
				command: 'resolveMerge',
				facts: 'conflict',
			};
		}
		case 'group':
			return groupLook(element);
		case 'system':
			return systemLook(element, context);
		case 'token':
			return tokenLook(element, context);
		case 'tenant': {
			const { size } = element.record.extensions;
			const extensions = size === 1 ? l10n.t('1 extension') : l10n.t`${size} extensions`;
			return {
				label: element.tenant,
				description: element.type,
				icon: new ThemeIcon(KIND_ICONS.tenant),
				state: size > 0 ? 'expanded' : 'leaf',
				spoken: l10n.t`Tenant ${element.tenant}, ${element.type}, ${extensions}`,
				about: () => [element.tenant, element.type, extensions, ...ownFacts(element.record)],
				command: 'openTenant',
				facts: 'tenant',
			};
		}
		case 'extension':
			return extensionLook(element, context.landscape);
		case 'subaccount': {
			const { length } = element.record.entitlements;
			const plans = length === 1 ? l10n.t('1 service plan') : l10n.t`${length} service plans`;
			return {
				label: element.subaccount,
				description: length === 0 ? l10n.t('no service plans yet') : '',
				icon: new ThemeIcon(KIND_ICONS.subaccount),
				state: length > 0 ? 'expanded' : 'leaf',
				spoken: l10n.t`Subaccount ${element.subaccount}, ${plans}`,
				about: () => [shorten(element.subaccount), plans, ...factsOfSubaccount(element.record)],
				facts: 'subaccount',
			};
		}
		case 'entitlement':
			return entitlementLook(element, context.landscape);
		case 'formation':
			return formationLook(element, context.landscape);
		case 'member':
			return memberLook(element, context);
		case 'applications': {
			const label = l10n.t('Applications');
			return {
				label,
				description: String(element.count),
				icon: new ThemeIcon(KIND_ICONS.application),
				state: 'expanded',
				spoken: `${label}, ${element.count}`,
				facts: 'applications',
			};
		}
		case 'project':
			return projectLook(element, context);
		case 'usedBy': {
			const label = l10n.t('Used by');
			if (element.usages.length === 0) {
				const none = l10n.t('no application yet');
				return {
					label,
					description: none,
					icon: new ThemeIcon(KIND_ICONS.application),
					state: 'leaf',
					spoken: `${label}, ${none}`,
					about: () => [label, none, l10n.t('Choose it to connect a CAP project')],
					command: 'connectProject',
					facts: 'unused',
				};
			}
			return {
				label,
				description: String(element.usages.length),
				icon: new ThemeIcon(KIND_ICONS.application),
				state: 'expanded',
				spoken: `${label}, ${element.usages.length}`,
				facts: 'usedBy',
			};
		}
		case 'usage':
			return usageLook(element, context);
	}
}

function projectLook({ project, usages, unreadAt }: ElementOf<'project'>, { locationOf }: ItemContext): Look {
	const name = projectName({ folder: project });
	const isUnread = usages.length === 0;
	const usagesCounted = usages.length === 1 ? l10n.t('1 usage') : l10n.t('{0} usages', usages.length);
	const count = isUnread ? l10n.t("can't be read") : usagesCounted;
	return {
		label: name,
		...(isUnread ? { description: count } : {}),
		icon: isUnread ? WARNING : new ThemeIcon(KIND_ICONS.subaccount),
		state: isUnread ? 'leaf' : 'expanded',
		...(isUnread && unreadAt ? { opens: locationOf(unreadAt) } : {}),
		spoken: l10n.t`Application ${name}, ${count}`,
		about: () => [shorten(name), count],
		facts: 'project',
	};
}

function usageLook({ usage, under }: ElementOf<'usage'>, { landscapes, locationOf }: ItemContext): Look {
	const { instance, resource, plan, system, stage, project } = usage;
	const name = instance.value || resource.value;
	const state = usageState(usage, landscapes);
	const status = usageStateLabel(state);
	const where = under === 'system' ? projectName({ folder: project }) : (system?.value ?? '');
	const file = stage === undefined ? '' : (stage.split('/').at(-1) ?? '');
	const place = locationOf(placeOf(usage));
	const isKnown = landscapes.some(({ systems }) => systems.has(system?.value ?? ''));
	return {
		label: name,
		description: [plan?.value, where, file].filter(Boolean).join(' · '),
		icon: USAGE_ICONS[state],
		state: 'leaf',
		spoken: [l10n.t`Usage ${name}`, plan?.value, system?.value, file, status].filter(Boolean).join(', '),
		about: () => [
			`${shorten(name)}: ${status}`,
			projectName({ folder: project }),
			...(plan ? [l10n.t`Service plan ${shorten(plan.value)}`] : []),
			...(system ? [l10n.t`System ${shorten(system.value)}`] : []),
			workspace.asRelativePath(place.uri),
		],
		status,
		opens: place,
		facts: ['usage', ...(isKnown ? ['named'] : [])].join(' '),
	};
}

interface Look {
	readonly label: string;
	readonly description?: string;
	readonly icon: ThemeIcon;
	readonly state: 'leaf' | 'expanded';
	/** What a screen reader says. */
	readonly spoken: string;
	/** What the tooltip says, a line each; only the label where it's absent. It's made when a person points at the row. */
	readonly about?: () => readonly [title: string, ...lines: string[]];
	/** The status in words, whose initials mark the row. */
	readonly status?: string;
	/** Id of the command that a click runs, without its prefix. */
	readonly command?: string;
	/** What a click opens in the editor instead. */
	readonly opens?: Location;
	/** Words that the menus in package.json look for as `viewItem`. */
	readonly facts: string;
}

const STATES = {
	leaf: TreeItemCollapsibleState.None,
	expanded: TreeItemCollapsibleState.Expanded,
};

function item(element: Element, look: Look, problems: readonly Problem[]): TreeItem {
	const { label, description, icon, state, spoken, status = '' } = look;
	const result = new TreeItem({ label: shorten(label) }, STATES[state]);
	// VS Code keeps an item closed that was a leaf. Another id opens it when it gets its first children.
	result.id = state === 'leaf' ? element.id : `${element.id}+`;
	result.contextValue = look.facts;
	result.iconPath = icon;
	const count = problems.length > 0 ? [problemsInWords(problems.length)] : [];
	result.accessibilityInformation = { label: [spoken, ...count].join(', ') };
	const mark = markUri(status, problems);
	if (mark) {
		result.resourceUri = mark;
	}
	if (description) {
		result.description = description;
	}
	if (look.opens) {
		const { uri, range } = look.opens;
		result.command = { command: 'vscode.open', title: label, arguments: [uri, { selection: range }] };
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

function landscapeLook(element: ElementOf<'landscape'>, { landscape, isOneOfSeveral }: ItemContext): Look {
	const { reading, uri } = element.file;
	const path = workspace.asRelativePath(uri);
	const name = landscape.globalAccount || path;
	const mode = landscape.mode === 'practice' ? l10n.t('practice') : l10n.t('recorded');
	const state = reading.unreadable ? l10n.t("can't be changed") : mode;
	return {
		label: name,
		description: isOneOfSeveral ? `${state} · ${path}` : state,
		icon: reading.unreadable ? WARNING : new ThemeIcon(KIND_ICONS.globalAccount),
		state: 'expanded',
		spoken: l10n.t`Global account ${name}, ${state}, ${path}`,
		about: () => [
			shorten(name),
			l10n.t`Global account, ${state}`,
			path,
			...(reading.unreadable ? [reading.unreadable.message] : []),
		],
		facts: 'landscape',
	};
}

function stepLook({ step }: ElementOf<'step'>, { terminology }: ItemContext): Look {
	const [label, icon] = {
		registerSystem: [
			terminology === 'classic' ? l10n.t('Register the first system') : l10n.t('Add the first system'),
			'add',
		],
		openWalkthrough: [l10n.t('Follow the tutorial'), 'mortar-board'],
		openLandscape: [l10n.t('Write the first system into the file'), 'go-to-file'],
	}[step] as [string, string];
	return { label, icon: new ThemeIcon(icon), state: 'leaf', spoken: label, command: step, facts: 'step' };
}

function groupLook({ group, count }: ElementOf<'group'>): Look {
	const label = GROUP_LABELS[group]();
	return {
		label,
		description: count === 0 ? l10n.t('none yet') : String(count),
		icon: new ThemeIcon(GROUP_ICONS[group]),
		state: count > 0 ? 'expanded' : 'leaf',
		spoken: `${label}, ${count === 0 ? l10n.t('none yet') : count}`,
		facts: group,
	};
}

function systemLook(
	element: ElementOf<'system'>,
	{ landscape, terminology, now, usagesOf }: ItemContext,
): Look {
	const { record } = element;
	const status = systemStatusLabel(record.status, terminology, record.type);
	const token = tokenWords(record, now);
	const next = nextStep(landscape, record, now);
	const hasChildren =
		(record.status === 'pending' && systemType(record.type) !== undefined) ||
		extensionOf(landscape, record.name) !== undefined ||
		isUsed(landscape, record.name) ||
		usagesOf(record.name).length > 0;
	return {
		label: record.name,
		description: [status || token, recordedOn(landscape, record)].filter(Boolean).join(' · '),
		icon: STATUS_ICONS[record.status],
		state: hasChildren ? 'expanded' : 'leaf',
		spoken: [
			l10n.t`System ${record.name}`,
			record.type,
			status || l10n.t('no status'),
			token,
			recordedOn(landscape, record),
			next,
		]
			.filter(Boolean)
			.join(', '),
		about: () => {
			const [title, ...facts] = systemFacts(
				landscape,
				record,
				terminology,
				now,
				usagesInWords(usagesOf(record.name)),
			);
			const until = record.token && token ? localTime(record.token.expiresAt) : '';
			const recorded = recordedOn(landscape, record);
			return [
				recorded ? `${title}, ${recorded}` : title,
				...(until ? [l10n.t`Token: ${token}, until ${until}`] : []),
				...facts,
			];
		},
		status,
		facts: [
			'system',
			// As one word, so that a menu can ask for it: `error` is not part of `deregisterError`.
			record.status.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
			...(systemType(record.type) ? ['withToken'] : []),
			...(landscape.mode === 'recorded' ? ['recorded'] : []),
			...(isEntitleable(record) ? ['entitleable'] : []),
			...(record.status === 'registered' && isConnectableType(record) ? ['connectable'] : []),
			...(isDuplicate(landscape, record.name) ? ['duplicate'] : []),
			...tokenAndNext(landscape, record, now),
		].join(' '),
	};
}

function tokenLook({ record, system }: ElementOf<'token'>, { landscape, now }: ItemContext): Look {
	const words = tokenWords(record, now);
	const expiresAt = record.token?.expiresAt;
	return {
		label: l10n.t('Integration token'),
		description: words,
		icon: new ThemeIcon(KIND_ICONS.token),
		state: 'leaf',
		spoken: l10n.t`Integration token of ${system}, ${words}`,
		about: () => [
			l10n.t`Integration token of ${shorten(system)}: ${words}`,
			...(expiresAt ? [l10n.t`Valid until ${localTime(expiresAt)}, works once`] : []),
			l10n.t`Next: ${nextStep(landscape, record, now)}`,
		],
		facts: ['token', ...tokenAndNext(landscape, record, now)].join(' '),
	};
}

/** The words by which menus know a system's token (`tokenOpen`) and the commands that come next for it (`nextCopyToken`). */
function tokenAndNext(landscape: Landscape, system: System, now: Instant): readonly string[] {
	const capitalized = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
	return [
		...(system.status === 'pending' ? [`token${capitalized(tokenState(system.token, now))}`] : []),
		// Of which only the date is known, so there's nothing to copy.
		...(system.token && !system.token.fingerprint ? ['dated'] : []),
		...nextActions(landscape, system, now).map(({ command }) => `next${capitalized(command)}`),
	];
}

/** When somebody recorded a status, in words; empty in practice, or where nobody said. */
function recordedOn(landscape: Landscape, record: Dated): string {
	const instant = recordedAtOf(landscape, record);
	return instant ? l10n.t`recorded on ${localTime(instant)}` : '';
}

function extensionLook(element: ElementOf<'extension'>, landscape: Landscape): Look {
	const { record, tenant, system, under } = element;
	const status = extensionStatusLabel(record.status, landscape.tenants.get(tenant)?.type);
	const recorded = recordedOn(landscape, record);
	const isBelowSystem = under === 'system';
	// Below its system the status comes first, so that a narrow side bar doesn't cut it off.
	const [label, description] = isBelowSystem ? [status, tenant] : [system, status];
	return {
		label,
		description: [description, recorded].filter(Boolean).join(' · '),
		icon: PAIRING_ICONS[record.status],
		state: 'leaf',
		spoken: [l10n.t`Extension for ${system} in tenant ${tenant}, ${status}`, recorded]
			.filter(Boolean)
			.join(', '),
		about: () => [
			l10n.t`Extension for ${shorten(system)}: ${status}`,
			tenant,
			...(record.description ? [shorten(record.description)] : []),
			...(recorded ? [recorded] : []),
			...(record.changedAt ? [l10n.t`Changed on ${localTime(record.changedAt)}`] : []),
		],
		status: isBelowSystem ? '' : status,
		command: 'openTenant',
		facts: ['extension', record.status, ...(landscape.mode === 'recorded' ? ['recorded'] : [])].join(' '),
	};
}

function entitlementLook(element: ElementOf<'entitlement'>, landscape: Landscape): Look {
	const { plan, service, subaccount, system, under, record } = element;
	const { label = service, plans = [] } = serviceNamed(service) ?? {};
	const units = record.amount === 1 ? l10n.t('1 unit') : l10n.t`${record.amount} units`;
	const purpose = plans.find(({ name }) => name === plan)?.purpose();
	return {
		label: plan,
		description: [under === 'system' ? subaccount : system, ...(record.amount === 1 ? [] : [units])].join(
			' · ',
		),
		icon: new ThemeIcon(KIND_ICONS.entitlement),
		state: 'leaf',
		spoken: l10n.t`Plan ${plan} of ${label} for system ${system} in subaccount ${subaccount}, ${units}`,
		about: () => [
			`${label}: ${shorten(plan)}, ${units}`,
			...(purpose ? [purpose] : []),
			l10n.t`For ${shorten(system)} in subaccount ${shorten(subaccount)}`,
			...[recordedOn(landscape, record)].filter(Boolean),
		],
		facts: 'entitlement',
	};
}

function formationLook(element: ElementOf<'formation'>, landscape: Landscape): Look {
	const { record, formation } = element;
	const type = formationType(record.type);
	const next = nextStepOfFormation(landscape, record);
	const members = record.systems.length;
	return {
		label: formation,
		description: record.type,
		icon: new ThemeIcon(KIND_ICONS.formation),
		state: members > 0 ? 'expanded' : 'leaf',
		spoken: [
			l10n.t`Formation ${formation}`,
			record.type,
			members === 1 ? l10n.t('1 system') : l10n.t`${members} systems`,
			...(next ? [l10n.t`Next: ${next}`] : []),
		].join(', '),
		about: () => [
			shorten(formation),
			record.type,
			...(type ? formationRules(type) : [l10n.t("This type's rules aren't known")]),
			...(next ? [l10n.t`Next: ${next}`] : []),
		],
		facts: 'formation',
	};
}

function memberLook(element: ElementOf<'member'>, { landscape, terminology }: ItemContext): Look {
	const { formation, system, under } = element;
	const record = landscape.systems.get(system);
	const status = record
		? systemStatusLabel(record.status, terminology, record.type)
		: l10n.t('not in this landscape');
	const isBelowSystem = under === 'system';
	return {
		label: isBelowSystem ? formation : system,
		description: isBelowSystem ? l10n.t('formation') : status,
		icon: isBelowSystem
			? new ThemeIcon(KIND_ICONS.formation)
			: record
				? STATUS_ICONS[record.status]
				: WARNING,
		state: 'leaf',
		spoken: [l10n.t`System ${system} in formation ${formation}`, status].filter(Boolean).join(', '),
		about: () => [
			shorten(isBelowSystem ? formation : system),
			...(isBelowSystem ? [landscape.formations.get(formation)?.type] : [record?.type, status]).filter(
				(line) => line !== undefined,
			),
		],
		status: isBelowSystem || !record ? '' : status,
		facts: 'member',
	};
}
