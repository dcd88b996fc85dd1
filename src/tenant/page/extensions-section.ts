import type { PageState } from '../messages.ts';
import { block, button, element, keepingFocus, setText } from './dom.ts';
import { extensionTable } from './extension-table.ts';
import { lockReasonId } from './page-header.ts';
import { texts } from './texts.ts';
import { toolbar } from './toolbar.ts';

/** What a person can ask for in the section; focus returns when the promise ends. */
export interface SectionActions {
	create(): Promise<void>;
	refresh(): void;
	delete(system: string): Promise<void>;
}

/** The section *Extensions*: toolbar, and the list or what to do where it is empty. */
export interface ExtensionsSection {
	readonly element: HTMLElement;
	update(state: PageState): void;
}

/** Makes the section; it stays hidden until the first state. */
export function extensionsSection(actions: SectionActions): ExtensionsSection {
	const newButton = button(texts.new, { class: 'primary' }, async () => {
		await actions.create();
		newButton.focus();
	});
	const refreshButton = button(texts.refresh, {}, actions.refresh);
	const title = element('h2', { id: 'extensions-title' });
	const table = extensionTable(title.id, async (system, opener) => {
		await actions.delete(system);
		(opener.isConnected ? opener : newButton).focus();
	});
	const hint = element('p', { class: 'quiet' });
	const empty = element(
		'div',
		{ class: 'empty' },
		element('p', { class: 'empty-title' }, texts.emptyTitle),
		hint,
	);
	const bar = toolbar(texts.extensionsToolbar, [newButton, refreshButton]);
	const section = element(
		'section',
		{ 'aria-labelledby': title.id, hidden: '' },
		element('div', { class: 'section-head' }, title, bar),
		table.element,
		empty,
	);

	return {
		element: section,
		update: ({ rows, locked, mode }) => {
			setText(title, texts.extensions(rows.length));
			setText(hint, mode === 'practice' ? texts.emptyHint : texts.emptyRecorded);
			block(newButton, locked !== '', lockReasonId);
			keepingFocus(() => {
				table.update(rows, locked !== '');
				table.element.hidden = rows.length === 0;
			}, newButton);
			empty.hidden = rows.length > 0;
			section.hidden = false;
		},
	};
}
