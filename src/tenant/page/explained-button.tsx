import type { ComponentProps } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';

interface Props extends Omit<ComponentProps<typeof Button>, 'isBlocked' | 'reason'> {
	/** The id of a text elsewhere on the page that says why the button is blocked. */
	readonly reasonId: string | undefined;
	/** Why the button is blocked; empty where it isn't. */
	readonly reason: string;
}

/**
 * A button that can say why it is blocked. Its own reason is its description for the ear; for the eye it is shown while the
 * button is pointed at or has the focus, until Escape is pressed.
 */
export function ExplainedButton({ reasonId, reason, ...button }: Props) {
	const id = useId();
	const tooltip = useRef<HTMLSpanElement>(null);
	const [isDismissed, setDismissed] = useState(false);
	const [side, setSide] = useState<'above' | 'below'>('above');
	const hasOwn = reasonId === undefined && reason !== '';

	function show({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
		const room = currentTarget.getBoundingClientRect().top;
		setSide(room < (tooltip.current?.offsetHeight ?? 0) ? 'below' : 'above');
		setDismissed(false);
	}

	return (
		<span class="explained" data-dismissed={isDismissed || undefined} data-side={side}>
			<Button
				{...button}
				isBlocked={hasOwn || reasonId !== undefined}
				reason={reasonId ?? id}
				onFocus={show}
				onPointerEnter={show}
				onKeyDown={({ key }) => key === 'Escape' && setDismissed(true)}
			/>
			{hasOwn && (
				<span class="reason" id={id} role="tooltip" ref={tooltip}>
					{reason}
				</span>
			)}
		</span>
	);
}
