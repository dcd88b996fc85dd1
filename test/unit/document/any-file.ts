import fc from 'fast-check';
import { type Encoded, type EncodedMap, encodeRecord } from '../../../src/document/encode.ts';
import { type Change, nameIn, SECTIONS } from '../../../src/model/change.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { itemKey, sameTree } from '../../../src/model/tree.ts';
import { anyChange, anyLandscape, quoted } from './any-landscape.ts';

/** To what a comment or a line belongs: keys and indexes from the root. */
export type Owner = readonly (string | number)[];

export interface Comment {
	/** `#` and a number that no other comment has. */
	readonly text: string;
	/** The line's path for a comment behind it; that of what is around for one on a line of its own. */
	readonly owner: Owner;
	/** Whether it stands behind the `|` of a text of several lines. */
	readonly isAtBar: boolean;
	/** Whether it is one of the lines between two brackets. */
	readonly isBetweenBrackets: boolean;
}

/** A key that the format does not know, and its value, which no other has. */
export interface Unknown {
	readonly text: string;
	readonly owner: Owner;
}

export interface Line {
	/** The path of what stands in it; that of what is around for blank lines and comments. */
	readonly owner: Owner;
	/** Whether it is one of the lines between two brackets. */
	readonly isBetweenBrackets: boolean;
}

export interface AnyFile {
	readonly landscape: Landscape;
	readonly text: string;
	readonly comments: readonly Comment[];
	readonly lines: readonly Line[];
	/** Keys that the format does not know. */
	readonly unknown: readonly Unknown[];
	/** Whether it has aliases or tags: then not every change can be written, and `edit-unsafe` is no surprise. */
	readonly isHard: boolean;
}

/** Repeatable chances, so that a failing file can be found again by its seed. */
function chances(seed: number): (oneIn: number) => boolean {
	let state = seed >>> 0;
	return (oneIn) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % oneIn === 0;
	};
}

const style = fc.record({
	seed: fc.nat(),
	/** 0: as plain as can be, without a comment; 5: everything. */
	noise: fc.integer({ min: 0, max: 5 }),
	step: fc.constantFrom(2, 3, 4),
	lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
	mark: fc.boolean(),
	finalBreak: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes one file, line by line. */
class Hand {
	readonly lines: string[] = [];
	readonly owners: Line[] = [];
	#inBrackets = false;
	readonly comments: Comment[] = [];
	readonly #style: Style;
	readonly #oneIn: (times: number) => boolean;
	readonly #anchors = new Map<string, string>();
	readonly unknown: Unknown[] = [];
	/** Whether there are aliases or tags. */
	isHard = false;

	constructor(of: Style) {
		this.#style = of;
		this.#oneIn = chances(of.seed);
	}

	/** Happens often in a noisy file, never in a plain one. */
	#happens(times: number): boolean {
		return this.#oneIn(times) && this.#style.noise > 0 && !this.#oneIn(6 - Math.min(this.#style.noise, 4));
	}

	#tag(times: number): boolean {
		const happens = this.#happens(times);
		this.isHard ||= happens;
		return happens;
	}

	#comment(owner: Owner, isAtBar = false): string {
		const text = `#${this.comments.length}${this.#oneIn(2) ? ' a: [b' : ''}`;
		this.comments.push({
			text: `#${this.comments.length}`,
			owner,
			isAtBar,
			isBetweenBrackets: this.#inBrackets,
		});
		return `${text};`;
	}

	#blanks(count: number): string {
		return ' '.repeat(count);
	}

	/** Blank lines and comments on lines of their own, inside `around`. */
	between(indent: number, around: Owner, inFlow = false): void {
		while (this.#happens(4)) {
			if (this.#oneIn(2)) {
				this.#push(this.#oneIn(4) ? this.#blanks(indent) : '', around);
			} else {
				// `yaml` refuses comments without blanks before them between brackets.
				const at = this.#oneIn(6) && !inFlow ? 0 : this.#oneIn(8) ? indent + 1 : indent;
				this.#push(`${this.#blanks(at)}${this.#comment(around)}`, around);
			}
		}
	}

	#push(line: string, owner: Owner): void {
		this.lines.push(line);
		this.owners.push({ owner, isBetweenBrackets: this.#inBrackets });
	}

	/** A line with perhaps blanks or a comment behind it. */
	line(text: string, owner: Owner, isAtBar = false): void {
		const behind = this.#happens(3)
			? `${this.#blanks(1 + Number(this.#oneIn(2)) * 3)}${this.#comment(owner, isAtBar)}`
			: this.#happens(9)
				? '  '
				: '';
		this.#push(text + behind, owner);
	}

	scalar(value: string | number | boolean, inFlow: boolean, isKey = false): string {
		if (typeof value !== 'string') {
			return String(value);
		}
		const anchor = this.#anchors.get(value);
		if (!isKey && anchor !== undefined && this.#happens(2)) {
			this.isHard = true;
			return `*${anchor}`;
		}
		const text = quoted(value, !this.#happens(4), this.#oneIn(2));
		if (!isKey && anchor === undefined && !inFlow && this.#happens(18)) {
			this.#anchors.set(value, `a${this.#anchors.size}`);
			return `&${this.#anchors.get(value)} ${text}`;
		}
		return !isKey && this.#tag(20) ? `!!str ${text}` : text;
	}

	#colon(key: string): string {
		const before = this.#happens(12) ? ' ' : '';
		const after = this.#happens(6) ? '   ' : ' ';
		return `${key}${before}:${after}`;
	}

	/** Perhaps a key that the format does not know, with a value of its own or that of another key. */
	#unknownKey(owner: Owner): readonly [string, string][] {
		const isRecord = owner.length !== 1 && owner.at(-1) !== 'extensions';
		if (!isRecord || !this.#happens(6)) {
			return [];
		}
		const key = `x-${this.unknown.length}`;
		const text = `kept-${this.unknown.length}.`;
		this.unknown.push({ text, owner: [...owner, key] });
		const anchor = [...this.#anchors.values()].at(-1);
		if (anchor === undefined || !this.#happens(2)) {
			return [[key, text]];
		}
		this.isHard = true;
		return [[key, `[${text}, *${anchor}]`]];
	}

	/** The value in one line, as inside `{ }`. */
	#inline(value: Encoded, owner: Owner): string {
		if (value instanceof Map) {
			const pairs = [...value].map(
				([key, entry]) => `${this.scalar(key, true, true)}: ${this.#inline(entry, [...owner, key])}`,
			);
			pairs.push(...this.#unknownKey(owner).map(([key, text]) => `${key}: ${text}`));
			return pairs.length === 0
				? '{}'
				: this.#oneIn(2)
					? `{ ${pairs.join(', ')}${this.#happens(4) ? ',' : ''} }`
					: `{${pairs.join(',  ')}${this.#happens(4) ? ' ,' : ''}}`;
		}
		if (Array.isArray(value)) {
			const items = value.map((item, index) => this.#inline(item, [...owner, index]));
			const comma = items.length > 0 && this.#happens(4) ? ',' : '';
			return `[${this.#oneIn(2) ? ' ' : ''}${items.join(', ')}${comma}]`;
		}
		return value === null ? 'null' : this.scalar(value as string | number | boolean, true);
	}

	/** A collection between brackets, each item on a line of its own. */
	#flowLines(lead: string, value: EncodedMap | readonly Encoded[], indent: number, owner: Owner): void {
		const isRecord = value instanceof Map;
		this.line(`${lead}${isRecord ? '{' : '['}`, owner);
		this.#inBrackets = true;
		const entries: readonly [string | number, Encoded][] = isRecord
			? [...value]
			: [...(value as readonly Encoded[]).entries()];
		const inner = indent + this.#style.step;
		for (const [index, [key, entry]] of entries.entries()) {
			this.between(inner, owner, true);
			const comma = index < entries.length - 1 || this.#oneIn(3) ? ',' : '';
			const label = isRecord ? `${this.scalar(key, true, true)}: ` : '';
			this.line(`${this.#blanks(inner)}${label}${this.#inline(entry, [...owner, key])}${comma}`, [
				...owner,
				key,
			]);
		}
		this.between(inner, owner, true);
		this.#inBrackets = false;
		this.line(`${this.#blanks(indent)}${isRecord ? '}' : ']'}`, owner);
	}

	/** `key: value` at an indent; `lead` stands before the key in its line, as a dash does. */
	pair(key: string, value: Encoded | undefined, indent: number, owner: Owner, lead = ''): void {
		let start = `${lead === '' ? this.#blanks(indent) : lead}${this.#colon(this.scalar(key, false, true))}`;
		if (this.#happens(30)) {
			this.line(`${lead === '' ? this.#blanks(indent) : lead}? ${this.scalar(key, false, true)}`, owner);
			start = `${this.#blanks(indent)}: `;
		}
		const bare = start.trimEnd();
		if (value === null || value === undefined) {
			this.line(this.#happens(3) ? `${start}${this.#oneIn(2) ? '~' : '{}'}` : bare, owner);
		} else if (value instanceof Map || Array.isArray(value)) {
			const collection = value as EncodedMap | readonly Encoded[];
			const size = collection instanceof Map ? collection.size : (collection as readonly Encoded[]).length;
			if (size === 0) {
				this.line(this.#happens(2) ? `${start}${collection instanceof Map ? '{}' : '[]'}` : bare, owner);
			} else if (this.#happens(5)) {
				this.line(`${start}${this.#inline(collection, owner)}`, owner);
			} else if (this.#happens(7)) {
				this.#flowLines(start, collection, indent, owner);
			} else {
				this.line(this.#tag(15) ? `${start}!!${collection instanceof Map ? 'map' : 'seq'}` : bare, owner);
				this.block(collection, indent, owner);
			}
		} else if (typeof value === 'string' && this.#isBlockText(value) && this.#happens(2)) {
			this.line(`${start}|${value.endsWith('\n') ? '' : '-'}`, owner, true);
			for (const part of value.replace(/\n$/, '').split('\n')) {
				this.#push(`${this.#blanks(indent + this.#style.step)}${part}`, owner);
			}
		} else {
			this.line(`${start}${this.scalar(value as string | number | boolean, false)}`, owner);
		}
	}

	#isBlockText(value: string): boolean {
		return /^[a-z][\w ]*(?:\n[a-z][\w ]*)*\n?$/.test(value);
	}

	block(value: EncodedMap | readonly Encoded[], indent: number, owner: Owner): void {
		if (value instanceof Map) {
			const inner = indent + this.#style.step;
			for (const [key, entry] of value) {
				this.between(inner, owner);
				this.pair(key, entry, inner, [...owner, key]);
			}
			for (const [key, text] of this.#unknownKey(owner)) {
				this.line(`${this.#blanks(inner)}${key}: ${text}`, [...owner, key]);
			}
			return;
		}
		const column = indent + (this.#happens(2) ? this.#style.step : 0);
		for (const [index, item] of (value as readonly Encoded[]).entries()) {
			const path = [...owner, index];
			this.between(column, owner);
			const dash = `${this.#blanks(column)}-`;
			if (item instanceof Map && this.#happens(5)) {
				this.line(dash, path);
				this.block(item, column, path);
			} else if (item instanceof Map && !this.#happens(5)) {
				for (const [at, [key, entry]] of [...item].entries()) {
					if (at > 0) {
						this.between(column + 2, path);
					}
					this.pair(key, entry, column + 2, [...path, key], at === 0 ? `${dash} ` : '');
				}
			} else {
				this.line(`${dash} ${this.#inline(item, path)}`, path);
			}
		}
	}

	/** The whole file. */
	file(of: Landscape): void {
		if (this.#happens(5)) {
			this.line('---', []);
		}
		this.between(0, []);
		const head: readonly [string, Encoded][] = [
			['version', 1],
			['globalAccount', of.globalAccount],
			['mode', of.mode],
		];
		const sections = SECTIONS.map((section): [string, Encoded] => [
			section,
			new Map(
				[...of[section].keys()].map((key) => [key, encodeRecord(of, section, key) as Encoded] as const),
			),
		]);
		const written = sections.filter(([, entries]) => (entries as EncodedMap).size > 0 || !this.#oneIn(3));
		if (this.#happens(4)) {
			written.reverse();
		}
		for (const [key, value] of [...head, ...written]) {
			this.pair(key, value, 0, [key]);
			this.between(0, []);
		}
		if (this.#happens(3)) {
			this.line('x-notes: the end', ['x-notes']);
			this.between(0, []);
		}
	}
}

/** A landscape and a text that says it, as nobody's formatter would write it. */
export const anyFile: fc.Arbitrary<AnyFile> = fc.tuple(anyLandscape, style).map(([of, how]) => {
	const hand = new Hand(how);
	hand.file(of);
	const text = `${how.mark ? '\uFEFF' : ''}${hand.lines.join(how.lineBreak)}${how.finalBreak ? how.lineBreak : ''}`;
	return {
		landscape: of,
		text,
		comments: hand.comments,
		lines: hand.owners,
		unknown: hand.unknown,
		isHard: hand.isHard,
	};
});

export const anyFileAndChange = anyFile.chain((file) =>
	anyChange(file.landscape).map((change) => ({ ...file, change })),
);

// --- what a change takes away

/** The paths, from the root, that a change takes out of a landscape: an entry, fields, items of lists. */
export function removedBy(of: Landscape, change: Change): readonly Owner[] {
	const key = nameIn(change);
	const before = encodeRecord(of, change.section, key);
	const after =
		change.kind === 'remove'
			? undefined
			: encodeRecord({ ...of, [change.section]: new Map([[key, change.record]]) }, change.section, key);
	return before === undefined ? [] : removed(before, after, [change.section, key]);
}

function removed(before: Encoded, after: Encoded | undefined, path: Owner): readonly Owner[] {
	if (after === undefined) {
		return [path];
	}
	if (before instanceof Map) {
		const then = after instanceof Map ? after : new Map<string, Encoded>();
		return [...before].flatMap(([key, value]) => removed(value, then.get(key), [...path, key]));
	}
	return Array.isArray(before) && Array.isArray(after) ? removedItems(before, after, path) : [];
}

/** Items are the same by what tells them from the others; all may go where that is not enough, or their order changes. */
function removedItems(before: readonly Encoded[], after: readonly Encoded[], path: Owner): readonly Owner[] {
	const [was, is] = [before.map(itemKey), after.map(itemKey)];
	const isExchange =
		was.length === is.length &&
		was.every((key, index) => key === is[index] || !(is.includes(key) || was.includes(is[index])));
	const isClear = [was, is].every((keys) => new Set(keys).size === keys.length);
	const staying = was.filter((key) => is.includes(key));
	if (
		!isExchange &&
		!(isClear && sameTree(staying as Encoded, is.filter((key) => was.includes(key)) as Encoded))
	) {
		return before.map((_, index) => [...path, index]);
	}
	return before.flatMap((item, index) =>
		removed(item, after[isExchange ? index : is.indexOf(was[index])], [...path, index]),
	);
}

/** Whether `inner` is `outer` or something in it. */
export function isWithin(inner: Owner, outer: Owner): boolean {
	return outer.every((part, index) => inner[index] === part);
}
