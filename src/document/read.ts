import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { type Alias, type Document, isMap, isNode, isSeq, type Pair, type YAMLMap } from 'yaml';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Finding, FindingData, Path, Severity } from '../model/findings/finding.ts';
import {
	type Extension,
	type Formation,
	type Landscape,
	newLandscape,
	type Subaccount,
	type System,
	type Tenant,
} from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { nearest } from '../model/nearest.ts';
import { type Conflict, maskConflicts } from './conflict-markers.ts';
import { aliasesIn, isNothing, keyText, nodeAt, plain, target, UNREADABLE } from './nodes.ts';
import { MOST_ERRORS, parse, type SyntaxProblem } from './parse.ts';
import {
	ExtensionRecord,
	FormationRecord,
	HeadRecord,
	KNOWN_KEYS,
	type RecordKind,
	SubaccountRecord,
	SystemRecord,
	TenantRecord,
	VERSION,
} from './schema.ts';
import { suggestKey, suggestValue } from './suggestions.ts';
import { findTokenLikeText, type Range } from './token-like-text.ts';

/** Files with more UTF-16 units aren't read; nobody has a landscape that large. */
export const LONGEST_TEXT = 8 * 1024 * 1024;

/** How many values aliases may add; beyond that, none of them is resolved. */
export const MOST_ALIASED_VALUES = 200_000;

/** For records with more UTF-16 units, only the first error is reported because each error copies its surroundings. */
const LONG_RECORD = 100_000;

/** How many findings of severity information a text gets; VS Code shows that many problems for a file. */
const MOST_HINTS = 1000;

/** A finding about the text itself, by offsets in UTF-16 units. */
export interface TextFinding extends Range {
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	/** Where in the landscape it is; of contradictions only. */
	readonly path?: Path;
	readonly data?: FindingData;
}

/** What a text means. */
export interface Reading {
	readonly text: string;
	/** The landscape, as far as the text can be read. */
	readonly landscape: Landscape;
	/** What is wrong with the text; contradictions inside a readable landscape are `checkLandscape` in model/. */
	readonly findings: readonly TextFinding[];
	/** Why nothing may be written to this text, with `landscape-unreadable`; `undefined` when all is understood. */
	readonly unreadable: Refusal | undefined;
	/** The parsed text: for document/ only. */
	readonly document: Document | undefined;
}

/**
 * Reads the text of a landscape file. Never throws: syntax errors, conflict markers, a newer version,
 * duplicate keys, unknown values and texts beyond a limit become findings, and make the reading `unreadable`. Time and
 * memory are proportional to the text's length.
 */
export function read(text: string): Reading {
	if (text.length > LONGEST_TEXT) {
		return readOversized(text);
	}
	if (text.includes('\uFFFD')) {
		return nothingRead(
			text,
			'not-utf-8',
			l10n.t("Some bytes of the file aren't valid UTF-8. Save the file with the encoding UTF-8."),
		);
	}
	if (text.includes('\0')) {
		return nothingRead(text, 'not-text', l10n.t("This file isn't a text file."));
	}
	const masked = maskConflicts(text);
	const { document, problems } = parse(masked.text);
	if (!document) {
		const [beyond] = problems as [SyntaxProblem];
		return nothingRead(text, beyond.code, beyond.message, beyond);
	}
	// Most files have no alias, and reading them need not look at every node for one.
	const aliases = masked.text.includes('*') ? aliasesIn(document) : undefined;
	if (aliases && aliases.addedValues > MOST_ALIASED_VALUES) {
		return nothingRead(
			text,
			'aliases-too-large',
			l10n.t(
				"The aliases in the file can't be resolved because the result is too large. Replace them with their values, or remove them.",
			),
		);
	}
	return new Reader(text, document).read(masked.conflicts, problems, aliases?.dangling ?? []);
}

/** A reading that nothing is written by. */
type UnreadableReading = Reading & { readonly unreadable: Refusal };

/** The reading of a text that is too large; nothing of it is looked at. */
export function readOversized(text = ''): UnreadableReading {
	return nothingRead(
		text,
		'too-large',
		l10n.t`The file has more than ${LONGEST_TEXT / 1024 / 1024} million characters. Split it so that each file is one global account.`,
	);
}

/** A finding of model/ at its place in the text. */
export function locate(reading: Reading, finding: Finding): TextFinding {
	const { at, ...found } = finding;
	return { ...found, ...rangeAt(reading, found.path, at) };
}

/** Where a path is in the text: its key or its value, or the nearest existing one above it. */
export function rangeAt(reading: Reading, path: Path, at: 'key' | 'value'): Range {
	const { pair, node } = nodeAt(reading.document?.contents, path);
	const place = at === 'key' ? (pair?.key ?? node) : (node ?? pair?.key);
	return rangeOf(place) ?? { start: 0, end: 0 };
}

function rangeOf(node: unknown): Range | undefined {
	return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

/** The 1-based line of an offset. */
export function lineOf(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
		line++;
	}
	return line;
}

function nothingRead(
	text: string,
	code: string,
	message: string,
	{ start, end }: Range = { start: 0, end: Math.min(text.length, 1) },
): UnreadableReading {
	return {
		text,
		landscape: newLandscape('', 'practice'),
		findings: [{ code, severity: 'error', message, start, end }],
		unreadable: {
			...refuse('landscape-unreadable', l10n.t`${message} Until then, nothing is written to the file.`),
			reason: code,
		},
		document: undefined,
	};
}

/** Why a file isn't written to; an empty one has no line to fix, and a merge conflict isn't fixed by hand. */
function explain({ code, message }: TextFinding, line: number): string {
	switch (code) {
		case 'landscape-empty':
			return l10n.t`${message} Until then, nothing is written to the file.`;
		case 'merge-conflict':
			return l10n.t`Line ${line}: ${message} Until then, nothing is written to the file.`;
		default:
			return l10n.t`Line ${line}: ${message} Fix it in the editor; until then, nothing is written to the file.`;
	}
}

class Reader {
	readonly #text: string;
	readonly #document: Document;
	readonly #findings: TextFinding[] = [];
	#problem: TextFinding | undefined;
	#errors = 0;
	#hints = 0;
	/** Maps whose keys were looked at, by what they were taken for: aliases lead to the same map again and again. */
	readonly #checked = new Map<RecordKind | undefined, Set<YAMLMap>>();

	constructor(text: string, document: Document) {
		this.#text = text;
		this.#document = document;
	}

	read(
		conflicts: readonly Conflict[],
		problems: readonly SyntaxProblem[],
		danglingAliases: readonly Alias[],
	): Reading {
		for (const conflict of conflicts) {
			this.#block(
				'merge-conflict',
				l10n.t('The file has conflict markers. Resolve the merge conflict first.'),
				conflict,
			);
		}
		for (const problem of problems) {
			this.#block(problem.code, problem.message, problem);
		}
		for (const alias of danglingAliases.slice(0, MOST_ERRORS + 1)) {
			this.#block(
				'value-unreadable',
				l10n.t`The alias ${shorten(`*${alias.source}`)} has no anchor above it. Replace it with its value.`,
				rangeOf(alias),
			);
		}
		const landscape = this.#landscape();
		const isCutOff = this.#isCutOff();
		if (isCutOff) {
			this.#tellCutOff();
		}
		for (const range of findTokenLikeText(this.#text)) {
			this.#findings.push({
				code: 'token-in-file',
				severity: 'error',
				message: l10n.t(
					'This looks like an integration token, which is a secret. Remove it, and get a new one if the file was ever shared.',
				),
				...range,
			});
		}
		const problem = this.#problem;
		return {
			text: this.#text,
			landscape,
			findings: this.#findings,
			unreadable: problem && {
				...refuse('landscape-unreadable', explain(problem, lineOf(this.#text, problem.start))),
				reason: isCutOff ? 'landscape-cut-off' : problem.code,
			},
			document: this.#document,
		};
	}

	/** Reports an error that makes the file unreadable, up to {@link MOST_ERRORS}. */
	#block(code: string, message: string, range: Range = { start: 0, end: 0 }, data: FindingData = {}): void {
		if (++this.#errors > MOST_ERRORS + 1) {
			return;
		}
		const { start, end } = range;
		const finding: TextFinding =
			this.#errors <= MOST_ERRORS
				? { code, severity: 'error', message, start, end, data }
				: {
						code: 'too-many-errors',
						severity: 'error',
						message: l10n.t`The file has more than ${MOST_ERRORS} errors. Fix the first ones to see the rest.`,
						start,
						end,
					};
		this.#findings.push(finding);
		this.#problem ??= finding;
	}

	/**
	 * Whether a text may have lost its end, as it does where VS Code ended while it saved: it ends inside a line, and all
	 * errors are in its last entry. It's told beside them, as it may be a line that somebody is writing.
	 */
	#isCutOff(): boolean {
		const errors = this.#findings.filter(({ severity }) => severity === 'error');
		if (errors.length === 0 || this.#text.endsWith('\n')) {
			return false;
		}
		const lastEntry = Array.from(this.#text.matchAll(/^ {0,2}[^\s#]/gm)).at(-1)?.index ?? 0;
		return lastEntry > 0 && errors.every(({ start }) => start >= lastEntry);
	}

	#tellCutOff(): void {
		this.#findings.push({
			code: 'landscape-cut-off',
			severity: 'information',
			message: l10n.t(
				'The file ends in the middle of an entry. Complete it, or restore an earlier version from Local History.',
			),
			start: this.#text.lastIndexOf('\n') + 1,
			end: this.#text.length,
		});
	}

	#landscape(): Landscape {
		const root = target(this.#document, this.#document.contents);
		if (!isMap(root)) {
			this.#block(
				root ? 'not-a-landscape' : 'landscape-empty',
				root
					? l10n.t("This file isn't a landscape file. It must have the keys version, globalAccount and mode.")
					: l10n.t(
							'The file is empty. Restore an earlier version from Local History, or choose Create Landscape.',
						),
				rangeOf(root),
			);
			return newLandscape('', 'practice');
		}
		this.#keys(root, 'landscape');
		const sections = new Map(root.items.map((pair) => [keyText(pair), pair]));
		const head: Record<string, unknown> = Object.create(null);
		for (const key of Object.keys(HeadRecord.entries)) {
			const pair = sections.get(key);
			if (pair) {
				head[key] = plain(this.#document, pair.value);
			}
		}
		if (typeof head.version === 'number' && head.version > VERSION) {
			this.#block(
				'version-newer',
				l10n.t`The file has version ${head.version}, but this VS Code extension supports versions up to ${VERSION}. Update the VS Code extension.`,
				rangeOf(sections.get('version')?.value),
			);
		}
		const decoded = this.#decode(HeadRecord, head, root, 'landscape');
		return defined({
			globalAccount:
				decoded?.globalAccount ?? (typeof head.globalAccount === 'string' ? head.globalAccount : ''),
			mode: decoded?.mode ?? (head.mode === 'recorded' ? 'recorded' : 'practice'),
			subdomain: decoded?.subdomain,
			region: decoded?.region,
			systems: this.#section(sections.get('systems'), (name, node) => this.#system(name, node)),
			tenants: this.#section(sections.get('tenants'), (name, node) => this.#tenant(name, node)),
			subaccounts: this.#section(sections.get('subaccounts'), (name, node) => this.#subaccount(name, node)),
			formations: this.#section(sections.get('formations'), (name, node) => this.#formation(name, node)),
		});
	}

	/** The entries of a section by name; entries that can't be decoded are left out; they were reported. */
	#section<Entry>(
		pair: Pair | undefined,
		decode: (name: string, node: unknown) => Entry | undefined,
	): ReadonlyMap<string, Entry> {
		const entries = new Map<string, Entry>();
		const node = pair && target(this.#document, pair.value);
		if (!pair || isNothing(node)) {
			return entries;
		}
		if (!isMap(node)) {
			this.#block(
				'section-invalid',
				l10n.t`${keyText(pair) ?? ''} must have names as keys.`,
				rangeOf(node) ?? rangeOf(pair.key),
			);
			return entries;
		}
		this.#keys(node);
		for (const item of node.items) {
			const name = keyText(item);
			if (name !== undefined && !entries.has(name)) {
				const entry = decode(name, item.value);
				if (entry !== undefined) {
					entries.set(name, entry);
				}
			}
		}
		return entries;
	}

	#system(name: string, node: unknown): System | undefined {
		const record = this.#record(SystemRecord, node, 'system');
		if (!record) {
			return undefined;
		}
		const { type, status, recordedAt, url, role, discovery, owner, note, pairedTenant, token } = record;
		const system = { name, type, status, recordedAt, url, role, discovery, owner, note, pairedTenant };
		if (!token) {
			return defined(system);
		}
		this.#keysAt(node, ['token'], 'token');
		const { issuedAt, expiresAt, scenarioGroups, fingerprint, usedAt } = token;
		return defined({
			...system,
			token: defined({ issuedAt, expiresAt, scenarioGroups, fingerprint, usedAt }),
		});
	}

	#tenant(host: string, node: unknown): Tenant | undefined {
		const record = this.#record(TenantRecord, node, 'tenant', ['extensions']);
		if (!record) {
			return undefined;
		}
		const map = target(this.#document, node);
		const pair = isMap(map) ? map.items.find((item) => keyText(item) === 'extensions') : undefined;
		const extensions = this.#section(pair, (system, extension) => this.#extension(system, extension));
		const { type, role, note } = record;
		return defined({ host, type, role, note, extensions });
	}

	#extension(system: string, node: unknown): Extension | undefined {
		const record = this.#record(ExtensionRecord, node, 'extension');
		if (!record) {
			return undefined;
		}
		const { status, recordedAt, description, changedAt } = record;
		return defined({ system, status, recordedAt, description, changedAt });
	}

	#subaccount(name: string, node: unknown): Subaccount | undefined {
		if (isNothing(target(this.#document, node))) {
			return { name, entitlements: [] };
		}
		const record = this.#record(SubaccountRecord, node, 'subaccount');
		record?.entitlements.forEach((_, index) => {
			this.#keysAt(node, ['entitlements', index], 'entitlement');
		});
		if (!record) {
			return undefined;
		}
		const { subdomain, region, production, note } = record;
		const entitlements = record.entitlements.map(({ service, plan, system, amount, recordedAt }) =>
			defined({ service, plan, system, amount, recordedAt }),
		);
		return defined({ name, subdomain, region, production, note, entitlements });
	}

	#formation(name: string, node: unknown): Formation | undefined {
		const record = this.#record(FormationRecord, node, 'formation');
		return record && { name, type: record.type, systems: record.systems };
	}

	#record<const Schema extends v.GenericSchema>(
		schema: Schema,
		node: unknown,
		kind: RecordKind,
		skip: readonly string[] = [],
	): v.InferOutput<Schema> | undefined {
		const map = target(this.#document, node);
		if (!isMap(map)) {
			return this.#decode(schema, plain(this.#document, node), node, kind);
		}
		this.#keys(map, kind);
		return this.#decode(schema, plain(this.#document, map, skip), map, kind);
	}

	#decode<const Schema extends v.GenericSchema>(
		schema: Schema,
		value: unknown,
		node: unknown,
		kind: RecordKind,
	): v.InferOutput<Schema> | undefined {
		const { start, end } = rangeOf(node) ?? { start: 0, end: 0 };
		const decoded = v.safeParse(schema, value, { abortEarly: end - start > LONG_RECORD });
		if (decoded.success) {
			return decoded.output;
		}
		for (const issue of decoded.issues) {
			if (issue.input === UNREADABLE) {
				continue;
			}
			const path = (issue.path ?? []).map(({ key }) => key as string | number);
			const found = nodeAt(node, path);
			const around = rangeOf(found.pair?.key) ?? rangeOf(firstKey(node));
			if (issue.input === undefined && path.length > 0) {
				const message = l10n.t`The key ${String(path.at(-1))} is missing.`;
				const missing = suggestKey(kind, path);
				this.#block('key-missing', message, rangeOf(firstKey(found.node)) ?? around, { missing });
			} else {
				const instead = suggestValue(kind, path, found.node);
				this.#block('value-invalid', issue.message, rangeOf(found.node) ?? around, { instead });
			}
		}
		return undefined;
	}

	#keysAt(node: unknown, path: Path, kind: RecordKind): void {
		const found = target(this.#document, nodeAt(target(this.#document, node), path).node);
		if (isMap(found)) {
			this.#keys(found, kind);
		}
	}

	/** Reports keys that appear twice, keys other than text, and unknown keys. */
	#keys(map: YAMLMap, kind?: RecordKind): void {
		const checked = this.#checked.get(kind) ?? new Set();
		if (checked.has(map)) {
			return;
		}
		this.#checked.set(kind, checked.add(map));
		const seen = new Set<string>();
		for (const pair of map.items) {
			const key = keyText(pair);
			if (key === undefined) {
				this.#block('key-invalid', l10n.t('A key must be text.'), rangeOf(pair.key));
			} else if (seen.has(key)) {
				this.#block(
					'key-duplicate',
					l10n.t`"${shorten(key)}" appears twice. Keep one of the two.`,
					rangeOf(pair.key),
				);
			} else {
				seen.add(key);
				if (kind && !KNOWN_KEYS[kind].has(key)) {
					this.#unknownKey(key, pair, kind);
				}
			}
		}
	}

	#unknownKey(key: string, pair: Pair, kind: RecordKind): void {
		if (++this.#hints <= MOST_HINTS) {
			const instead = nearest(key, KNOWN_KEYS[kind]);
			const message = l10n.t(
				'"{0}" isn\'t a key that landscape files use. It stays in the file and has no effect.',
				shorten(key),
			);
			this.#findings.push({
				code: 'key-unknown',
				severity: 'information',
				message: instead ? l10n.t('{0} Did you mean "{1}"?', message, instead) : message,
				...(instead && { data: { instead } }),
				...(rangeOf(pair.key) ?? { start: 0, end: 0 }),
			});
		}
		this.#check(pair.value);
	}

	/** Reports keys that appear twice below an unknown key. */
	#check(node: unknown): void {
		if (isMap(node)) {
			this.#keys(node);
			for (const pair of node.items) {
				this.#check(pair.value);
			}
		} else if (isSeq(node)) {
			for (const item of node.items) {
				this.#check(item);
			}
		}
	}
}

function firstKey(node: unknown): unknown {
	return isMap(node) ? node.items[0]?.key : node;
}

/** The object without the keys whose value is `undefined`. */
function defined<Value extends object>(
	value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
		[Key in keyof Value]: Exclude<Value[Key], undefined>;
	};
}
