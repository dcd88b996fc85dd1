import { button, element } from '../../webview/page/dom.ts';
import { everySystem, isInUse, type MapFilter } from './selection.ts';
import { texts } from './texts.ts';

/** The fields that say which systems to show. */
export interface FilterBar {
	readonly element: HTMLElement;
	filter(): MapFilter;
	/** Offers these choices; keeps what was typed and chosen, also when it is gone from the landscape. */
	update(choices: Readonly<Record<Choice, readonly string[]>>): void;
}

type Choice = 'status' | 'type' | 'subaccount';
const CHOICES: readonly Choice[] = ['status', 'type', 'subaccount'];

/** Makes the fields with a filter to begin with; `onChange` is called when the person changes it. */
export function filterBar(initial: MapFilter, onChange: () => void): FilterBar {
	let chosen = initial;
	const search = element('input', {
		id: 'filter-search',
		type: 'search',
		autocomplete: 'off',
		spellcheck: 'false',
		value: initial.search,
	});
	const lists = new Map(CHOICES.map((choice) => [choice, element('select', { id: `filter-${choice}` })]));
	const clear = button(texts.filter.clear(), {}, () => {
		show(everySystem);
		search.focus();
		changed();
	});
	clear.hidden = !isInUse(initial);

	function show(filter: MapFilter): void {
		search.value = filter.search;
		for (const [choice, list] of lists) {
			list.value = filter[choice];
		}
	}

	function changed(): void {
		const value = (choice: Choice) => lists.get(choice)?.value ?? '';
		chosen = {
			search: search.value,
			status: value('status'),
			type: value('type'),
			subaccount: value('subaccount'),
		};
		clear.hidden = !isInUse(chosen);
		onChange();
	}

	search.addEventListener('input', changed);
	const field = (name: keyof MapFilter, control: HTMLElement) =>
		element('div', { class: 'field' }, element('label', { for: control.id }, texts.filter[name]()), control);
	for (const list of lists.values()) {
		list.addEventListener('change', changed);
	}

	return {
		element: element(
			'div',
			{ class: 'filter', role: 'search', 'aria-label': texts.filter.name(), hidden: '' },
			field('search', search),
			...[...lists].map(([choice, list]) => field(choice, list)),
			clear,
		),
		filter: () => chosen,
		update: (choices) => {
			for (const [choice, list] of lists) {
				const values = new Set(['', ...choices[choice], chosen[choice]]);
				const isSame = [...list.options].map(({ value }) => value).join('\n') === [...values].join('\n');
				if (!isSame) {
					list.replaceChildren(
						...Array.from(values, (value) => element('option', { value }, value || texts.filter.all())),
					);
					list.value = chosen[choice];
				}
			}
		},
	};
}
