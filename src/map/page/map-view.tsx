import * as l10n from '@vscode/l10n';
import type { Ref } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { Button } from '../../webview/page/button.tsx';
import { Toolbar } from '../../webview/page/toolbar.tsx';
import { type Drawing, draw, type Measure, wishesOf } from './drawing.tsx';
import { layOut, type Route } from './layout.ts';
import type { Memory } from './memory.ts';
import { idOf, usePointer } from './use-pointer.ts';
import { useViewport, type Viewport } from './use-viewport.ts';
import { ZOOM_STEP } from './viewport.ts';
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

interface Props {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	readonly title: string;
	readonly measure: Measure;
	readonly memory: Pick<Memory, 'view' | 'stop'>;
	onRemember(change: Partial<Memory>): void;
	/** Show an element elsewhere; `leave` to go there. */
	onReveal(id: string, leave: boolean): void;
	/** The person wants to leave the map by keyboard. */
	onLeave(): void;
}

/** The picture, with its zoom and the explanation of the element that is pointed at or focused. */
export function MapView({ nodes, edges, title, measure, memory, onRemember, onReveal, onLeave }: Props) {
	const svg = useRef<SVGSVGElement>(null);
	const home = useRef<SVGRectElement>(null);
	// Places are found only when the elements change; zooming and moving change one attribute.
	const { layout, walk, drawing, near } = useMemo(() => placed(nodes, edges, measure), [nodes, edges]);
	const viewport = useViewport(svg, layout, memory.view, (view) => onRemember({ view }));
	const { view, screen, pan, zoom, fit, show } = viewport;
	const pointer = usePointer(viewport, (id) => onReveal(id, false));
	const [focused, setFocused] = useState<string | undefined>(undefined);
	const [explained, setExplained] = useState<string | undefined>(undefined);
	/** The element that Tab comes to. */
	const stop = walk.stops.has(memory.stop ?? '') ? memory.stop : walk.start;
	const explanation = drawing.stops.find(({ id }) => id === explained);

	function bringIntoView(id = ''): void {
		const place = walk.stops.get(id);
		if (place) {
			show(place);
		}
	}

	useLayoutEffect(() => {
		if (memory.view && screen.width > 0) {
			bringIntoView(stop);
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
		} else if (key === 'Escape') {
			if (explanation) {
				setExplained(undefined);
			} else {
				onLeave();
			}
		} else if (id !== undefined && (key === 'Enter' || key === ' ')) {
			if (!repeat) {
				onReveal(id, key === 'Enter');
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

	const lit = useMemo(() => new Set(near.get(explained ?? '')), [near, explained]);
	const picture = useMemo(() => <Picture {...{ drawing, lit, stop, home }} />, [drawing, lit, stop]);
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
					'Arrow keys move along the connections. Space shows an element in the tree and in the file, Enter goes there. Plus, minus and 0 zoom, Shift and arrow keys move the picture, Escape leaves.',
				)}
			</p>
			<svg
				ref={svg}
				role="application"
				aria-label={title}
				aria-describedby="map-hint"
				{...pointer.handlers}
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
				<g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>{picture}</g>
			</svg>
			{explanation && (
				<div
					class="about"
					aria-hidden="true"
					// Where it doesn't hide what it explains.
					data-side={isLow(explanation.box, viewport) ? 'above' : undefined}
				>
					{explanation.said.map((line) => (
						<span key={line}>{line}</span>
					))}
				</div>
			)}
			<Toolbar label={l10n.t('Zoom')}>
				<Button aria-label={l10n.t('Zoom Out')} onClick={() => zoom(1 / ZOOM_STEP)}>
					−
				</Button>
				<Button aria-label={l10n.t('Zoom In')} onClick={() => zoom(ZOOM_STEP)}>
					+
				</Button>
				<Button onClick={fit}>{l10n.t('Fit')}</Button>
			</Toolbar>
		</div>
	);
}

function placed(nodes: readonly GraphNode[], edges: readonly GraphEdge[], measure: Measure) {
	performance.mark('systemLandscape.layout');
	const layout = layOut(nodes, edges, wishesOf(measure));
	return { layout, walk: walkOver(layout), drawing: draw(layout, measure), near: nearOf(layout.routes) };
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

function isLow({ y, height }: { y: number; height: number }, { view, screen }: Viewport): boolean {
	return (y + height / 2) * view.scale + view.y > screen.height / 2;
}

/** Between the lines of what is said of an element: a pause for the ear. */
const PAUSE = '.\n';

interface PictureProps {
	readonly drawing: Drawing;
	/** Ids of what is lit up. */
	readonly lit: ReadonlySet<string>;
	/** Id of the element that Tab comes to, and where to find it. */
	readonly stop: string | undefined;
	readonly home: Ref<SVGRectElement>;
}

/** Lines, labels and cards. What pointer, keyboard and screen reader reach covers what the eye reads, which may be cut. */
function Picture({ drawing: { headings, lines, stops }, lit, stop, home }: PictureProps) {
	const lookOf = ({ id, look }: { id: string; look: string }) => (lit.has(id) ? `${look} near` : look);
	return (
		<>
			{headings}
			{lines.map((line) => (
				<path key={line.id} class={lookOf(line)} d={line.path} />
			))}
			{stops.map((drawn) => (
				<g key={drawn.id} class={`stop ${lookOf(drawn)}`}>
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
						aria-label={drawn.said.join(PAUSE)}
					/>
				</g>
			))}
		</>
	);
}
