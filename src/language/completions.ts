import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { keyText, pairIn } from '../document/nodes.ts';
import { renderScalar } from '../document/render.ts';
import { startOfLine } from '../document/text-positions.ts';
import type { Range } from '../document/token-like-text.ts';
import { formationType } from '../model/catalog/formation-types.ts';
import { serviceNamed } from '../model/catalog/services.ts';
import { systemType } from '../model/catalog/system-types.ts';
import type { Path } from '../model/findings/finding.ts';
import type { Landscape, System } from '../model/landscape.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { type FileSchema, isOfType, knownValues, schemaAt } from './file-schema.ts';

/** A completion. */
export interface Completion extends Range {
	readonly label: string;
	readonly kind: 'key' | 'value' | 'system';
	/** What to write; if it `isSnippet`, `$0` is where the cursor goes. */
	readonly text: string;
	readonly isSnippet: boolean;
	/** What it means, in Markdown of the schema. */
	readonly markdown: string;
	/** Whether it comes before the others: a required key, a system that is allowed there. */
	readonly isFirst: boolean;
}

/**
 * Completions at an offset (UTF-16 units) of a landscape file: missing keys, known values, and names of systems. None in
 * comments, or if the text can't be understood.
 */
export function completionsAt(
	text: string,
	offset: number,
	{ landscape, schema, step }: { landscape: Landscape; schema: FileSchema; step: number },
): readonly Completion[] {
	const cursor = cursorAt(text, offset);
	if (!cursor) {
		return [];
	}
	const isKey = cursor.at === 'key';
	const here = schemaAt(schema, isKey ? cursor.path.slice(0, -1) : cursor.path);
	if (!here) {
		return [];
	}
	if (isKey || (isOfType(here, 'object') && !cursor.inFlow && isFirstInLine(text, cursor))) {
		return keysOf(here, text, cursor, landscape, step, cursor.lead);
	}
	const inList = isOfType(here, 'array');
	const dash = inList && !cursor.inFlow;
	const value = inList ? here.items : here;
	if (!value || (inList && (cursor.inFlow || !isFirstInLine(text, cursor)))) {
		return [];
	}
	const path = inList ? [...cursor.path, 0] : cursor.path;
	const lead = `${cursor.lead}${dash ? '- ' : ''}`;
	if (isOfType(value, 'object')) {
		return keysOf(value, text, { ...cursor, parent: undefined }, landscape, step, lead);
	}
	const written = writtenIn(cursor);
	return [...allowedAt(value, path, cursor, landscape)]
		.filter(([label]) => !written.has(label))
		.map(([label, { markdown, isFirst }]) => ({
			...rangeOf(cursor),
			label,
			kind: value['x-refers-to'] === 'systems' ? 'system' : 'value',
			text: lead + renderScalar(label, cursor.node, cursor.inFlow),
			isSnippet: false,
			markdown,
			isFirst,
		}));
}

function rangeOf({ start, end }: Range): Range {
	return { start, end };
}

/** Whether only spaces or a dash are before the cursor in its line. */
function isFirstInLine(text: string, { start }: Range): boolean {
	return /^[\s-]*$/.test(text.slice(startOfLine(text, start), start));
}

function keysOf(
	record: FileSchema,
	text: string,
	cursor: Cursor,
	landscape: Landscape,
	step: number,
	lead = '',
): readonly Completion[] {
	const siblings = isMap(cursor.parent) && cursor.at === 'key' ? keysIn(cursor.parent) : new Set<string>();
	siblings.delete(cursor.text);
	const isNew = !/^["']?[ \t]*:(?:\s|$)/.test(text.slice(cursor.end, cursor.end + 100));
	const column = cursor.start - startOfLine(text, cursor.start) + lead.trimStart().length;
	const below = `\n${' '.repeat(column + step)}`;
	const complete = (
		label: string,
		schema: FileSchema,
		kind: 'key' | 'system',
		isFirst: boolean,
	): Completion => {
		const name = renderScalar(label, cursor.node, cursor.inFlow);
		const snippet = isNew
			? `: ${isOfType(schema, 'object') ? (cursor.inFlow ? '{ $0 }' : `${below}$0`) : isOfType(schema, 'array') ? (cursor.inFlow ? '[ $0 ]' : `${below}- $0`) : '$0'}`
			: '';
		return {
			...rangeOf(cursor),
			label,
			kind,
			text: lead + (isNew ? escapeSnippet(name) : name) + snippet.replace(/: \n/, ':\n'),
			isSnippet: isNew,
			markdown: schema.markdownDescription ?? '',
			isFirst,
		};
	};
	const keys = Object.entries(record.properties ?? {})
		.filter(([key]) => !siblings.has(key))
		.map(([key, schema]) => complete(key, schema, 'key', record.required?.includes(key) ?? false));
	const entry = record.additionalProperties;
	const systems =
		entry && record.propertyNames?.['x-refers-to']
			? namedSystems(landscape)
					.filter(({ name }) => !siblings.has(name))
					.map(({ name, status }) => complete(name, entry, 'system', status === 'pending'))
			: [];
	return [...keys, ...systems];
}

/** The systems that can be referred to: an empty name is an error (R-NAME-1), so nothing should refer to it. */
function namedSystems({ systems }: Landscape): readonly System[] {
	return [...systems.values()].filter(({ name }) => name !== '');
}

/** The values that make sense at a path, given what's around it. */
function allowedAt(
	schema: FileSchema,
	path: Path,
	cursor: Cursor,
	landscape: Landscape,
): ReadonlyMap<string, { markdown: string; isFirst: boolean }> {
	const markdown = knownValues(schema);
	const [section, , field] = path;
	const sibling = (key: string) => textIn(cursor.records.at(-1), key);
	if (schema['x-refers-to'] === 'systems') {
		const limit = section === 'formations' ? formationType(sibling('type'))?.members : undefined;
		return new Map(
			namedSystems(landscape).map(({ name: system, status, type }) => [
				system,
				{
					markdown: '',
					isFirst: status === 'registered' && (!Array.isArray(limit) || limit.includes(type)),
				},
			]),
		);
	}
	if (schema['x-refers-to'] === 'tenants') {
		return new Map(
			[...landscape.tenants.values()].map(({ host, type }) => [
				host,
				{ markdown: '', isFirst: type === sibling('type') },
			]),
		);
	}
	const narrowed =
		field === 'token'
			? systemType(textIn(cursor.records.at(-2), 'type'))?.token.scenarioGroups.map(({ label }) => label)
			: path.at(-1) === 'plan'
				? serviceNamed(sibling('service'))?.plans.map((plan) => plan.name)
				: undefined;
	return new Map(
		[...markdown]
			.filter(([value]) => !narrowed || narrowed.includes(value))
			.map(([value, description]) => [value, { markdown: description, isFirst: false }]),
	);
}

/** The texts that the list around the cursor has already. */
function writtenIn({ parent, records, path, at, text }: Cursor): ReadonlySet<string> {
	const record = records.at(-1);
	const own =
		record && at === 'value'
			? pairIn(record, String(path.findLast((part) => typeof part === 'string')))?.value
			: undefined;
	const list = isSeq(parent) ? parent : isSeq(own) ? own : undefined;
	const texts = new Set(list?.items.map((item) => (isScalar(item) ? String(item.value) : '')));
	texts.delete(text);
	return texts;
}

function keysIn(map: YAMLMap): Set<string> {
	return new Set(map.items.map((pair) => keyText(pair) ?? ''));
}

function textIn(map: YAMLMap | undefined, key: string): string {
	const value = map && pairIn(map, key)?.value;
	return isScalar(value) ? String(value.value) : '';
}

function escapeSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
