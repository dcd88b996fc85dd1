import { element } from '../../webview/page/dom.ts';
import { texts } from './texts.ts';

/** Stands for a token: dots for the eye, a word for the ear. The page never gets the token itself. */
export function maskedToken(): HTMLElement {
	return element(
		'span',
		{},
		element('span', { class: 'mask', 'aria-hidden': 'true' }, texts.mask),
		element('span', { class: 'visually-hidden' }, texts.hidden()),
	);
}

/** Stands for a value that is not there. */
export function nothing(): HTMLElement {
	return element(
		'span',
		{},
		element('span', { 'aria-hidden': 'true' }, '–'),
		element('span', { class: 'visually-hidden' }, texts.none()),
	);
}
