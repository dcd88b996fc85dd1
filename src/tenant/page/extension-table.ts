import { button, element, setOrRemove, setText } from '../../webview/page/dom.ts';
import type { PageRow, PageState } from '../messages.ts';
import { explained } from './explained-button.ts';
import { lockReasonId } from './page-header.ts';
import { maskedToken, nothing } from './placeholders.ts';
import { texts } from './texts.ts';

/** The list of extensions. */
export interface ExtensionTable {
	readonly element: HTMLTableElement;
	/** Shows these rows by changing only what differs. */
	update(rows: readonly PageRow[], surroundings: Surroundings): void;
}

/** What a row's look depends on besides the row. */
export interface Surroundings extends Pick<PageState, 'locked' | 'mode'> {
	readonly statusColumn: string;
}

/** *Delete*, with the row as it was shown and the button that asked. */
type OnDelete = (row: PageRow, opener: HTMLElement) => void;

interface RowView {
	readonly element: HTMLTableRowElement;
	update(row: PageRow, surroundings: Surroundings): void;
}

// The roles are written out because some browsers drop them when the rows are laid out as cards.
const cell = (label: string, name: string, ...children: Node[]) =>
	element('td', { role: 'cell', class: name, 'data-label': label }, ...children);

/** Makes the table. */
export function extensionTable(labelledBy: string, onDelete: OnDelete): ExtensionTable {
	const statusHeader = header();
	const body = element('tbody', { role: 'rowgroup' });
	const views = new Map<string, RowView>();

	return {
		element: element(
			'table',
			{ class: 'extensions', role: 'table', 'aria-labelledby': labelledBy },
			head(statusHeader),
			body,
		),
		update: (rows, surroundings) => {
			setText(statusHeader, surroundings.statusColumn);
			const wanted = new Set(rows.map((row) => row.system));
			for (const [system, view] of views) {
				if (!wanted.has(system)) {
					view.element.remove();
					views.delete(system);
				}
			}
			for (const [index, row] of rows.entries()) {
				const view = views.get(row.system) ?? rowView(row, onDelete);
				views.set(row.system, view);
				view.update(row, surroundings);
				const there = body.children.item(index);
				if (there !== view.element) {
					body.insertBefore(view.element, there);
				}
			}
		},
	};
}

function header(...children: (Node | string)[]): HTMLElement {
	return element('th', { role: 'columnheader', scope: 'col' }, ...children);
}

function head(statusHeader: HTMLElement): HTMLTableSectionElement {
	const { token, description, system, scenarioGroups, changedOn, actions } = texts.columns;
	return element(
		'thead',
		{ role: 'rowgroup' },
		element(
			'tr',
			{ role: 'row' },
			...[token, description, system, scenarioGroups, changedOn].map((label) => header(label())),
			statusHeader,
			header(element('span', { class: 'visually-hidden' }, actions())),
		),
	);
}

function rowView(first: PageRow, onDelete: OnDelete): RowView {
	const { system } = first;
	const { columns } = texts;
	const description = cell(columns.description(), 'description');
	const groups = cell(columns.scenarioGroups(), 'groups');
	const changedOn = cell(columns.changedOn(), 'changed-on');
	const status = element('span', { class: 'status' });
	const state = cell('', 'state', status);
	const actions = cell(columns.actions(), 'actions');
	const deletion = button(texts.delete(), { 'aria-label': texts.deleteExtensionOf(system) }, () =>
		onDelete(shown, deletion),
	);
	const explainedDeletion = explained(deletion);
	let shown = first;
	let shownGroups: string | undefined;

	return {
		element: element(
			'tr',
			{ role: 'row' },
			cell(columns.token(), 'token', maskedToken()),
			description,
			element('th', { role: 'rowheader', scope: 'row', 'data-label': columns.system() }, system),
			groups,
			changedOn,
			state,
			actions,
		),
		update: (row, { locked, mode, statusColumn }) => {
			shown = row;
			setTextOrNothing(description, row.description);
			setTextOrNothing(
				changedOn,
				mode === 'recorded' && row.changedOn !== '' ? texts.recordedOn(row.changedOn) : row.changedOn,
			);
			setOrRemove(state, 'data-label', statusColumn);
			setText(status, row.statusLabel);
			setOrRemove(status, 'data-status', row.status);
			const nextGroups = JSON.stringify(row.scenarioGroups);
			if (nextGroups !== shownGroups) {
				shownGroups = nextGroups;
				groups.replaceChildren(groupList(row.scenarioGroups));
			}
			explainedDeletion.update({ elsewhere: locked === '' ? undefined : lockReasonId, text: row.blocked });
			if (!row.deletable && row.blocked === '') {
				explainedDeletion.element.remove();
			} else if (!explainedDeletion.element.isConnected) {
				actions.append(explainedDeletion.element);
			}
		},
	};
}

function setTextOrNothing(target: HTMLElement, text: string): void {
	if (text !== '') {
		setText(target, text);
	} else if (target.textContent !== nothing().textContent || !target.firstElementChild) {
		target.replaceChildren(nothing());
	}
}

function groupList(groups: readonly string[]): HTMLElement {
	const [only, ...more] = groups;
	if (only === undefined) {
		return nothing();
	}
	return more.length === 0
		? element('span', {}, only)
		: element('ul', {}, ...groups.map((group) => element('li', {}, group)));
}
