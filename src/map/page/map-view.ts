import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { grouped } from '../../model/grouped.ts';
import { button, element, setOrRemove } from '../../webview/page/dom.ts';
import { toolbar } from '../../webview/page/toolbar.ts';
import { draw, FONTS, type Measure, PAUSE, wishesOf } from './drawing.ts';
import { type Layout, layOut } from './layout.ts';
import type { Memory } from './memory.ts';
import { pictureOf } from './picture.ts';
import { build, shape } from './shapes.ts';
import { texts } from './texts.ts';
import { first, fitted, moved, showing, type View, zoomed } from './viewport.ts';
import { type Walk, walkOver } from './walk.ts';

const ZOOM_STEP = 1.25;
const PAN_STEP = 60;
/** Pixels that a pointer may move between down and up and still mean a click. */
const CLICK = 4;

/** The keys that lead to another element, and the directions of those that have one. */
const ARROWS: Readonly<Record<string, readonly number[]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	Home: [],
	End: [],
};

/** What a person does on the map. */
export interface MapActions {
	/** Show an element elsewhere; `leave` to go there. */
	reveal(id: string, leave: boolean): void;
	/** Something to keep over a reload has changed. */
	changed(): void;
	/** The person wants to leave the map by keyboard. */
	left(): void;
}

/** The picture, with its zoom and the explanation of the element that is pointed at or focused. */
export interface MapView {
	readonly element: HTMLElement;
	memory(): Pick<Memory, 'view' | 'stop'>;
	/** Draws these elements. */
	update(nodes: readonly GraphNode[], edges: readonly GraphEdge[], title: string): void;
	/** The picture as text of an SVG file. */
	picture(title: string, description: string): string;
}

/** Makes the map. Places are found anew only in `update`; zooming and moving change one attribute. */
export function mapView(remembered: Pick<Memory, 'view' | 'stop'>, actions: MapActions): MapView {
	const group = build(shape('g', {}), () => undefined);
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.append(group);
	setOrRemove(svg, 'role', 'application');
	setOrRemove(svg, 'aria-describedby', 'map-hint');
	const about = element('div', { class: 'about', 'aria-hidden': 'true', hidden: '' });
	const zoom = toolbar([
		button('−', { 'aria-label': texts.zoomOut() }, () => zoomBy(1 / ZOOM_STEP)),
		button('+', { 'aria-label': texts.zoomIn() }, () => zoomBy(ZOOM_STEP)),
		button(texts.fit(), {}, () => look(fitted(layout, screen()))),
	]);
	zoom.setAttribute('aria-label', texts.zoom());
	const box = element(
		'div',
		{ class: 'map', hidden: '' },
		element('p', { class: 'visually-hidden', id: 'map-hint' }, texts.hint()),
		svg,
		about,
		zoom,
	);
	const measure = measurer();
	const wishes = wishesOf(measure);
	let drawn: readonly [readonly GraphNode[], readonly GraphEdge[]] = [[], []];
	let layout: Layout = layOut(...drawn, wishes);
	let walk: Walk = walkOver(layout);
	let view: View = remembered.view ?? { x: 0, y: 0, scale: 1 };
	let isChosen = remembered.view !== undefined;
	let stop = remembered.stop;
	let elements = new Map<string, SVGElement>();
	let near = new Map<string, Element[]>();
	let shown: string | undefined;

	const screen = () => ({ width: svg.clientWidth, height: svg.clientHeight });

	function apply(): void {
		group.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`);
	}

	/** Shows a part that the person has asked for. */
	function look(next: View): void {
		view = next;
		isChosen = true;
		apply();
		actions.changed();
	}

	function zoomBy(factor: number, at = { x: svg.clientWidth / 2, y: svg.clientHeight / 2 }): void {
		look(moved(zoomed(view, factor, at), 0, 0, layout, screen()));
	}

	function pan(dx: number, dy: number): void {
		look(moved(view, dx, dy, layout, screen()));
	}

	function explain(id: string | undefined): void {
		for (const touched of svg.querySelectorAll('.near')) {
			touched.classList.remove('near');
		}
		for (const touched of near.get(id ?? '') ?? []) {
			touched.classList.add('near');
		}
		shown = id;
		const said = elements.get(id ?? '')?.ariaLabel;
		about.hidden = !said;
		about.replaceChildren(...(said ?? '').split(PAUSE).map((line) => element('span', {}, line)));
		const place = walk.stops.get(id ?? '');
		// Where it does not hide what it explains.
		const isLow = place && (place.y + place.height / 2) * view.scale + view.y > svg.clientHeight / 2;
		setOrRemove(about, 'data-side', isLow ? 'above' : undefined);
	}

	/** Makes an element the one that Tab comes to. */
	function makeStop(id: string | undefined): void {
		elements.get(stop ?? '')?.setAttribute('tabindex', '-1');
		stop = id !== undefined && elements.has(id) ? id : walk.start;
		elements.get(stop ?? '')?.setAttribute('tabindex', '0');
	}

	function idOf(target: EventTarget | null): string | undefined {
		const found = target instanceof Element ? target.closest<SVGElement>('[data-id]') : null;
		return found?.dataset.id;
	}

	/** Sees to it that what the keyboard has reached is on the screen. */
	function comeTo(id = ''): void {
		const place = walk.stops.get(id);
		const next = place && showing(view, place, screen());
		if (next && (next.x !== view.x || next.y !== view.y)) {
			look(next);
		}
	}

	let byPointer = false;
	let drag:
		| { readonly x: number; readonly y: number; readonly view: View; readonly id: string | undefined }
		| undefined;

	function dragged({ pointerId }: PointerEvent): void {
		const id = drag?.id;
		drag = undefined;
		byPointer = false;
		if (id !== undefined && !svg.hasPointerCapture(pointerId)) {
			actions.reveal(id, false);
		}
	}

	const listeners: {
		readonly [Type in keyof SVGElementEventMap]?: (event: SVGElementEventMap[Type]) => void;
	} = {
		focusin: ({ target }) => {
			const id = idOf(target);
			if (id !== undefined) {
				makeStop(id);
				if (!byPointer) {
					comeTo(id);
				}
				explain(id);
				actions.changed();
			}
		},
		focusout: () => explain(undefined),
		pointerover: ({ target }) => {
			const id = idOf(target);
			if (id !== undefined && id !== shown) {
				explain(id);
			}
		},
		pointerout: ({ relatedTarget }) => {
			if (idOf(relatedTarget) === undefined) {
				explain(idOf(document.activeElement));
			}
		},
		keydown: (event) => {
			if (!event.ctrlKey && !event.metaKey && !event.altKey && pressed(event, idOf(event.target))) {
				event.preventDefault();
			}
		},
		wheel: (event) => {
			event.preventDefault();
			const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
			const { left, top } = svg.getBoundingClientRect();
			if (event.ctrlKey || event.metaKey) {
				zoomBy(Math.exp((-event.deltaY * unit) / 300), { x: event.clientX - left, y: event.clientY - top });
			} else {
				pan(-event.deltaX * unit, -event.deltaY * unit);
			}
		},
		pointerdown: ({ button, clientX, clientY, target }) => {
			byPointer = true;
			if (button === 0) {
				drag = { x: clientX, y: clientY, view, id: idOf(target) };
			}
		},
		pointermove: ({ pointerId, clientX, clientY }) => {
			if (!drag) {
				return;
			}
			const dx = clientX - drag.x;
			const dy = clientY - drag.y;
			if (svg.hasPointerCapture(pointerId) || Math.hypot(dx, dy) > CLICK) {
				svg.setPointerCapture(pointerId);
				view = drag.view;
				pan(dx, dy);
			}
		},
		// A screen reader clicks without pointer.
		click: ({ detail, target }) => {
			const id = idOf(target);
			if (detail === 0 && id !== undefined) {
				actions.reveal(id, false);
			}
		},
	};
	for (const [type, listener] of Object.entries(listeners)) {
		// An SVG that hears of focus would be a stop of its own for Tab.
		(type.startsWith('focus') ? box : svg).addEventListener(type, listener as EventListener);
	}
	// The pointer may have left the map meanwhile.
	window.addEventListener('pointerup', dragged);

	/** Does what a key stands for at an element; says whether it stands for anything. */
	function pressed({ key, shiftKey, repeat }: KeyboardEvent, id: string | undefined): boolean {
		const [dx = 0, dy = 0] = ARROWS[key] ?? [];
		if (shiftKey && dx + dy !== 0) {
			pan(-dx * PAN_STEP, -dy * PAN_STEP);
		} else if (key === '+' || key === '=') {
			zoomBy(ZOOM_STEP);
		} else if (key === '-') {
			zoomBy(1 / ZOOM_STEP);
		} else if (key === '0') {
			look(fitted(layout, screen()));
		} else if (key === 'Escape') {
			if (about.hidden) {
				actions.left();
			} else {
				explain(undefined);
			}
		} else if (id !== undefined && (key === 'Enter' || key === ' ')) {
			if (!repeat) {
				actions.reveal(id, key === 'Enter');
			}
		} else if (id !== undefined && key in ARROWS) {
			elements.get(walk.go(id, key) ?? '')?.focus();
		} else {
			return false;
		}
		return true;
	}

	new ResizeObserver(() => {
		if (svg.clientWidth > 0) {
			settle();
			if (isChosen) {
				comeTo(stop);
			}
		}
	}).observe(svg);

	/** Keeps what the person has chosen to see; else shows what is best to begin with. */
	function settle(): void {
		view = isChosen ? moved(view, 0, 0, layout, screen()) : first(layout, screen());
		apply();
	}

	return {
		element: box,
		memory: () => ({ view: isChosen ? view : undefined, stop }),
		update: (nodes, edges, title) => {
			const focused = idOf(document.activeElement);
			performance.mark('systemLandscape.layout');
			drawn = [nodes, edges];
			layout = layOut(nodes, edges, wishes);
			walk = walkOver(layout);
			elements = new Map();
			const lines = new Map<string, Element>();
			const picture = build(shape('g', {}, draw(layout, measure)), (built, attributes) => {
				const { 'data-id': id, 'data-edge': edge } = attributes;
				if (id !== undefined) {
					elements.set(String(id), built);
				}
				if (edge !== undefined) {
					lines.set(String(edge), built);
				}
			});
			// A line and its two ends light up together.
			near = grouped(
				layout.routes.flatMap(({ edge: { id, from, to } }) => {
					const [line, label, start, end] = [
						lines.get(id),
						...[id, from, to].map((key) => elements.get(key)),
					];
					const pair = (key: string, ...touched: (Element | undefined)[]) =>
						touched.flatMap((one) => (one ? [[key, one] as const] : []));
					return [
						...pair(id, line, label, start, end),
						...pair(from, line, label, end),
						...pair(to, line, label, start),
					];
				}),
			);
			group.replaceChildren(picture);
			setOrRemove(svg, 'aria-label', title);
			makeStop(stop);
			settle();
			explain(undefined);
			if (focused !== undefined) {
				elements.get(stop ?? '')?.focus();
			}
		},
		picture: (title, description) => pictureOf(...drawn, measure, title, description),
	};
}

/** Measures with the fonts of the page. */
function measurer(): Measure {
	const context = document.createElement('canvas').getContext('2d');
	const family = getComputedStyle(document.body).fontFamily;
	return (text, font) => {
		if (context) {
			context.font = `${FONTS[font].weight} ${FONTS[font].size}px ${family}`;
		}
		return context?.measureText(text).width ?? 0;
	};
}
