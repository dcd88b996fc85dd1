import type { PageRow } from '../messages.ts';
import { block, button, element, setOrRemove, setText } from './dom.ts';
import { lockReasonId } from './page-header.ts';
import { maskedToken, nothing } from './placeholders.ts';
import { texts } from './texts.ts';

/** The list of extensions. */
export interface ExtensionTable {
	readonly element: HTMLTableElement;
	/** Shows these rows by changing only what differs. */
	update(rows: readonly PageRow[], locked: boolean): void;
}

interface RowView {
	readonly element: HTMLTableRowElement;
	update(row: PageRow, locked: boolean): void;
}

// The roles are written out because some browsers drop them when the rows are laid out as cards.
const cell = (label: string, name: string, ...children: Node[]) =>
	element('td', { role: 'cell', class: name, 'data-label': label }, ...children);

/** Makes the table; `onDelete` gets the system and the button that asked. */
export function extensionTable(
	labelledBy: string,
	onDelete: (system: string, opener: HTMLElement) => void,
): ExtensionTable {
	const body = element('tbody', { role: 'rowgroup' });
	const views = new Map<string, RowView>();

	return {
		element: element(
			'table',
			{ class: 'extensions', role: 'table', 'aria-labelledby': labelledBy },
			head(),
			body,
		),
		update: (rows, locked) => {
			const wanted = new Set(rows.map((row) => row.system));
			for (const [system, view] of views) {
				if (!wanted.has(system)) {
					view.element.remove();
					views.delete(system);
				}
			}
			for (const [index, row] of rows.entries()) {
				const view = views.get(row.system) ?? rowView(row.system, onDelete);
				views.set(row.system, view);
				view.update(row, locked);
				const there = body.children.item(index);
				if (there !== view.element) {
					body.insertBefore(view.element, there);
				}
			}
		},
	};
}

function head(): HTMLTableSectionElement {
	const { actions, ...columns } = texts.columns;
	const header = (...children: (Node | string)[]) =>
		element('th', { role: 'columnheader', scope: 'col' }, ...children);
	return element(
		'thead',
		{ role: 'rowgroup' },
		element(
			'tr',
			{ role: 'row' },
			...Object.values(columns).map((label) => header(label)),
			header(element('span', { class: 'visually-hidden' }, actions)),
		),
	);
}

function rowView(system: string, onDelete: (system: string, opener: HTMLElement) => void): RowView {
	const { columns } = texts;
	const description = cell(columns.description, 'description');
	const groups = cell(columns.scenarioGroups, 'groups');
	const changedOn = cell(columns.changedOn, 'changed-on');
	const status = element('span', { class: 'status' });
	const actions = cell(columns.actions, 'actions');
	const deletion = button(texts.delete, { 'aria-label': texts.deleteExtensionOf(system) }, () =>
		onDelete(system, deletion),
	);
	let shownGroups: string | undefined;

	return {
		element: element(
			'tr',
			{ role: 'row' },
			cell(columns.token, 'token', maskedToken()),
			description,
			element('th', { role: 'rowheader', scope: 'row', 'data-label': columns.system }, system),
			groups,
			changedOn,
			cell(columns.status, 'state', status),
			actions,
		),
		update: (row, locked) => {
			setTextOrNothing(description, row.description);
			setTextOrNothing(changedOn, row.changedOn);
			setText(status, row.statusLabel);
			setOrRemove(status, 'data-status', row.status);
			const nextGroups = JSON.stringify(row.scenarioGroups);
			if (nextGroups !== shownGroups) {
				shownGroups = nextGroups;
				groups.replaceChildren(groupList(row.scenarioGroups));
			}
			block(deletion, locked, lockReasonId);
			if (!canBeDeleted(row)) {
				deletion.remove();
			} else if (!deletion.isConnected) {
				actions.append(deletion);
			}
		},
	};
}

/** Offered where the tutorial needs it: a failed extension blocks the next attempt (domain 3.3, E11). */
function canBeDeleted(row: PageRow): boolean {
	return row.status === 'failed';
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
