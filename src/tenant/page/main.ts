import type { PageState } from '../messages.ts';
import { announcements } from './announcements.ts';
import { announcer } from './announcer.ts';
import { approveDialog } from './approve-dialog.ts';
import { createDialog } from './create-dialog.ts';
import { createExtension } from './create-extension.ts';
import { deleteDialog } from './delete-dialog.ts';
import { block, button, element, keepingFocus, setText } from './dom.ts';
import { extensionTable } from './extension-table.ts';
import { connect, type VsCodeApi } from './host.ts';
import { lockReasonId, pageHeader } from './page-header.ts';
import { texts } from './texts.ts';
import { toolbar } from './toolbar.ts';

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
// Which page this is, for VS Code to bring it back after a reload; never what was typed.
vscode.setState(JSON.parse(document.body.dataset.restore ?? 'null'));

const host = connect(vscode, window, {
	state: show,
	refreshed: () => news.say(texts.announce.refreshed),
});

let shown: PageState | undefined;

const dialogs = { create: createDialog(host), approve: approveDialog(), delete: deleteDialog(host) };
const news = announcer();
const header = pageHeader();
const newButton = button(texts.new, { class: 'primary' }, () => void startCreate());
const title = element('h2', { id: 'extensions-title' });
const table = extensionTable(title.id, (system, opener) => void startDelete(system, opener));
const emptyTitle = element('p', { class: 'empty-title' }, texts.emptyTitle);
const emptyHint = element('p', { class: 'quiet' });
const empty = element('div', { class: 'empty' }, emptyTitle, emptyHint);
const section = element(
	'section',
	{ 'aria-labelledby': title.id, hidden: '' },
	element(
		'div',
		{ class: 'section-head' },
		title,
		toolbar(texts.extensionsToolbar, [newButton, button(texts.refresh, {}, () => host.refresh())]),
	),
	table.element,
	empty,
);

document.querySelector('#page')?.append(header.element, section, news.element);
host.ready();

function show(state: PageState): void {
	const before = shown;
	shown = state;
	header.update(state);
	setText(title, texts.extensions(state.rows.length));
	block(newButton, state.locked !== '', lockReasonId);
	keepingFocus(() => table.update(state.rows, state.locked !== ''), newButton);
	table.element.hidden = state.rows.length === 0;
	empty.hidden = state.rows.length > 0;
	setText(emptyHint, state.mode === 'practice' ? texts.emptyHint : texts.emptyRecorded);
	section.hidden = false;
	for (const sentence of announcements(before, state)) {
		news.say(sentence);
	}
}

async function startCreate(): Promise<void> {
	if (shown) {
		await createExtension(shown, host, dialogs);
		newButton.focus();
	}
}

async function startDelete(system: string, opener: HTMLElement): Promise<void> {
	await dialogs.delete.ask(system);
	(opener.isConnected ? opener : newButton).focus();
}
