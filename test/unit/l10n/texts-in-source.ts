import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallExpression, type Node, type Program, parse, type TaggedTemplateExpression } from 'acorn';
import { ancestor, simple } from 'acorn-walk';
import { transformSync } from 'esbuild';

/** Functions whose first argument is an English text that has translations: see `src/model/language.ts`. */
const SPEAKERS = new Set(['t', 'inTable']);

/** The English texts that the sources say to a person, each with the file that says it. */
export function textsInSource(folder: string): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (file.endsWith('.ts')) {
			for (const text of textsOf(readFileSync(join(folder, file), 'utf8'))) {
				texts.set(text, file);
			}
		}
	}
	return texts;
}

/** The English texts in one source; what is put into a template is `{0}`, `{1}`, … */
export function textsOf(typescript: string): readonly string[] {
	const texts: string[] = [];
	simple(parsed(typescript), {
		CallExpression({ callee, arguments: [first] }: CallExpression) {
			const text = isSpeaker(callee) && first ? literal(first) : undefined;
			if (text) {
				texts.push(text);
			}
		},
		TaggedTemplateExpression({ tag, quasi }: TaggedTemplateExpression) {
			if (isSpeaker(tag)) {
				texts.push(
					quasi.quasis
						.map(({ value }) => value.cooked ?? '')
						.reduce((whole, part, index) => `${whole}{${index - 1}}${part}`),
				);
			}
		},
	});
	return texts;
}

/** What reads like words for a person in one source, but is not said by `t`. */
export function unspokenIn(typescript: string): readonly string[] {
	const unspoken: string[] = [];
	const look = (words: string, ancestors: readonly Node[]) => {
		const parent = ancestors.at(-2);
		const isSaid =
			(parent?.type === 'CallExpression' && isSpeaker((parent as CallExpression).callee)) ||
			(parent?.type === 'TaggedTemplateExpression' && isSpeaker((parent as TaggedTemplateExpression).tag));
		if (!isSaid && /[A-Za-z]{2,} [a-z]{2,}/.test(words)) {
			unspoken.push(words);
		}
	};
	ancestor(parsed(typescript), {
		Literal: ({ value }, _, ancestors) => look(String(value), ancestors),
		TemplateLiteral: ({ quasis }, _, ancestors) =>
			look(quasis.map(({ value }) => value.cooked).join('{}'), ancestors),
	});
	return unspoken;
}

function parsed(typescript: string): Program {
	const { code } = transformSync(typescript, { loader: 'ts', target: 'esnext' });
	return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
}

function isSpeaker(node: Node): boolean {
	return node.type === 'Identifier' && 'name' in node && SPEAKERS.has(String(node.name));
}

function literal(node: Node): string | undefined {
	return node.type === 'Literal' && 'value' in node && typeof node.value === 'string'
		? node.value
		: undefined;
}

/** The English texts of a JSON schema that completion and hover show; links to sources, which follow, are not translated. */
export function textsInSchema(file: string): ReadonlySet<string> {
	const texts = new Set<string>();
	const look = (node: unknown): void => {
		if (typeof node === 'object' && node !== null) {
			for (const [key, value] of Object.entries(node)) {
				for (const text of key === 'markdownDescription' || key === 'markdownEnumDescriptions'
					? [value].flat()
					: []) {
					texts.add(String(text).split('\n\n')[0] ?? '');
				}
				look(value);
			}
		}
	};
	look(JSON.parse(readFileSync(file, 'utf8')));
	return texts;
}
