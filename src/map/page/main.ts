import '../../webview/page/language.ts';
import { announcer } from '../../webview/page/announcer.ts';
import { listen, type VsCodeApi } from '../../webview/page/connection.ts';
import { block, button, element, setText } from '../../webview/page/dom.ts';
import { toolbar } from '../../webview/page/toolbar.ts';
import { hear, type Told } from '../feed.ts';
import { MapMessage } from '../messages.ts';
import type { MapRequest } from '../requests.ts';
import { announcements } from './announcements.ts';
import { shortened } from './drawing.ts';
import { filterBar } from './filter-bar.ts';
import { mapTable } from './map-table.ts';
import { mapView } from './map-view.ts';
import { restored, saved } from './memory.ts';
import { choicesOf, isInUse, select } from './selection.ts';
import { texts } from './texts.ts';

declare function acquireVsCodeApi(): VsCodeApi<MapRequest>;

/** So long nobody types before the number of matches is said. */
const PAUSE = 600;
/** With fewer systems than these a filter is more to read than the map. */
const FILTER_FROM = 5;

const vscode = acquireVsCodeApi();
const identity: object = JSON.parse(document.body.dataset.restore ?? '{}');
const memory = restored(vscode.getState());

let told: Told | undefined;
let drawn = '';
let isTable = memory.isTable;
let pause: ReturnType<typeof setTimeout> | undefined;

const news = announcer();
const map = mapView(memory, { reveal, changed: keep, left: () => tableButton.focus() });
const table = mapTable((id) => reveal(id, true));
const filter = filterBar(memory.filter, () => {
	keep();
	show();
	clearTimeout(pause);
	pause = setTimeout(sayMatches, PAUSE);
});
const title = element('h1', { id: 'map-title' });
const about = element('p', { class: 'quiet' });
const tableButton = button(texts.table(), { 'aria-pressed': String(isTable) }, () => {
	isTable = !isTable;
	tableButton.ariaPressed = String(isTable);
	keep();
	show();
});
const saveButton = button(texts.save(), {}, () => {
	vscode.postMessage({ kind: 'save', svg: map.picture(title.textContent ?? '', texts.picture()) });
});
const mermaidButton = button(texts.mermaid(), {}, () => vscode.postMessage({ kind: 'copyAsMermaid' }));
const bar = toolbar([tableButton, saveButton, mermaidButton]);
bar.setAttribute('aria-label', texts.toolbar());
const troubleText = element('span');
const trouble = element(
	'div',
	{ class: 'notice', hidden: '' },
	troubleText,
	button(texts.openFile(), {}, () => vscode.postMessage({ kind: 'leave' })),
);
const notice = element('p', { class: 'quiet cut', hidden: '' });
const emptyTitle = element('p', { class: 'empty-title' });
const emptyHint = element('p', { class: 'quiet' });
const registerButton = button('', { class: 'primary' }, () =>
	vscode.postMessage({ kind: told?.state.terminology === 'current' ? 'addSystem' : 'registerSystem' }),
);
const empty = element('div', { class: 'empty', hidden: '' }, emptyTitle, emptyHint, registerButton);
const page = document.querySelector('#page');
page?.append(
	element('header', {}, element('div', { class: 'head' }, element('div', {}, title, about), bar)),
	element('div', { 'aria-live': 'polite' }, trouble),
	filter.element,
	notice,
	empty,
	map.element,
	table.element,
	news.element,
);
listen(window, MapMessage, (message) => {
	const next = hear(told, message);
	if (!next) {
		vscode.postMessage({ kind: 'ready' });
		return;
	}
	const said = announcements(told?.state, next.state);
	told = next;
	show();
	for (const sentence of said) {
		news.say(sentence);
	}
});
vscode.postMessage({ kind: 'ready' });

/** For VS Code to bring this page back after a reload: which it is and what it shows of the landscape. */
function keep(): void {
	vscode.setState({ ...identity, ...saved({ filter: filter.filter(), isTable, ...map.memory() }) });
}

function reveal(id: string, leave: boolean): void {
	const parts: string[] = JSON.parse(id);
	vscode.postMessage({ kind: leave ? 'leave' : 'reveal', parts });
	if (!leave) {
		news.say(texts.announce.shown(shortened(parts.at(-1) ?? '')));
	}
}

function sayMatches(): void {
	if (told) {
		const { passing, all } = select(told.state, filter.filter());
		news.say(texts.filter.some(passing, all));
	}
}

function show(): void {
	if (!told) {
		return;
	}
	const { state } = told;
	const { nodes, edges, shown, passing, all } = select(state, filter.filter());
	const isEmpty = nodes.length === 0;
	const heading = texts.title(shortened(state.globalAccount));
	setText(title, heading);
	setText(about, texts[state.mode]());
	trouble.hidden = state.trouble === '';
	setText(troubleText, state.trouble);
	filter.update(choicesOf(state));
	filter.element.hidden = all < FILTER_FROM && !isInUse(filter.filter());
	notice.hidden = shown === passing;
	setText(notice, texts.filter.cut(shown, passing));
	empty.hidden = (!isEmpty && all > 0) || state.trouble !== '';
	const isFiltered = isEmpty && isInUse(filter.filter());
	setText(emptyTitle, isFiltered ? texts.filter.nothing() : texts.empty());
	setText(emptyHint, isFiltered ? texts.filter.nothingHint() : texts.emptyHint[state.mode]());
	setText(registerButton, texts.register[state.terminology]());
	registerButton.hidden = isFiltered || state.mode === 'recorded';
	map.element.hidden = isEmpty || isTable;
	table.element.hidden = isEmpty || !isTable;
	block(saveButton, isEmpty);
	block(mermaidButton, state.nodes.length === 0 || state.trouble !== '');
	const next = JSON.stringify([nodes, edges, isTable, heading]);
	if (next !== drawn) {
		drawn = next;
		// Also where the table is shown: the picture can be saved at any time.
		map.update(nodes, edges, heading);
		table.update(isTable ? nodes : [], edges, heading);
	}
}
