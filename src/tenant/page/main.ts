import type { PageState } from '../messages.ts';
import { announcements } from './announcements.ts';
import { announcer } from './announcer.ts';
import { approveDialog } from './approve-dialog.ts';
import { createDialog } from './create-dialog.ts';
import { createExtension } from './create-extension.ts';
import { deleteDialog } from './delete-dialog.ts';
import { extensionsSection } from './extensions-section.ts';
import { connect, type VsCodeApi } from './host.ts';
import { pageHeader } from './page-header.ts';
import { texts } from './texts.ts';

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
// Which page this is, for VS Code to bring it back after a reload; never what was typed.
vscode.setState(JSON.parse(document.body.dataset.restore ?? 'null'));

const host = connect(vscode, window, {
	state: show,
	refreshed: () => news.say(texts.announce.refreshed),
});

const dialogs = { create: createDialog(host), approve: approveDialog() };
const deletion = deleteDialog(host);
const header = pageHeader();
const section = extensionsSection({
	create: async () => {
		if (shown) {
			await createExtension(shown, host, dialogs);
		}
	},
	refresh: host.refresh,
	delete: async (system) => {
		await deletion.ask(system);
	},
});
const news = announcer();
let shown: PageState | undefined;

document.querySelector('#page')?.append(header.element, section.element, news.element);
host.ready();

function show(state: PageState): void {
	const before = shown;
	shown = state;
	header.update(state);
	section.update(state);
	for (const sentence of announcements(before, state)) {
		news.say(sentence);
	}
}
