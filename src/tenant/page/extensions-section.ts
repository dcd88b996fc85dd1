import {
	block,
	button,
	element,
	keepingFocus,
	setOrRemove,
	setText,
	takeFocus,
} from '../../webview/page/dom.ts';
import { toolbar } from '../../webview/page/toolbar.ts';
import type { Application, PageRow, PageState } from '../messages.ts';
import { extensionTable } from './extension-table.ts';
import { filterBar } from './filter-bar.ts';
import { lockReasonId } from './page-header.ts';
import { isInUse, isOffered, passing, type RowFilter } from './row-filter.ts';
import { texts } from './texts.ts';

/** So long nobody types before the number of matches is said. */
const pauseMs = 600;

/** What a person can ask for in the section; focus returns when the promise ends. */
export interface SectionActions {
	create(): Promise<void>;
	refresh(): void;
	copyToken(system: string): void;
	delete(row: PageRow): Promise<void>;
	/** The person wants to see other rows. */
	filtered(filter: RowFilter): void;
	say(sentence: string): void;
}

/** The section with the list: toolbar, filter, and the list or what to do where it is empty. */
export interface ExtensionsSection {
	readonly element: HTMLElement;
	update(state: PageState, application: Application): void;
}

/** Makes the section with a filter to begin with; it stays hidden until the first state. */
export function extensionsSection(initial: RowFilter, actions: SectionActions): ExtensionsSection {
	const newButton = button('', { class: 'primary' }, async () => {
		await actions.create();
		takeFocus(newButton);
	});
	const refreshButton = button('', {}, actions.refresh);
	const title = element('h2', { id: 'extensions-title' });
	const table = extensionTable(title.id, async (row, opener) => {
		await actions.delete(row);
		takeFocus(opener.isConnected ? opener : newButton);
	});
	const emptyTitle = element('p', { class: 'empty-title' });
	const hint = element('p', { class: 'quiet' });
	const copies = element('div', { class: 'chips' });
	const empty = element('div', { class: 'empty' }, emptyTitle, hint, copies);
	const bar = toolbar([newButton, refreshButton]);
	const filter = filterBar(initial, () => {
		actions.filtered(filter.filter());
		showList();
		clearTimeout(pause);
		pause = setTimeout(sayMatches, pauseMs);
	});
	const section = element(
		'section',
		{ 'aria-labelledby': title.id, hidden: '' },
		element('div', { class: 'section-head' }, title, bar),
		filter.element,
		table.element,
		empty,
	);
	let shown: { readonly state: PageState; readonly application: Application } | undefined;
	let shownCopies = '';
	let pause: ReturnType<typeof setTimeout> | undefined;

	function sayMatches(): void {
		const rows = shown?.state.rows ?? [];
		actions.say(
			isInUse(filter.filter())
				? texts.announce.filtered(passing(rows, filter.filter()).length, rows.length)
				: texts.announce.unfiltered(rows.length),
		);
	}

	function showCopies(systems: readonly string[]): void {
		const next = JSON.stringify(systems);
		if (next !== shownCopies) {
			shownCopies = next;
			copies.replaceChildren(
				...systems.map((system) =>
					button(texts.copyToken(system), { class: 'chip' }, () => actions.copyToken(system)),
				),
			);
		}
	}

	function showList(): void {
		if (!shown) {
			return;
		}
		const { state, application } = shown;
		const { list, statusColumn } = application;
		const isFiltered = isInUse(filter.filter());
		const rows = passing(state.rows, filter.filter());
		setText(
			title,
			isFiltered && state.rows.length > 0
				? texts.filteredList(list, rows.length, state.rows.length)
				: texts.list(list, rows.length),
		);
		keepingFocus(() => {
			table.update(rows, { ...state, statusColumn });
			table.element.hidden = rows.length === 0;
			filter.element.hidden = !isOffered(state.rows, filter.filter());
			showCopies(state.rows.length > 0 ? [] : state.copyable);
			empty.hidden = rows.length > 0;
		}, newButton);
		if (state.rows.length > 0) {
			setText(emptyTitle, texts.filter.nothing());
			setText(hint, texts.filter.nothingHint());
		} else {
			setText(emptyTitle, texts.emptyTitle());
			setText(hint, state.mode === 'practice' ? texts.emptyHint(application.create) : texts.emptyRecorded());
		}
	}

	return {
		element: section,
		update: (state, application) => {
			shown = { state, application };
			setOrRemove(bar, 'aria-label', application.list);
			setText(newButton, application.create);
			setText(refreshButton, application.refresh);
			block(newButton, state.locked !== '', lockReasonId);
			filter.update(application.statusColumn, application.statuses);
			showList();
			section.hidden = false;
		},
	};
}
