import { getLocation } from 'jsonc-parser';
import { renderScalar } from '../document/render.ts';
import type { Range } from '../document/token-like-text.ts';
import { BUSINESS_PARTNER_SERVICES } from '../model/catalog/outbound-services.ts';
import { SCENARIO_GROUPS } from '../model/catalog/scenario-groups.ts';
import { SERVICES } from '../model/catalog/services.ts';
import type { Path } from '../model/findings/finding.ts';
import type { Landscape } from '../model/landscape.ts';
import { cursorAt } from './cursor.ts';

/** A value that may stand at a place of a project's file. */
export interface ProjectCompletion extends Range {
	readonly label: string;
	readonly kind: 'system' | 'value';
	/** What to write, with the quotes that the file's language asks for. */
	readonly text: string;
	readonly detail: string;
	/** Whether it comes before the others. */
	readonly isFirst: boolean;
}

type Value = Pick<ProjectCompletion, 'label' | 'kind' | 'detail' | 'isFirst'>;

/** What is known around the file. */
export interface CompletionContext {
	readonly landscapes: readonly Landscape[];
	/** Names of the service instances of the project, which are those of its destinations. */
	readonly instances: readonly string[];
}

const INBOUND = ['OAuth2SAMLBearerAssertion', 'BasicAuthentication', 'ClientCertificateAuthentication'];
const OUTBOUND = [
	'BasicAuthentication',
	'OAuth2ClientCredentials',
	'NoAuthentication',
	'OAuth2mTLS',
	'ClientCertificateAuthentication',
];

/** The values for a key, by its name. A key that is common elsewhere counts only below what makes it ours. */
const VALUES: Readonly<
	Record<string, { readonly below?: RegExp; readonly of: (context: CompletionContext) => readonly Value[] }>
> = {
	systemName: { of: systemNames },
	'system-name': { of: systemNames },
	service: { below: /^resources$/, of: serviceNames },
	serviceOfferingName: { of: serviceNames },
	'service-plan': { of: planNames },
	servicePlanName: { of: planNames },
	scenarioId: { of: scenarioIds },
	inboundAuthentication: { of: () => values(INBOUND) },
	outboundAuthentication: { of: () => values(OUTBOUND) },
	id: {
		below: /^outboundServices$/,
		of: () => BUSINESS_PARTNER_SERVICES.map(({ id, name }) => ({ ...value(id), detail: name })),
	},
	destination: { below: /^credentials$/, of: ({ instances }) => values(instances) },
};

/** The values that are possible at an offset (UTF-16 units) of a project's file; none where nothing of ours is. */
export function projectCompletionsAt(
	file: string,
	text: string,
	offset: number,
	context: CompletionContext,
): readonly ProjectCompletion[] {
	const place = file.endsWith('.json') ? placeInJson(text, offset) : placeInYaml(text, offset);
	const key = place?.path.findLast((part) => typeof part === 'string');
	const known = key !== undefined && Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
	const { below } = known ?? {};
	if (!place || !known || (below && !place.path.some((part) => below.test(String(part))))) {
		return [];
	}
	const { start, end, write } = place;
	return known.of(context).map((found) => ({ ...found, start, end, text: write(found.label) }));
}

interface Place extends Range {
	readonly path: Path;
	/** How a value is written there. */
	readonly write: (value: string) => string;
}

function placeInYaml(text: string, offset: number): Place | undefined {
	const cursor = cursorAt(text, offset);
	return cursor?.at === 'value'
		? { ...cursor, write: (value) => cursor.lead + renderScalar(value, cursor.node, cursor.inFlow) }
		: undefined;
}

function placeInJson(text: string, offset: number): Place | undefined {
	const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
	if (isAtPropertyKey) {
		return undefined;
	}
	const isIn =
		previousNode !== undefined &&
		previousNode.offset <= offset &&
		offset <= previousNode.offset + previousNode.length;
	const range =
		isIn && previousNode.type === 'string'
			? { start: previousNode.offset, end: previousNode.offset + previousNode.length }
			: { start: offset, end: offset };
	return { ...range, path, write: (value) => JSON.stringify(value) };
}

function systemNames({ landscapes }: CompletionContext): readonly Value[] {
	return landscapes.flatMap(({ systems }) =>
		[...systems.values()].map(({ name, type, status }) => ({
			label: name,
			kind: 'system' as const,
			detail: type,
			isFirst: status === 'registered',
		})),
	);
}

function serviceNames(): readonly Value[] {
	return SERVICES.map(({ name, label }) => ({ ...value(name), detail: label }));
}

function planNames(): readonly Value[] {
	return (SERVICES[0]?.plans ?? []).map(({ name, purpose }) => ({ ...value(name), detail: purpose() }));
}

function scenarioIds(): readonly Value[] {
	return values([...new Set(SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios))].sort());
}

function values(labels: readonly string[]): readonly Value[] {
	return labels.map(value);
}

function value(label: string): Value {
	return { label, kind: 'value', detail: '', isFirst: false };
}
