import fc from 'fast-check';

/** Pieces of landscapes, and of what YAML is made of. */
const PIECES = [
	...['version: 1\n', 'globalAccount: a\n', 'mode: practice\n'],
	...['systems', 'systems:\n', 'tenants', 'tenants:', 'subaccounts: ', 'formations:\n'],
	...['A', 'x', '1', '__proto__', 'constructor', '~'],
	...['', ' ', '  ', '    ', '\t', '\n', '\r\n', '\r', '\uFEFF', '\u2028', '\0', '\x07', '\uFFFD', '\\'],
	...[':', ': ', '- ', '? ', ',', ', ', '{', '}', '{}', '[', ']', '"', "'", '#', '# c', ' # c'],
	...['&a ', '*a', '*cloud', '<<', '<<: *a', '!!set ', '!!binary ', '!t '],
	...['|', '|\n', '|-\n', '>', '>-\n', '---\n', '...\n', '%YAML 1.1\n'],
	...['<<<<<<<\n', '=======\n', '>>>>>>>\n'],
];
const piece = fc.oneof(
	{ arbitrary: fc.constantFrom(...PIECES), weight: 3 },
	{ arbitrary: fc.string({ unit: 'binary', maxLength: 5 }), weight: 1 },
);

/** A text that is made of pieces. */
export const pieced = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

export const place = fc.nat({ max: 100_000 });

/** A text in which pieces were put in, some in the place of something else, and the last of these places. */
export function spliced(texts: fc.Arbitrary<string>): fc.Arbitrary<{ text: string; last: number }> {
	const length = fc.oneof(fc.constant(0), fc.nat({ max: 40 }));
	const splices = fc.array(fc.tuple(place, length, piece), { minLength: 1, maxLength: 4 });
	return fc.tuple(texts, splices).map(([before, changes]) =>
		changes.reduce(
			({ text }, [at, length, inserted]) => {
				const last = at % (text.length + 1);
				return { text: text.slice(0, last) + inserted + text.slice(last + length), last };
			},
			{ text: before, last: 0 },
		),
	);
}
