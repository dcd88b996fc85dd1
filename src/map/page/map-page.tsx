import * as l10n from '@vscode/l10n';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import { keep, listen, type VsCodeApi } from '../../webview/page/connection.ts';
import { isInUse } from '../../webview/page/filter.ts';
import { FilterBar } from '../../webview/page/filter-bar.tsx';
import { useNews } from '../../webview/page/news.tsx';
import { Toolbar } from '../../webview/page/toolbar.tsx';
import { type Received, receive } from '../feed.ts';
import { MapMessage, type MapState } from '../messages.ts';
import type { MapRequest } from '../requests.ts';
import { announcements } from './announcements.ts';
import { FONTS, type Measure } from './fonts.ts';
import { MapTable } from './map-table.tsx';
import { MapView } from './map-view.tsx';
import { type Memory, memoryToSave, restoreMemory } from './memory.ts';
import { pictureOf } from './picture.tsx';
import { choicesOf, everySystem, type Selection, select } from './selection.ts';
import { shortened } from './words.ts';

/** With fewer systems than these a filter is more to read than the map. */
const FILTER_FROM = 5;

const NOTHING: MapState = {
	globalAccount: '',
	mode: 'practice',
	terminology: 'classic',
	nodes: [],
	edges: [],
	trouble: '',
};

/** The page of a map: the picture or the table of a landscape, with a filter. */
export function MapPage({ vscode }: { vscode: VsCodeApi<MapRequest> }) {
	const [told, setTold] = useState<MapState | undefined>(undefined);
	const [memory, setMemory] = useState(() => restoreMemory(vscode.getState()));
	const [news, say] = useNews(false);
	const tableButton = useRef<HTMLButtonElement>(null);
	const measure = useMemo(measurer, []);
	const { filter, isTable, sort } = memory;
	const state = told ?? NOTHING;
	const lists = useMemo(() => listsOf(state, filter), [state, filter]);
	const selection = useMemo(() => select(state, filter), [state, filter]);
	const { nodes, edges, shown, passing, all } = selection;
	const title = shortened(state.globalAccount)
		? l10n.t`Map of ${shortened(state.globalAccount)}`
		: l10n.t('Landscape Map');
	const remember = (change: Partial<Memory>) => setMemory((before) => ({ ...before, ...change }));
	const ask = (request: MapRequest) => vscode.postMessage(request);

	useEffect(() => keep(vscode, memoryToSave(memory)), [memory]);
	useEffect(() => {
		let known: Received | undefined;
		listen(window, MapMessage, (message) => {
			const next = receive(known, message);
			if (!next) {
				return ask({ kind: 'ready' });
			}
			say(...announcements(known?.state, next.state));
			known = next;
			setTold(next.state);
		});
		ask({ kind: 'ready' });
	}, []);

	const partsOf = (id: string): string[] => JSON.parse(id);
	const open = (id: string) => ask({ kind: 'leave', parts: partsOf(id) });

	function show(id: string): void {
		const parts = partsOf(id);
		ask({ kind: 'reveal', parts });
		say(l10n.t`${shortened(parts.at(-1) ?? '')} is shown in the tree and in the file.`);
	}

	return (
		<>
			<header>
				<div class="head">
					<div>
						<h1 id="map-title">{title}</h1>
						<p class="quiet">
							{told?.mode === 'practice' && l10n.t('Practice: nothing here is connected to a real account.')}
							{told?.mode === 'recorded' &&
								l10n.t('Recorded by hand: the map shows what the landscape file records.')}
						</p>
					</div>
					<Toolbar label={l10n.t('Map')}>
						<Button
							ref={tableButton}
							onClick={() => {
								remember({ isTable: !isTable });
								say('');
							}}
						>
							{isTable ? l10n.t('Show as Picture') : l10n.t('Show as Table')}
						</Button>
						<Button
							isBlocked={nodes.length === 0}
							onClick={() => ask({ kind: 'save', svg: pictureOf(nodes, edges, measure, title) })}
						>
							{l10n.t('Save as SVG')}
						</Button>
						<Button
							isBlocked={state.nodes.length === 0 || state.trouble !== ''}
							onClick={() => ask({ kind: 'copyAsMermaid' })}
						>
							{l10n.t('Copy as Mermaid')}
						</Button>
					</Toolbar>
				</div>
			</header>
			<div aria-live="polite">
				{state.trouble && (
					<div class="notice">
						<span>{state.trouble}</span>
						<Button onClick={() => ask({ kind: 'leave' })}>{l10n.t('Open File')}</Button>
					</div>
				)}
			</div>
			<FilterBar
				filter={filter}
				empty={everySystem}
				lists={lists}
				isHidden={all < FILTER_FROM && !isInUse(filter)}
				onChange={(changed) => remember({ filter: changed, view: undefined })}
				onPause={() => say(l10n.t`${passing} of ${all} systems are shown.`)}
			/>
			{shown < passing && (
				<p class="quiet cut">
					{l10n.t`The map shows ${shown} of ${passing} systems. Search or filter to see others.`}
				</p>
			)}
			{told && <Empty state={told} selection={selection} isFiltered={isInUse(filter)} ask={ask} />}
			{nodes.length > 0 &&
				(isTable ? (
					<MapTable
						{...{ nodes, edges, title, sort, say }}
						onSort={(changed) => remember({ sort: changed })}
						onOpen={open}
					/>
				) : (
					<MapView
						{...{ nodes, edges, title, measure, memory, say }}
						onRemember={remember}
						onShow={show}
						onOpen={open}
						onRun={(id, command) => ask({ kind: 'run', parts: partsOf(id), command })}
						onLeave={() => tableButton.current?.focus()}
					/>
				))}
			{news}
		</>
	);
}

/** The lists of the filter; what was chosen stays, also when it has gone from the landscape. */
function listsOf(state: MapState, filter: Memory['filter']) {
	const { status, type, subaccount } = choicesOf(state);
	return (
		[
			['status', l10n.t('Status'), status],
			['type', l10n.t('Type'), type],
			['subaccount', l10n.t('Subaccount'), subaccount],
		] as const
	).map(([field, label, values]) => ({
		field,
		label,
		choices: [...new Set([...values, filter[field]])].filter(Boolean).map((value) => [value, value] as const),
	}));
}

interface EmptyProps {
	readonly state: MapState;
	readonly selection: Selection;
	readonly isFiltered: boolean;
	ask(request: MapRequest): void;
}

/** What to do where there is no system, or none that matches. */
function Empty({ state, selection: { nodes, all }, isFiltered, ask }: EmptyProps) {
	if (nodes.length > 0 && (all > 0 || state.trouble !== '')) {
		return null;
	}
	if (state.trouble !== '' && state.nodes.length === 0) {
		return (
			<div class="empty">
				<p class="empty-title">{l10n.t("The landscape file can't be read")}</p>
				<p class="quiet">{l10n.t('The map comes back once the file is corrected.')}</p>
			</div>
		);
	}
	if (nodes.length === 0 && isFiltered) {
		return (
			<div class="empty">
				<p class="empty-title">{l10n.t('No matching systems')}</p>
				<p class="quiet">
					{l10n.t('Search covers the names and types of systems and of what they are connected with.')}
				</p>
			</div>
		);
	}
	const isPractice = state.mode === 'practice';
	const isCurrent = state.terminology === 'current';
	return (
		<div class="empty">
			<p class="empty-title">{l10n.t('No systems yet')}</p>
			<p class="quiet">
				{isPractice
					? l10n.t('Register a system to see how it gets connected to a tenant and to subaccounts.')
					: l10n.t("The landscape file doesn't contain any systems yet.")}
			</p>
			{isPractice && (
				<Button class="primary" onClick={() => ask({ kind: isCurrent ? 'addSystem' : 'registerSystem' })}>
					{isCurrent ? l10n.t('Add System') : l10n.t('Register System')}
				</Button>
			)}
		</div>
	);
}

/** Measures with the fonts of the page. */
function measurer(): Measure {
	const context = new OffscreenCanvas(0, 0).getContext('2d');
	const family = getComputedStyle(document.body).fontFamily;
	return (text, font) => {
		if (context) {
			context.font = `${FONTS[font].weight} ${FONTS[font].size}px ${family}`;
		}
		return context?.measureText(text).width ?? 0;
	};
}
