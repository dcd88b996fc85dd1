/** A part of a picture, for the page as well as for a file. */
export interface Shape {
	readonly tag: 'g' | 'path' | 'rect' | 'text' | 'title' | 'desc' | 'style';
	readonly attributes: Readonly<Record<string, string | number>>;
	readonly content: readonly Shape[] | string;
}

/** A part that is left out where there is none. */
export type Part = Shape | undefined;

/** Makes a shape. */
export function shape(
	tag: Shape['tag'],
	attributes: Shape['attributes'],
	content: string | readonly Part[] = [],
): Shape {
	return {
		tag,
		attributes,
		content: typeof content === 'string' ? content : content.filter((part) => !!part),
	};
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Builds a shape for the page; texts become text nodes, never markup. `seen` gets each element that it makes. */
export function build(
	{ tag, attributes, content }: Shape,
	seen: (element: SVGElement, attributes: Shape['attributes']) => void,
): SVGElement {
	const built = document.createElementNS(NAMESPACE, tag);
	for (const [name, value] of Object.entries(attributes)) {
		built.setAttribute(name, String(value));
	}
	if (typeof content === 'string') {
		built.textContent = content;
	} else {
		built.append(...content.map((child) => build(child, seen)));
	}
	seen(built, attributes);
	return built;
}

/** A shape as text of an XML file. */
export function xmlOf({ tag, attributes, content }: Shape): string {
	const start = Object.entries(attributes)
		.filter(([name]) => !/^(aria-|data-|role$|tabindex$)/.test(name))
		.map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
		.join('');
	const inner = typeof content === 'string' ? escaped(content) : content.map(xmlOf).join('');
	return inner === '' ? `<${tag}${start}/>` : `<${tag}${start}>${inner}</${tag}>`;
}

/** A text for XML; what XML does not allow at all, such as control characters, becomes a sign that stands for it. */
function escaped(text: string): string {
	return text
		.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
