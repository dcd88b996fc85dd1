import { type ComponentChildren, type FunctionComponent, isValidElement, type VNode } from 'preact';

/** What a component without state shows, as text of an XML file. */
export function xmlOf(shown: ComponentChildren): string {
	if (Array.isArray(shown)) {
		return shown.map(xmlOf).join('');
	}
	if (!isValidElement(shown)) {
		return typeof shown === 'string' || typeof shown === 'number' ? escaped(String(shown)) : '';
	}
	const { type, props } = shown as VNode<{ readonly children?: ComponentChildren }>;
	if (typeof type === 'function') {
		return xmlOf((type as FunctionComponent<typeof props>)(props));
	}
	const { children, ...attributes } = props;
	const start = Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
		.join('');
	const inner = xmlOf(children);
	return inner === '' ? `<${type}${start}/>` : `<${type}${start}>${inner}</${type}>`;
}

/** A text for XML; what XML doesn't allow at all, such as a control character, becomes the replacement character. */
function escaped(text: string): string {
	return text
		.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
