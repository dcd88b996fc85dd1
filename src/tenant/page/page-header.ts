import { element, setText } from '../../webview/page/dom.ts';
import type { Application, PageState } from '../messages.ts';
import { texts } from './texts.ts';

/** The id of the text that says why nothing can be created or deleted. */
export const lockReasonId = 'lock-reason';

/** The top of the page: which application it is, and whose tenant. */
export interface PageHeader {
	readonly element: HTMLElement;
	update(state: PageState, application: Application): void;
}

/** Makes the header; it stays hidden until the first state. */
export function pageHeader(): PageHeader {
	const title = element('h1');
	const host = element('strong');
	const type = element('span');
	const place = element('p', { class: 'quiet' });
	const about = element('p', { class: 'quiet' });
	const ownNote = element('span');
	const own = element('p', { class: 'quiet' }, element('strong', {}, texts.model()), ' ', ownNote);
	const lock = element('p', { class: 'notice', id: lockReasonId });
	// Its text is read out when it comes, for which the region has to be there before.
	const lockRegion = element('div', { 'aria-live': 'polite' });
	const header = element(
		'header',
		{ hidden: '' },
		title,
		place,
		element('p', { class: 'tenant' }, host, type),
		about,
		own,
		lockRegion,
	);

	return {
		element: header,
		update: (state, application) => {
			setText(title, application.name);
			setText(place, texts.realPlace(application.path));
			place.hidden = application.path.length === 0;
			setText(host, state.host);
			setText(type, state.type);
			setText(about, texts[state.mode](state.globalAccount));
			setText(ownNote, application.ownNote);
			own.hidden = application.ownNote === '';
			setText(lock, state.locked);
			lock.dataset.mode = state.mode;
			if (state.locked === '') {
				lock.remove();
			} else if (!lock.isConnected) {
				lockRegion.append(lock);
			}
			header.hidden = false;
		},
	};
}
