import { type ComponentProps, cloneElement, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Button } from './button.tsx';

interface Props {
	readonly label: string;
	readonly children: readonly VNode<ComponentProps<typeof Button>>[];
}

/** A toolbar that is one stop for Tab; the arrow keys, Home and End move inside it. */
export function Toolbar({ label, children }: Props) {
	const [stop, setStop] = useState(0);

	function move(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
		const targets: Readonly<Record<string, number>> = {
			ArrowRight: (stop + 1) % children.length,
			ArrowLeft: stop - 1,
			Home: 0,
			End: -1,
		};
		const target = targets[event.key];
		if (target !== undefined) {
			event.preventDefault();
			[...event.currentTarget.querySelectorAll('button')].at(target)?.focus();
		}
	}

	return (
		<div class="toolbar" role="toolbar" aria-label={label} onKeyDown={move}>
			{children.map((button, index) =>
				cloneElement(button, { tabIndex: index === stop ? 0 : -1, onFocus: () => setStop(index) }),
			)}
		</div>
	);
}
