import type { PageState } from '../messages.ts';
import { element, setText } from './dom.ts';
import { texts } from './texts.ts';

/** The id of the text that says why nothing can be created or deleted. */
export const lockReasonId = 'lock-reason';

/** The top of the page: whose tenant this is, and what kind of tenant. */
export interface PageHeader {
	readonly element: HTMLElement;
	update(state: PageState): void;
}

/** Makes the header; before the first state it has only its title. */
export function pageHeader(): PageHeader {
	const host = element('strong');
	const type = element('span');
	const about = element('p', { class: 'quiet' });
	const lock = element('p', { class: 'notice', id: lockReasonId });
	// Its text is read out when it comes, for which the region has to be there before.
	const lockRegion = element('div', { 'aria-live': 'polite' });
	const header = element(
		'header',
		{},
		element('h1', {}, texts.title),
		element('p', { class: 'tenant' }, host, type),
		about,
		lockRegion,
	);

	return {
		element: header,
		update: (state) => {
			setText(host, state.host);
			setText(type, state.type);
			setText(about, texts[state.mode](state.globalAccount));
			setText(lock, state.locked);
			lock.dataset.mode = state.mode;
			if (state.locked === '') {
				lock.remove();
			} else if (!lock.isConnected) {
				lockRegion.append(lock);
			}
		},
	};
}
