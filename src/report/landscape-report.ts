import * as l10n from '@vscode/l10n';
import { type GraphApplication, graphOf } from '../diagram/graph.ts';
import { mermaidOf } from '../diagram/mermaid.ts';
import { inertName, inertSentence, listOf, tableOf } from '../document/inert-markdown.ts';
import { withoutSecrets } from '../document/without-secrets.ts';
import { serviceNamed } from '../model/catalog/services.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { checkLandscape } from '../model/findings/check-landscape.ts';
import type { Finding, Path, Severity } from '../model/findings/finding.ts';
import { grouped } from '../model/grouped.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from '../model/labels.ts';
import type { Landscape, Subaccount } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { nextStep, nextStepOfFormation, tokenWords } from '../model/next-step.ts';
import { type Dated, recordedAtOf } from '../model/recorded-at.ts';
import { factsOfSubaccount, roleLabel } from '../model/system-facts.ts';

/** What a report depends on besides the landscape. */
export interface ReportContext {
	readonly terminology: Terminology;
	readonly now: Instant;
	/** Formats a time for the reader, with its time zone. */
	readonly localTime: (instant: Instant) => string;
	/** Days before a token's end from which on it is an open point. */
	readonly tokenExpiryWarning: number;
	/** The applications of the workspace, for the map. */
	readonly applications?: readonly GraphApplication[];
}

/** What Mermaid draws by default; of a larger map it shows an error. */
const LARGEST_MAP = { characters: 50_000, edges: 500 };

/**
 * A landscape for people, as Markdown: open points, systems, tokens, pairings, entitlements, formations and the map. What
 * isn't there is left out. It has no token and no fingerprint, and nothing from the file becomes a link or HTML.
 */
export function landscapeReport(landscape: Landscape, context: ReportContext): string {
	const { globalAccount, systems, tenants, subaccounts, formations } = landscape;
	const isEmpty = [systems, tenants, subaccounts, formations].every(({ size }) => size === 0);
	const sections = [
		`# ${globalAccount.trim() ? l10n.t`System landscape of ${inertName(globalAccount)}` : l10n.t('System landscape')}`,
		listOf(factsOf(landscape, context)),
		...(isEmpty
			? [
					l10n.t(
						'There are no systems yet. Add the first one in the System Landscape view of VS Code, then export the report again.',
					),
				]
			: [
					...section(l10n.t('Open Points'), openPoints(landscape, context)),
					...section(l10n.t('Systems'), systemTable(landscape, context)),
					...section(l10n.t('Integration Tokens'), tokenTable(landscape, context)),
					...section(l10n.t('Tenants and Extensions'), tenantTable(landscape, context)),
					...section(
						l10n.t('Subaccounts and Service Plans'),
						[...subaccounts.values()]
							.map((subaccount) => subaccountText(landscape, subaccount, context))
							.join('\n\n'),
					),
					...section(l10n.t('Formations'), formationTable(landscape)),
					...section(l10n.t('Map'), mapOf(landscape, context)),
				]),
	];
	return `${sections.join('\n\n')}\n`;
}

function section(title: string, text: string): readonly string[] {
	return text === '' ? [] : [`## ${title}`, text];
}

function factsOf(
	{ mode, subdomain, region, systems }: Landscape,
	{ terminology, now, localTime }: ReportContext,
): readonly string[] {
	const statuses = grouped(
		Array.from(systems.values(), ({ status, type }) => [
			systemStatusLabel(status, terminology, type) || l10n.t('no status'),
			status,
		]),
	);
	const counts = Array.from(statuses, ([label, { length }]) => `${length} ${label}`).join(', ');
	return [
		mode === 'recorded'
			? l10n.t('Recorded by hand: every status is what somebody saw in the cockpit or the tenant.')
			: l10n.t('Practice: a simulated global account.'),
		...(subdomain ? [l10n.t`Subdomain: ${inertName(subdomain)}`] : []),
		...(region ? [l10n.t`Region: ${inertName(region)}`] : []),
		l10n.t`As of: ${localTime(now)}`,
		...(systems.size > 0 ? [l10n.t`Systems: ${systems.size} (${counts})`] : []),
	];
}

function openPoints(landscape: Landscape, context: ReportContext): string {
	const found = checkLandscape(landscape, context.now, context.tokenExpiryWarning);
	const parts = [
		...subsection(l10n.t('Errors'), findingsOf(landscape, found, 'error')),
		...subsection(l10n.t('Warnings'), findingsOf(landscape, found, 'warning')),
		...subsection(l10n.t('Next Steps'), nextSteps(landscape, context)),
	];
	return parts.length > 0 ? parts.join('\n\n') : l10n.t('None: there are no errors and no next steps.');
}

function subsection(title: string, items: readonly string[]): readonly string[] {
	return items.length === 0 ? [] : [`### ${title}`, listOf(items)];
}

/** No more findings of one kind than these are told in full. */
const MOST_OF_A_KIND = 5;

/** What the findings of a severity say; of those of one kind, the first in full, and where the others are. */
function findingsOf(landscape: Landscape, found: readonly Finding[], wanted: Severity): readonly string[] {
	const kinds = grouped(
		found.filter(({ severity }) => severity === wanted).map((finding) => [finding.code, finding] as const),
	);
	return [...kinds.values()].flatMap((findings) => {
		const more = findings.slice(MOST_OF_A_KIND);
		const places = [...new Set(more.map(({ path }) => placeOf(landscape, path)))];
		return [
			...findings.slice(0, MOST_OF_A_KIND).map(({ message, path }) => {
				const text = inertSentence(message);
				const name = shorten(String(path[1]));
				const isNamed =
					/^["„\p{L}]/u.test(message) &&
					[`"${name}"`, `„${name}“`].some((quoted) => message.includes(quoted));
				return isNamed ? text : `${placeOf(landscape, path)}: ${text}`;
			}),
			...(more.length > 0 ? [l10n.t`${more.length} more of this kind: ${places.join(', ')}`] : []),
		];
	});
}

/** The names that lead to a place in a landscape. */
function placeOf({ globalAccount, subaccounts, formations }: Landscape, path: Path): string {
	const [section, name = globalAccount, , part] = path;
	const index = Number(part);
	const below =
		section === 'tenants'
			? part
			: section === 'subaccounts'
				? subaccounts.get(String(name))?.entitlements[index]?.system
				: section === 'formations'
					? formations.get(String(name))?.systems[index]
					: undefined;
	return [name, below].flatMap((text) => (text === undefined ? [] : [inertName(String(text))])).join(' > ');
}

/** What comes next, once for all systems of which it is said. */
function nextSteps(landscape: Landscape, { now }: ReportContext): readonly string[] {
	const steps = grouped([
		...Array.from(
			landscape.systems.values(),
			(system) => [nextStep(landscape, system, now), inertName(system.name)] as const,
		),
		...Array.from(
			landscape.formations.values(),
			(formation) =>
				[nextStepOfFormation(landscape, formation), l10n.t`Formation ${inertName(formation.name)}`] as const,
		),
	]);
	return [...steps]
		.filter(([step]) => step !== '')
		.map(([step, names]) => `${names.join(', ')}: ${inertSentence(step)}`);
}

function systemTable(landscape: Landscape, context: ReportContext): string {
	return tableOf(
		[
			l10n.t('Name'),
			l10n.t('Type'),
			l10n.t('Status'),
			l10n.t('Recorded On'),
			l10n.t('Role'),
			l10n.t('URL'),
			l10n.t('Owner'),
			l10n.t('Note'),
		],
		Array.from(landscape.systems.values(), (system) => {
			const { name, type, status, role, url = '', owner = '', note = '' } = system;
			return [
				name,
				type,
				systemStatusLabel(status, context.terminology, type),
				recordedOn(landscape, system, context),
				role ? roleLabel(role) : '',
				url,
				owner,
				note,
			];
		}),
	);
}

/** When a record was recorded, as the reader writes times; empty where nobody recorded it. */
function recordedOn(landscape: Landscape, record: Dated, { localTime }: ReportContext): string {
	const instant = recordedAtOf(landscape, record);
	return instant ? localTime(instant) : '';
}

/** The tokens that somebody has yet to use, the first to expire first. */
function tokenTable({ systems }: Landscape, { now, localTime }: ReportContext): string {
	const waiting = [...systems.values()].flatMap((system) =>
		system.status === 'pending' && system.token && systemType(system.type)
			? [{ system, token: system.token }]
			: [],
	);
	return tableOf(
		[l10n.t('System'), l10n.t('Token'), l10n.t('Valid Until'), l10n.t('Communication Scenario Groups')],
		waiting
			.sort(({ token: one }, { token: other }) => one.expiresAt.localeCompare(other.expiresAt))
			.map(({ system, token }) => [
				system.name,
				tokenWords(system, now),
				localTime(token.expiresAt),
				token.scenarioGroups ?? [],
			]),
	);
}

/** Who is paired with whom: a line for each extension, and one for each tenant that has none. */
function tenantTable(landscape: Landscape, context: ReportContext): string {
	return tableOf(
		[
			l10n.t('Tenant'),
			l10n.t('Type'),
			l10n.t('Role'),
			l10n.t('System'),
			l10n.t('Extension'),
			l10n.t('Recorded On'),
			l10n.t('Changed On'),
			l10n.t('Note'),
		],
		[...landscape.tenants.values()].flatMap(({ host, type, role, note = '', extensions }) => {
			const of = role ? roleLabel(role) : '';
			return extensions.size === 0
				? [[host, type, of, '', '', '', '', note]]
				: Array.from(extensions.values(), (extension) => [
						host,
						type,
						of,
						extension.system,
						extensionStatusLabel(extension.status, type),
						recordedOn(landscape, extension, context),
						extension.changedAt ? context.localTime(extension.changedAt) : '',
						note,
					]);
		}),
	);
}

function subaccountText(landscape: Landscape, subaccount: Subaccount, context: ReportContext): string {
	const { name, entitlements } = subaccount;
	const facts = [
		...factsOfSubaccount(subaccount, (text) => inertName(text, 300)),
		...(entitlements.length === 0 ? [l10n.t('No service plans yet')] : []),
	];
	const table = tableOf(
		[l10n.t('System'), l10n.t('Service'), l10n.t('Service Plan'), l10n.t('Units'), l10n.t('Recorded On')],
		entitlements.map((entitlement) => [
			entitlement.system,
			serviceNamed(entitlement.service)?.label ?? entitlement.service,
			entitlement.plan,
			String(entitlement.amount),
			recordedOn(landscape, entitlement, context),
		]),
	);
	return [`### ${inertName(name)}`, listOf(facts), table].filter(Boolean).join('\n\n');
}

function formationTable({ formations }: Landscape): string {
	return tableOf(
		[l10n.t('Name'), l10n.t('Type'), l10n.t('Systems')],
		Array.from(formations.values(), ({ name, type, systems }) => [name, type, systems]),
	);
}

function mapOf(landscape: Landscape, context: ReportContext): string {
	const { nodes, edges } = graphOf(landscape, context);
	const text = mermaidOf({
		nodes: nodes.map((node) => ({
			...node,
			name: withoutSecrets(node.name),
			type: withoutSecrets(node.type),
		})),
		edges: edges.map((edge) => ({ ...edge, label: withoutSecrets(edge.label) })),
	});
	return text.length > LARGEST_MAP.characters || edges.length > LARGEST_MAP.edges
		? l10n.t('The map is too large for a Mermaid diagram. To see it, choose Show Map in VS Code.')
		: `\`\`\`mermaid\n${text}\`\`\``;
}
