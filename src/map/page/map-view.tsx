import * as l10n from '@vscode/l10n';
import type { Ref } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Graph, GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { Button } from '../../webview/page/button.tsx';
import { useFocusFallback } from '../../webview/page/focus.ts';
import { Toolbar } from '../../webview/page/toolbar.tsx';
import { Details, Hint } from './about.tsx';
import { arrange } from './arrange.ts';
import { type Drawing, draw, wishesOf } from './drawing.tsx';
import type { Measure } from './fonts.ts';
import type { Route } from './layout.ts';
import { ARRANGEMENTS, type Arrangement, type Memory } from './memory.ts';
import { idOf, usePointer } from './use-pointer.ts';
import { useScreen, useViewport } from './use-viewport.ts';
import { type Size, ZOOM_STEP } from './viewport.ts';
import { walkOver } from './walk.ts';

const PAN_STEP = 60;

/** The keys that lead to another element, and the directions of those that have one. */
const ARROWS: Readonly<Record<string, readonly number[]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	Home: [],
	End: [],
};

const NO_SCREEN: Size = { width: 0, height: 0 };

interface Props {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	readonly title: string;
	readonly measure: Measure;
	readonly memory: Pick<Memory, 'arrangement' | 'view' | 'stop'>;
	onRemember(change: Partial<Memory>): void;
	/** Shows an element in the tree and in the file. */
	onShow(id: string): void;
	/** Goes to an element in the file. */
	onOpen(id: string): void;
	/** Runs one of the element's actions. */
	onRun(id: string, command: string): void;
	/** The person wants to leave the map by keyboard. */
	onLeave(): void;
	say(sentence: string): void;
}

/** The picture, with its zoom, what is said of the element that is pointed at, and what can be done with the selected one. */
export function MapView(props: Props) {
	const { nodes, edges, title, measure, memory, onRemember, onShow, onOpen, onRun, onLeave, say } = props;
	const svg = useRef<SVGSVGElement>(null);
	const home = useRef<SVGRectElement>(null);
	const fitButton = useRef<HTMLButtonElement>(null);
	useFocusFallback(fitButton);
	const screen = useScreen(svg) ?? NO_SCREEN;
	// Places are found only when the elements or the screen change; zooming and moving change one attribute.
	const { by, layout, walk, drawing, near } = useMemo(
		() => placed({ nodes, edges }, measure, screen, memory.arrangement),
		[nodes, edges, screen, memory.arrangement],
	);
	const viewport = useViewport(screen, layout, walk.stops, memory.view, (view) => onRemember({ view }));
	const { view, pan, zoom, zoomToFullSize, show } = viewport;
	const pointer = usePointer(viewport, select);
	const [focused, setFocused] = useState<string | undefined>(undefined);
	const [explained, setExplained] = useState<string | undefined>(undefined);
	const [selected, setSelected] = useState<string | undefined>(undefined);
	/** The element that Tab comes to. */
	const stop = walk.stops.has(memory.stop ?? '') ? memory.stop : walk.start;
	const [explanation, details] = [explained, selected].map((id) =>
		drawing.stops.find((one) => one.id === id),
	);
	const fit = () => onRemember({ view: undefined, arrangement: undefined });

	function select(id: string | undefined): void {
		setSelected(id);
		const [name] = drawing.stops.find((one) => one.id === id)?.said ?? [];
		if (name !== undefined) {
			onRemember({ stop: id });
			say(l10n.t`${name} is selected. Press Tab to get to its actions.`);
		} else if (details) {
			// What was said of the actions is no longer true.
			say('');
		}
	}

	function bringIntoView(id = ''): void {
		const place = walk.stops.get(id);
		if (place) {
			show(place);
		}
	}

	useLayoutEffect(() => {
		if (memory.view && screen.width > 0) {
			bringIntoView(selected ?? focused);
		}
	}, [screen]);
	useLayoutEffect(() => {
		if (focused !== undefined && document.hasFocus()) {
			home.current?.focus();
		}
	}, [focused, stop]);

	/** Does what a key means at an element; says whether it means anything. */
	function press({ key, shiftKey, repeat }: KeyboardEvent, id: string | undefined): boolean {
		const [dx = 0, dy = 0] = ARROWS[key] ?? [];
		if (shiftKey && dx + dy !== 0) {
			pan(-dx * PAN_STEP, -dy * PAN_STEP);
		} else if (key === '+' || key === '=') {
			zoom(ZOOM_STEP);
		} else if (key === '-') {
			zoom(1 / ZOOM_STEP);
		} else if (key === '0') {
			fit();
		} else if (key === '1') {
			zoomToFullSize();
		} else if (key === 'Escape') {
			if (details) {
				select(undefined);
			} else if (explanation) {
				setExplained(undefined);
			} else {
				onLeave();
			}
		} else if (id !== undefined && (key === 'Enter' || key === ' ')) {
			if (!repeat) {
				(key === 'Enter' ? onOpen : select)(id);
			}
		} else if (id !== undefined && key in ARROWS) {
			const next = walk.go(id, key);
			if (next !== undefined) {
				onRemember({ stop: next });
				setFocused(next);
			}
		} else {
			return false;
		}
		return true;
	}

	const lit = useMemo(() => new Set(near.get(explained ?? selected ?? '')), [near, explained, selected]);
	const picture = useMemo(
		() => <Picture {...{ drawing, lit, selected, stop, home }} />,
		[drawing, lit, selected, stop],
	);
	return (
		<div
			class="map"
			// An SVG that hears of focus would be a stop of its own for Tab.
			onFocusIn={({ target }) => {
				const id = idOf(target);
				if (id !== undefined) {
					onRemember({ stop: id });
					setFocused(id);
					setExplained(id);
					if (!pointer.isDown()) {
						bringIntoView(id);
					}
				}
			}}
			onFocusOut={() => {
				setFocused(undefined);
				setExplained(undefined);
			}}
		>
			<p class="visually-hidden" id="map-hint">
				{l10n.t(
					'Arrow keys move along the connections. Space selects an element and offers its actions, Enter opens it in the file. Plus, minus, 0 and 1 zoom, Shift and arrow keys move the picture, Escape leaves.',
				)}
			</p>
			<svg
				ref={svg}
				role="application"
				aria-label={title}
				aria-describedby="map-hint"
				{...pointer.handlers}
				onDblClick={({ target }) => {
					const id = idOf(target);
					if (id !== undefined) {
						onOpen(id);
					}
				}}
				onPointerOver={({ target }) => setExplained(idOf(target) ?? explained)}
				onPointerOut={({ relatedTarget }) => {
					if (idOf(relatedTarget) === undefined) {
						setExplained(focused);
					}
				}}
				onKeyDown={(event) => {
					const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
					if (!isShortcut && press(event, idOf(event.target))) {
						event.preventDefault();
					}
				}}
			>
				<g transform={`translate(${Math.round(view.x)} ${Math.round(view.y)}) scale(${view.scale})`}>
					{picture}
				</g>
			</svg>
			{details && (
				<Details
					stop={details}
					{...{ view, screen }}
					onRun={(command) => onRun(details.id, command)}
					onShow={() => onShow(details.id)}
					onOpen={() => onOpen(details.id)}
					onClose={() => {
						select(undefined);
						home.current?.focus();
					}}
				/>
			)}
			{explanation && explanation !== details && <Hint stop={explanation} {...{ view, screen }} />}
			<div class="controls">
				<label class="visually-hidden" for="arrangement">
					{l10n.t('Arrangement')}
				</label>
				<select
					id="arrangement"
					value={by}
					onChange={({ currentTarget: { value } }) =>
						onRemember({ arrangement: ARRANGEMENTS.find((known) => known === value), view: undefined })
					}
				>
					{ARRANGEMENTS.map((arrangement) => (
						<option key={arrangement} value={arrangement}>
							{ARRANGED[arrangement]()}
						</option>
					))}
				</select>
				<Toolbar label={l10n.t('Zoom')}>
					<Button aria-label={l10n.t('Zoom Out')} onClick={() => zoom(1 / ZOOM_STEP)}>
						−
					</Button>
					<Button aria-label={l10n.t('Zoom In')} onClick={() => zoom(ZOOM_STEP)}>
						+
					</Button>
					<Button aria-label={l10n.t('Zoom to 100 %')} onClick={zoomToFullSize}>
						100 %
					</Button>
					<Button ref={fitButton} onClick={fit}>
						{l10n.t('Fit')}
					</Button>
				</Toolbar>
			</div>
		</div>
	);
}

const ARRANGED: Readonly<Record<Arrangement, () => string>> = {
	connections: () => l10n.t('Connections'),
	subaccount: () => l10n.t('By Subaccount'),
	tenant: () => l10n.t('By Tenant'),
	status: () => l10n.t('By Status'),
};

function placed(graph: Graph, measure: Measure, screen: Size, arrangement: Arrangement | undefined) {
	performance.mark('systemLandscape.layout');
	const shown = screen === NO_SCREEN ? { nodes: [], edges: [] } : graph;
	const { by, layout } = arrange(shown, wishesOf(measure), screen, arrangement);
	// Lines say what is connected; where there are none, the cards say it.
	const drawing = draw(layout, measure, by === 'connections' ? undefined : graph);
	return { by, layout, walk: walkOver(layout), drawing, near: nearOf(layout.routes) };
}

/** What lights up with an element: a line and its two ends belong together. */
function nearOf(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
	return grouped(
		routes.flatMap(({ edge: { id, from, to } }) => [
			...[id, from, to].map((end) => [id, end] as const),
			...[id, to].map((end) => [from, end] as const),
			...[id, from].map((end) => [to, end] as const),
		]),
	);
}

/** Between the lines of what is said of an element: a pause for the ear. */
const PAUSE = '.\n';

interface PictureProps {
	readonly drawing: Drawing;
	/** Ids of what is lit up. */
	readonly lit: ReadonlySet<string>;
	readonly selected: string | undefined;
	/** Id of the element that Tab comes to, and where to find it. */
	readonly stop: string | undefined;
	readonly home: Ref<SVGRectElement>;
}

/** Lines, labels and cards. What pointer, keyboard and screen reader reach covers what the eye reads, which may be cut. */
function Picture({ drawing: { headings, lines, stops }, lit, selected, stop, home }: PictureProps) {
	const lookOf = ({ id, look }: { id: string; look: string }) => (lit.has(id) ? `${look} near` : look);
	return (
		<>
			{headings}
			{lines.map((line) => (
				<path key={line.id} class={lookOf(line)} d={line.path} />
			))}
			{stops.map((drawn) => (
				<g key={drawn.id} class={`stop ${lookOf(drawn)}${drawn.id === selected ? ' selected' : ''}`}>
					{/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus. */}
					<g aria-hidden="true">{drawn.content}</g>
					{/* biome-ignore lint/a11y/useSemanticElements: a picture has no button element. */}
					<rect
						class="hit"
						{...drawn.box}
						role="button"
						tabindex={drawn.id === stop ? 0 : -1}
						ref={drawn.id === stop ? home : null}
						data-id={drawn.id}
						aria-pressed={drawn.id === selected}
						aria-label={drawn.said.join(PAUSE)}
					/>
				</g>
			))}
		</>
	);
}
