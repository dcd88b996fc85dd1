import fc from 'fast-check';
import { type Encoded, encodeRecord } from '../../../src/document/encode.ts';
import { SECTIONS } from '../../../src/model/change.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { anyChange, anyLandscape, quoted } from './any-landscape.ts';

/** How a person writes a file: alike everywhere, with comments on lines of their own and behind values. */
const style = fc.record({
	step: fc.constantFrom(2, 3, 4),
	quote: fc.constantFrom('' as const, "'" as const, '"' as const),
	listIndent: fc.boolean(),
	lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
	mark: fc.boolean(),
	finalBreak: fc.boolean(),
	trailing: fc.boolean(),
	flowTokens: fc.boolean(),
	/** One decision per line: nothing, a blank line, a comment line above it. */
	above: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 60, maxLength: 60 }),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

/** The text of a landscape, hand-styled, with a numbered comment in many places. */
function write(landscape: Landscape, of: Style): string {
	const lines: string[] = [];
	let comments = 0;
	const put = (blanks: number, text: string) => {
		const above = of.above[lines.length % of.above.length];
		if (above === 1) {
			lines.push('');
		} else if (above === 2 && lines.length > 0) {
			lines.push(`${' '.repeat(blanks)}# comment ${comments++}.`);
		}
		lines.push(`${' '.repeat(blanks)}${text}${of.trailing ? `   # trailing ${comments++}.` : ''}`);
	};
	const scalar = (value: Encoded) =>
		typeof value === 'string' ? quoted(value, of.quote === '', of.quote === "'") : String(value);
	const putEntry = (blanks: number, key: string, value: Encoded, lead = '') => {
		if (value instanceof Map && key === 'token' && of.flowTokens) {
			const fields = [...value].map(([field, text]) => `${field}: ${JSON.stringify(text)}`);
			put(blanks, `token: { ${fields.join(', ')} }`);
		} else if (value instanceof Map) {
			put(blanks, `${scalar(key)}:`);
			for (const [field, entry] of value) {
				putEntry(blanks + of.step, field, entry);
			}
		} else if (Array.isArray(value)) {
			put(blanks, `${key}:`);
			for (const item of value as readonly Encoded[]) {
				putItem(blanks + (of.listIndent ? of.step : 0), item);
			}
		} else {
			put(blanks, `${lead}${scalar(key)}:${value === null ? '' : ` ${scalar(value)}`}`);
		}
	};
	const putItem = (blanks: number, item: Encoded) => {
		if (!(item instanceof Map)) {
			put(blanks, `- ${scalar(item)}`);
			return;
		}
		for (const [index, [key, value]] of [...item].entries()) {
			putEntry(blanks, key, value, index === 0 ? '- ' : '  ');
		}
	};
	put(0, 'version: 1');
	put(0, 'globalAccount: Acme');
	put(0, 'mode: practice');
	for (const section of SECTIONS) {
		put(0, `${section}:`);
		for (const name of landscape[section].keys()) {
			const record = encodeRecord(landscape, section, name) ?? null;
			// Not in the usual order, and beside a key that the format does not know.
			const fields = record instanceof Map ? [...record, ['x-team', 'team-a'] as const].reverse() : undefined;
			putEntry(of.step, name, fields ? new Map(fields) : record);
		}
	}
	put(0, 'x-notes: the end');
	return `${of.mark ? '\uFEFF' : ''}${lines.join(of.lineBreak)}${of.finalBreak ? of.lineBreak : ''}`;
}

export const file = fc
	.tuple(anyLandscape, style)
	.map(([landscape, of]) => ({ landscape, text: write(landscape, of) }));

export const fileAndChange = file.chain((made) =>
	anyChange(made.landscape).map((change) => ({ ...made, change })),
);

/** The numbered comments of a random file. */
export const comments = (text: string) => text.match(/# (?:comment|trailing) \d+\./g) ?? [];
