import * as l10n from '@vscode/l10n';
import { serviceNamed } from '../model/catalog/services.ts';
import { missingMembers } from '../model/formations.ts';
import { grouped } from '../model/grouped.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from '../model/labels.ts';
import type { Entitlement, Landscape } from '../model/landscape.ts';
import { nextStep, tokenWords } from '../model/next-step.ts';

/** A tenant, system, subaccount or formation. */
export interface GraphNode {
	/** Stays the same while the landscape changes. */
	readonly id: string;
	readonly kind: 'tenant' | 'system' | 'subaccount' | 'formation';
	readonly name: string;
	/** SAP's label of the type; empty where there is none. */
	readonly type: string;
	/** Of a system (`SystemStatus`), or `unknown` if it isn't in the landscape; empty for others. */
	readonly status: string;
	/** The status in the words of the chosen terminology; may be empty. */
	readonly label: string;
	/** The state of the token in a few words; empty where it does not matter. */
	readonly token: string;
	/** Until when the token is valid, in the reader's own form; empty where there is none. */
	readonly until: string;
	/** What can be done next, in words to be read after "Next:"; empty where nothing has to be. */
	readonly next: string;
}

/** What connects two nodes. */
export interface GraphEdge {
	readonly id: string;
	readonly kind: 'extension' | 'entitlement' | 'membership';
	/** Ids of nodes, from left to right in the picture. */
	readonly from: string;
	readonly to: string;
	/** Of an extension (`ExtensionStatus`); empty for others. */
	readonly status: string;
	readonly label: string;
	/** Services with plans and units, one a line. */
	readonly details: readonly string[];
}

/** A landscape's nodes and edges, without positions. */
export interface Graph {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
}

/** What a graph's texts depend on. */
export interface GraphWords {
	readonly terminology: Terminology;
	readonly now: Instant;
	/** Formats a time for the reader. */
	readonly localTime: (instant: Instant) => string;
}

/** An element's id: the names under which the tree has it, in one text. */
export function graphId(...parts: readonly string[]): string {
	return JSON.stringify(parts);
}

/**
 * A landscape as nodes (tenants, systems, subaccounts, formations, in the file's order) and edges (extensions,
 * entitlements, memberships). A system that's named but not in the landscape is a node with the status `unknown`; all plans of a
 * subaccount for one system are one edge.
 */
export function graphOf(landscape: Landscape, { terminology, now, localTime }: GraphWords): Graph {
	const nodes: GraphNode[] = [];
	const edges: GraphEdge[] = [];
	const node = (kind: GraphNode['kind'], name: string, facts: Partial<GraphNode>): string => {
		const id = graphId(`${kind}s`, name);
		nodes.push({ id, kind, name, type: '', status: '', label: '', token: '', until: '', next: '', ...facts });
		return id;
	};
	const edge = (facts: Pick<GraphEdge, 'id' | 'kind' | 'from' | 'to'> & Partial<GraphEdge>) =>
		edges.push({ status: '', label: '', details: [], ...facts });
	const named = new Set<string>();
	const systemId = (name: string) => {
		named.add(name);
		return graphId('systems', name);
	};

	for (const { host, type, extensions } of landscape.tenants.values()) {
		const from = node('tenant', host, { type });
		for (const { system, status } of extensions.values()) {
			const label = extensionStatusLabel(status, type);
			const id = graphId('tenants', host, system);
			edge({ id, kind: 'extension', from, to: systemId(system), status, label });
		}
	}
	const others = nodes.length;
	for (const { name, entitlements } of landscape.subaccounts.values()) {
		const to = node('subaccount', name, {});
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
			});
		}
	}
	for (const formation of landscape.formations.values()) {
		const { name, type, systems } = formation;
		const missing = missingMembers(landscape, formation);
		const to = node('formation', name, {
			type,
			next: missing.length > 0 ? l10n.t('include a system of type {0}', missing.join(', ')) : '',
		});
		for (const system of new Set(systems)) {
			const id = graphId('formations', name, system);
			edge({ id, kind: 'membership', from: systemId(system), to });
		}
	}
	const behind = nodes.splice(others);
	for (const system of landscape.systems.values()) {
		const { name, type, status } = system;
		const token = tokenWords(system, now);
		node('system', name, {
			type,
			status,
			label: systemStatusLabel(status, terminology),
			token,
			until: token && system.token ? localTime(system.token.expiresAt) : '',
			next: nextStep(landscape, system, now),
		});
	}
	for (const name of named) {
		if (!landscape.systems.has(name)) {
			node('system', name, { status: 'unknown', label: l10n.t('not in this landscape') });
		}
	}
	return { nodes: [...nodes, ...behind], edges };
}

function detailOf({ service, plan, amount }: Entitlement): string {
	const units = amount === 1 ? l10n.t('1 unit') : l10n.t('{0} units', amount);
	return `${serviceNamed(service)?.label ?? service}: ${plan} (${units})`;
}
