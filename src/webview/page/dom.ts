/** Attributes that the page sets; neither `style` nor handlers, which its content security policy forbids. */
type Attribute =
	| 'autocapitalize'
	| 'autocomplete'
	| 'class'
	| 'colspan'
	| 'for'
	| 'hidden'
	| 'id'
	| 'role'
	| 'scope'
	| 'spellcheck'
	| 'tabindex'
	| 'type'
	| 'value'
	| `aria-${string}`
	| `data-${string}`;

type Attributes = { readonly [name in Attribute]?: string };

/** Builds an element; texts among the children become text nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const built = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		built.setAttribute(name, String(value));
	}
	built.append(...children);
	return built;
}

/** A button that does something; `submit` ones do it through their form. */
export function button(label: string, attributes: Attributes = {}, onClick?: () => void): HTMLButtonElement {
	const built = element('button', { type: 'button', ...attributes }, label);
	if (onClick) {
		built.addEventListener('click', () => {
			if (!isBlocked(built)) {
				onClick();
			}
		});
	}
	return built;
}

/** Blocks a button but leaves it reachable, so that its reason can be heard; `reason` is the id of a text. */
export function block(target: HTMLButtonElement, blocked: boolean, reason?: string): void {
	setOrRemove(target, 'aria-disabled', blocked ? 'true' : undefined);
	setOrRemove(target, 'aria-describedby', blocked ? reason : undefined);
}

/** Whether {@link block} holds for it. */
export function isBlocked(target: HTMLButtonElement): boolean {
	return target.getAttribute('aria-disabled') === 'true';
}

/** Sets an attribute, or takes it away where there is no value. */
export function setOrRemove(target: Element, name: Attribute, value: string | undefined): void {
	if (value === undefined) {
		target.removeAttribute(name);
	} else if (target.getAttribute(name) !== value) {
		target.setAttribute(name, value);
	}
}

/** Writes a text only where it differs, which keeps a selection and spares live regions. */
export function setText(target: Element, text: string): void {
	if (target.textContent !== text) {
		target.textContent = text;
	}
}

/** Runs what changes the page, then gives focus back to where it was, or to `fallback` where that has gone or is hidden. */
export function keepingFocus(change: () => void, fallback: HTMLElement): void {
	const before = document.activeElement;
	change();
	if (!(before instanceof HTMLElement)) {
		return;
	}
	const isThere = before.checkVisibility();
	if (before !== document.activeElement || !isThere) {
		takeFocus(isThere ? before : fallback);
	}
}

/** Focuses an element, but never takes the focus from another part of the window, such as an open command palette. */
export function takeFocus(target: HTMLElement): void {
	if (document.hasFocus()) {
		target.focus();
	}
}
