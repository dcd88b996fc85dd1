import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import type { DrawnStop } from './drawing.tsx';
import { onScreen, placeBeside, type Size, type View } from './viewport.ts';

/** Between what is said and the edge of the screen, or the element. */
const EDGE = 12;
/** So much can be read while the rest is scrolled. */
const LEAST = 96;

interface HintProps {
	readonly stop: DrawnStop;
	readonly view: View;
	readonly screen: Size;
}

/** What is said of the element that is pointed at or focused, beside it; a screen reader says it of the element itself. */
export function Hint({ stop: { box, said }, view, screen }: HintProps) {
	const hint = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { current } = hint;
		if (current) {
			const size = { width: current.offsetWidth, height: current.offsetHeight };
			const { x, y } = placeBeside(onScreen(box, view), size, screen);
			current.style.translate = `${x}px ${y}px`;
		}
	});
	return (
		<div class="hint" aria-hidden="true" ref={hint}>
			<Said lines={said} />
		</div>
	);
}

interface DetailsProps {
	readonly stop: DrawnStop;
	readonly view: View;
	readonly screen: Size;
	onRun(command: string): void;
	onShow(): void;
	onOpen(): void;
	onClose(): void;
}

/** What is said of the element that is selected, and what can be done with it: where it doesn't hide the element. */
export function Details(props: DetailsProps) {
	const { stop, view, screen, onRun, onShow, onOpen, onClose } = props;
	const { box, said, actions } = stop;
	const { y, height } = onScreen(box, view);
	const isLow = y + height / 2 > screen.height / 2;
	const room = (isLow ? y : screen.height - y - height) - 2 * EDGE;
	return (
		<section
			class="details"
			aria-label={said[0]}
			data-side={isLow ? 'above' : undefined}
			style={{ maxHeight: `${Math.max(room, LEAST)}px` }}
			onKeyDown={(event) => {
				if (event.key === 'Escape') {
					event.stopPropagation();
					onClose();
				}
			}}
		>
			<Button class="close" aria-label={l10n.t('Close')} onClick={onClose}>
				<span class="cross" />
			</Button>
			<Said lines={said} />
			<div class="buttons">
				{actions.map(({ command, title }, index) => (
					<Button key={command} class={index === 0 ? 'primary' : ''} onClick={() => onRun(command)}>
						{title}
					</Button>
				))}
				<Button onClick={onOpen}>{l10n.t('Open in File')}</Button>
				<Button onClick={onShow}>{l10n.t('Show in Tree')}</Button>
			</div>
		</section>
	);
}

function Said({ lines }: { lines: readonly string[] }) {
	return (
		<>
			{lines.map((line) => (
				<p key={line}>{line}</p>
			))}
		</>
	);
}
