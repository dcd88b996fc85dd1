import type { ButtonHTMLAttributes, Ref } from 'preact';

interface Props extends Omit<ButtonHTMLAttributes, 'onClick' | 'ref'> {
	/** A blocked button stays reachable, so that its reason can be heard. */
	readonly isBlocked?: boolean;
	/** The id of the text that says why it is blocked. */
	readonly reason?: string | undefined;
	readonly ref?: Ref<HTMLButtonElement>;
	onClick?(): void;
}

/** A button; one of the type `submit` acts through its form. */
export function Button({ isBlocked = false, reason, onClick, ...rest }: Props) {
	return (
		<button
			type="button"
			{...rest}
			aria-disabled={isBlocked || undefined}
			aria-describedby={isBlocked ? reason : undefined}
			onClick={() => !isBlocked && onClick?.()}
		/>
	);
}
