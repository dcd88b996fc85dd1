import { transformSync } from 'esbuild';
import { textOf } from '../repository.ts';

/** A string as esbuild writes it once it has put templates into strings. */
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
const SAID =
	/l10n\.t\(\s*(?:_\w+ \|\| \(_\w+ = )?(?:__template\(\[[^\]]*\](?:, \[[^\]]*\])?\)\)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g;

/** What reads like words for a person in one source, but is not said by `l10n.t`. */
export function unspokenIn(typescript: string, extension = '.ts'): readonly string[] {
	const { code } = transformSync(typescript, {
		loader: extension === '.tsx' ? 'tsx' : 'ts',
		jsx: 'automatic',
		target: 'esnext',
		supported: { 'template-literal': false },
	});
	return Array.from(code.replaceAll(SAID, '').matchAll(STRING), ([literal]) => literal.slice(1, -1)).filter(
		(words) => /[A-Za-z]{2,} [a-z]{2,}/.test(words),
	);
}

/** The English texts of a JSON schema that completion and hover show; links to sources, which follow, are not translated. */
export function textsInSchema(file: string): ReadonlySet<string> {
	const texts = new Set<string>();
	JSON.parse(textOf(file), (key, value) => {
		if (key === 'markdownDescription' || key === 'markdownEnumDescriptions') {
			for (const text of [value].flat()) {
				texts.add(String(text).split('\n\n')[0] ?? '');
			}
		}
		return value;
	});
	return texts;
}
