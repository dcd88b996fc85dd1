import * as l10n from '@vscode/l10n';
import { serviceNamed } from '../model/catalog/services.ts';
import { grouped } from '../model/grouped.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from '../model/labels.ts';
import type { Entitlement, Landscape } from '../model/landscape.ts';
import {
	type NextAction,
	nextActions,
	nextActionsIn,
	nextActionsOfFormation,
	nextActionsOfSubaccount,
} from '../model/next-actions.ts';
import { nextStep, nextStepOfFormation, tokenWords } from '../model/next-step.ts';
import { type UsageState, usageStateLabel } from '../model/projects/usage-state.ts';
import { type Dated, recordedAtOf } from '../model/recorded-at.ts';

/** A command (without its prefix) that helps with an element, with its title. */
export interface GraphAction {
	readonly command: string;
	readonly title: string;
}

/** A tenant, system, subaccount or formation, or an application of the workspace. */
export interface GraphNode {
	/** Stays the same while the landscape changes. */
	readonly id: string;
	readonly kind: 'tenant' | 'system' | 'subaccount' | 'formation' | 'application';
	readonly name: string;
	/** SAP's label of the type; empty where there is none. */
	readonly type: string;
	/**
	 * Of a system (`SystemStatus`), `unknown` if it isn't in the landscape, or `unread` if the file can't be read and may
	 * have it; empty for others.
	 */
	readonly status: string;
	/** The status in the words of the chosen terminology; may be empty. */
	readonly label: string;
	/** The state of the token in a few words; empty where it does not matter. */
	readonly token: string;
	/** Until when the token is valid, in the reader's own form; empty where there is none. */
	readonly until: string;
	/** When somebody recorded the status, in the reader's own form; empty in practice, or where nobody said. */
	readonly recorded: string;
	/** What can be done next, in words to be read after "Next:"; empty where nothing has to be. */
	readonly next: string;
	/** Most useful first. */
	readonly actions: readonly GraphAction[];
}

/** What connects two nodes. */
export interface GraphEdge {
	readonly id: string;
	readonly kind: 'extension' | 'entitlement' | 'membership' | 'usage';
	/** Ids of nodes, from left to right in the picture. */
	readonly from: string;
	readonly to: string;
	/** Of an extension (`ExtensionStatus`); empty for others. */
	readonly status: string;
	readonly label: string;
	/** As of a node. */
	readonly recorded: string;
	/** Services with plans and units, or how an application's usages stand, one a line. */
	readonly details: readonly string[];
	readonly actions: readonly GraphAction[];
}

/** A landscape's nodes and edges, without positions. */
export interface Graph {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
}

/** An application of the workspace, with the systems that it asks for. */
export interface GraphApplication {
	/** URI of its folder. */
	readonly folder: string;
	readonly name: string;
	readonly usages: readonly { readonly system: string; readonly state: UsageState }[];
}

/** What a graph's texts depend on. */
export interface GraphWords {
	/** Whether nothing can be written to the file, so that nothing can be done next. */
	readonly isUnreadable?: boolean;
	readonly terminology: Terminology;
	readonly now: Instant;
	/** Formats a time for the reader. */
	readonly localTime: (instant: Instant) => string;
	/** Shown as far as they use systems of the landscape, or ask for one that no landscape has. */
	readonly applications?: readonly GraphApplication[];
}

/** An element's id: the names under which the tree has it, in one text. */
export function graphId(...parts: readonly string[]): string {
	return JSON.stringify(parts);
}

/**
 * A landscape as nodes (tenants, systems, subaccounts, formations, in the file's order, and applications) and edges
 * (extensions, entitlements, memberships, usages). A system that's named but not in the landscape is a node with the status `unknown` or
 * `unread`; all plans of a subaccount for one system are one edge.
 */
export function graphOf(
	landscape: Landscape,
	{ isUnreadable = false, terminology, now, localTime, applications = [] }: GraphWords,
): Graph {
	const nodes: GraphNode[] = [];
	const edges: GraphEdge[] = [];
	const node = (kind: GraphNode['kind'], name: string, facts: Partial<Facts<GraphNode>>): string => {
		const { id = graphId(`${kind}s`, name), actions = [], next = '', ...others } = facts;
		nodes.push({
			id,
			kind,
			name,
			...{ type: '', status: '', label: '', token: '', until: '', recorded: '' },
			...others,
			next: isUnreadable ? '' : next,
			actions: isUnreadable ? [] : actions.map(said),
		});
		return id;
	};
	const edge = ({
		actions = [],
		...facts
	}: Pick<GraphEdge, 'id' | 'kind' | 'from' | 'to'> & Partial<Facts<GraphEdge>>) =>
		edges.push({
			...{ status: '', label: '', recorded: '', details: [] },
			...facts,
			actions: isUnreadable ? [] : actions.map(said),
		});
	const recordedOn = (record: Dated) => {
		const instant = recordedAtOf(landscape, record);
		return instant ? localTime(instant) : '';
	};
	const named = new Set<string>();
	const systemId = (name: string) => {
		named.add(name);
		return graphId('systems', name);
	};

	for (const { host, type, extensions } of landscape.tenants.values()) {
		const from = node('tenant', host, {
			type,
			next:
				extensions.size > 0 || landscape.mode === 'recorded'
					? ''
					: l10n.t('create an extension with the token of a pending system'),
			actions: nextActionsIn({ type }),
		});
		for (const extension of extensions.values()) {
			const { system, status } = extension;
			const label = extensionStatusLabel(status, type);
			const id = graphId('tenants', host, system);
			const to = systemId(system);
			const recorded = recordedOn(extension);
			edge({ id, kind: 'extension', from, to, status, label, recorded, actions: nextActionsIn({ type }) });
		}
	}
	const others = nodes.length;
	for (const { name, entitlements } of landscape.subaccounts.values()) {
		const to = node('subaccount', name, {
			next: entitlements.length > 0 ? '' : l10n.t('add service plans for a registered system'),
			actions: nextActionsOfSubaccount(landscape, name),
		});
		const bySystem = grouped(entitlements.map((entitlement) => [entitlement.system, entitlement] as const));
		for (const [system, plans] of bySystem) {
			const [{ service, plan } = { service: '', plan: '' }] = plans;
			edge({
				id: graphId('subaccounts', name, service, plan, system),
				kind: 'entitlement',
				from: systemId(system),
				to,
				label: plans.map((entitlement) => entitlement.plan).join(', '),
				details: plans.map(detailOf),
				actions: [REMOVE_PLAN],
			});
		}
	}
	for (const formation of landscape.formations.values()) {
		const { name, type, systems } = formation;
		const to = node('formation', name, {
			type,
			next: nextStepOfFormation(landscape, formation),
			actions: nextActionsOfFormation(landscape, formation),
		});
		for (const system of new Set(systems)) {
			const id = graphId('formations', name, system);
			edge({ id, kind: 'membership', from: systemId(system), to });
		}
	}
	for (const { folder, name, usages } of applications) {
		// What no landscape has, may be meant for this one.
		const own = usages.filter(
			({ system, state }) => landscape.systems.has(system) || state === 'unknown-system',
		);
		if (own.length > 0) {
			const problems = [...new Set(own.map(({ state }) => state))].filter((state) => state !== 'ready');
			const to = node('application', name, {
				id: graphId('applications', folder),
				label: (problems.length > 0 ? problems : ['ready' as const]).map(usageStateLabel).join(', '),
			});
			const bySystem = grouped(own.map(({ system, state }) => [system, state] as const));
			for (const [system, states] of bySystem) {
				if (landscape.systems.has(system)) {
					edge({
						id: graphId('applications', folder, system),
						kind: 'usage',
						from: systemId(system),
						to,
						details: [...new Set(states)].map(usageStateLabel),
					});
				}
			}
		}
	}
	const behind = nodes.splice(others);
	for (const system of landscape.systems.values()) {
		const { name, type, status } = system;
		const token = tokenWords(system, now);
		node('system', name, {
			type,
			status,
			label: systemStatusLabel(status, terminology, type),
			token,
			until: token && system.token ? localTime(system.token.expiresAt) : '',
			recorded: recordedOn(system),
			next: nextStep(landscape, system, now),
			actions: nextActions(landscape, system, now),
		});
	}
	for (const name of named) {
		if (!landscape.systems.has(name)) {
			node(
				'system',
				name,
				isUnreadable
					? { status: 'unread', label: l10n.t("can't be read") }
					: {
							status: 'unknown',
							label: l10n.t('not in this landscape'),
							next: l10n.t('register it, or correct its name in the file'),
						},
			);
		}
	}
	return { nodes: [...nodes, ...behind], edges };
}

/** Facts of an element, as the model gives them. */
type Facts<Element extends GraphNode | GraphEdge> = Omit<Element, 'actions'> & {
	readonly actions: readonly NextAction[];
};

const REMOVE_PLAN: NextAction = { command: 'removeServicePlan', title: () => l10n.t('Remove Service Plan') };

function said({ command, title }: NextAction): GraphAction {
	return { command, title: title() };
}

function detailOf({ service, plan, amount }: Entitlement): string {
	const units = amount === 1 ? l10n.t('1 unit') : l10n.t('{0} units', amount);
	return `${serviceNamed(service)?.label ?? service}: ${plan} (${units})`;
}
