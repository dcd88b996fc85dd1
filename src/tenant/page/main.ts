import '../../webview/page/language.ts';
import { MAINTAIN_EXTENSIONS } from '../../model/catalog/tenant-applications.ts';
import { announcer } from '../../webview/page/announcer.ts';
import type { VsCodeApi } from '../../webview/page/connection.ts';
import { wordsOf } from '../application-words.ts';
import type { Application, PageRequest, PageState } from '../messages.ts';
import { announcements } from './announcements.ts';
import { approveDialog } from './approve-dialog.ts';
import { createDialog } from './create-dialog.ts';
import { createExtension } from './create-extension.ts';
import { deleteDialog } from './delete-dialog.ts';
import { extensionsSection } from './extensions-section.ts';
import { connect } from './host.ts';
import { pageHeader } from './page-header.ts';
import { type RowFilter, restored, saved } from './row-filter.ts';
import { texts } from './texts.ts';

declare function acquireVsCodeApi(): VsCodeApi<PageRequest>;

const vscode = acquireVsCodeApi();
const identity: object = JSON.parse(document.body.dataset.restore ?? '{}');
const filter = restored(vscode.getState());
keep(filter);

const host = connect(vscode, window, {
	state: show,
	refreshed: () => news.say(texts.announce.refreshed()),
});

const dialogs = { create: createDialog(host), approve: approveDialog() };
const deletion = deleteDialog(host);
const header = pageHeader();
const section = extensionsSection(filter, {
	create: async () => {
		if (shown) {
			await createExtension(shown, host, dialogs);
		}
	},
	refresh: host.refresh,
	copyToken: host.copyToken,
	delete: async (row) => {
		await deletion.ask(row);
	},
	filtered: keep,
	say: (sentence) => news.say(sentence),
});
const news = announcer();
let shown: PageState | undefined;
/** Until a state brings others. */
let application: Application = { ...wordsOf(MAINTAIN_EXTENSIONS), path: [], statuses: [] };

document.querySelector('#page')?.append(header.element, section.element, news.element);
host.ready();

/** For VS Code to bring this page back after a reload: which it is and which rows it shows, never what dialogs hold. */
function keep(filter: RowFilter): void {
	vscode.setState({ ...identity, ...saved(filter) });
}

function show(state: PageState): void {
	const before = shown;
	shown = state;
	application = state.application ?? application;
	header.update(state, application);
	section.update(state, application);
	for (const sentence of announcements(before, state)) {
		news.say(sentence);
	}
}
