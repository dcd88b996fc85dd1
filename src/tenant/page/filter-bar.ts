import { button, element, setText } from '../../webview/page/dom.ts';
import type { Application } from '../messages.ts';
import { everyRow, isInUse, type RowFilter } from './row-filter.ts';
import { texts } from './texts.ts';

/** The fields above the list that say which rows to show. */
export interface FilterBar {
	readonly element: HTMLElement;
	filter(): RowFilter;
	/** Offers these statuses under their column's name; keeps what was typed and chosen. */
	update(statusColumn: string, statuses: Application['statuses']): void;
}

/** Makes the fields with a filter to begin with; `onChange` is called when the person changes it. */
export function filterBar(initial: RowFilter, onChange: () => void): FilterBar {
	const search = element('input', {
		id: 'filter-search',
		type: 'search',
		autocomplete: 'off',
		spellcheck: 'false',
	});
	const all = element('option', { value: everyRow.status }, texts.filter.allStatuses());
	const status = element('select', { id: 'filter-status' }, all);
	const statusLabel = element('label', { for: status.id });
	const options = new Map<string, HTMLOptionElement>();
	const clear = button(texts.filter.clear(), {}, () => {
		search.value = everyRow.search;
		status.value = everyRow.status;
		search.focus();
		changed();
	});
	let chosen = initial;

	function changed(): void {
		chosen = { search: search.value, status: status.value };
		clear.hidden = !isInUse(chosen);
		onChange();
	}

	search.value = chosen.search;
	clear.hidden = !isInUse(chosen);
	search.addEventListener('input', changed);
	status.addEventListener('change', changed);

	return {
		element: element(
			'div',
			{ class: 'filter', role: 'search', 'aria-label': texts.filter.name(), hidden: '' },
			element('label', { for: search.id }, texts.filter.search()),
			search,
			statusLabel,
			status,
			clear,
		),
		filter: () => chosen,
		update: (statusColumn, statuses) => {
			setText(statusLabel, statusColumn);
			for (const { status: value, label } of statuses) {
				const option = options.get(value) ?? element('option', { value });
				setText(option, label);
				if (!options.has(value)) {
					options.set(value, option);
					status.append(option);
				}
			}
			status.value = chosen.status;
		},
	};
}
