import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import { renderEntry, renderFlowItems, renderScalar } from '../../../src/document/render.ts';
import { forAll } from '../property-runs.ts';

/** Texts that are made of what numbers, moments and truth values are made of. */
const ambiguous = fc.oneof(
	fc.string({ unit: fc.constantFrom(...'0123456789_.:+-eExXbTtZz ~<='), maxLength: 8 }),
	fc.constantFrom(
		'yes',
		'No',
		'ON',
		'off',
		'Y',
		'n',
		'True',
		'FALSE',
		'null',
		'~',
		'<<',
		'=',
		'.inf',
		'.NaN',
	),
	fc.constantFrom('12:30', '1_000', '0b101', '0o17', '017', '0xFF', '1e3', '.5', '1.', '190:20:30.15'),
	fc.constantFrom('2026-11-20', '2026-1-2 3:04:05', '2026-11-20T10:00:00.5+01:00', '2026-11-20 10:00:00 -5'),
);

describe('Rendering a value', () => {
	it('writes every text so that readers of YAML 1.2 and of YAML 1.1 both read that text', () => {
		forAll(500, ambiguous, (text) => {
			for (const version of ['1.1', '1.2'] as const) {
				expect(parse(renderScalar(text, undefined, false), { version })).to.equal(text);
				expect(parse(`[ ${renderFlowItems([text, text])} ]`, { version })).to.deep.equal([text, text]);
				expect(parse(renderEntry(text, text, 0, 2), { version, mapAsMap: true })).to.deep.equal(
					new Map([[text, text]]),
				);
			}
		});
	});

	it('puts no quotes where no reader could take the text for something else', () => {
		for (const text of [
			'SAP S/4HANA Cloud',
			's4-hana-cloud',
			'v1.2.3',
			'10 systems',
			'yes please',
			'1-2',
			'e',
		]) {
			expect(renderScalar(text, undefined, false)).to.equal(text);
		}
	});
});
