import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import type { DrawnStop } from './drawing.tsx';
import { onScreen, placeBeside, type Size, type View } from './viewport.ts';

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
	/** Whether the element is in the lower half of the screen, which it then doesn't hide. */
	readonly isLow: boolean;
	onRun(command: string): void;
	onShow(): void;
	onOpen(): void;
	onClose(): void;
}

/** What is said of the element that is selected, and what can be done with it. */
export function Details({ stop: { said, actions }, isLow, onRun, onShow, onOpen, onClose }: DetailsProps) {
	return (
		<section
			class="details"
			aria-label={said[0]}
			data-side={isLow ? 'above' : undefined}
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
