import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Why a request was refused, read out at once; nothing where it wasn't. */
export function Refusal({ id, children }: { id: string; children: string }) {
	return (
		<p class="refusal" id={id} role="alert">
			{children}
		</p>
	);
}

interface Refused {
	readonly ok: false;
	readonly message: string;
}

/**
 * What a part of a page asks the extension for: whether it waits, why it was refused, and how to ask. After the end of the
 * part, no answer counts.
 */
export function useRequest<No extends Refused = Refused>() {
	const [isBusy, setBusy] = useState(false);
	const [refused, setRefused] = useState<No>();
	const isOpen = useRef(true);
	useLayoutEffect(
		() => () => {
			isOpen.current = false;
		},
		[],
	);

	async function ask<Accepted extends { readonly ok: true }>(
		answering: Promise<Accepted | No>,
		onAccepted: (answer: Accepted) => void,
	): Promise<void> {
		setRefused(undefined);
		setBusy(true);
		const answer = await answering;
		if (!isOpen.current) {
			return;
		}
		setBusy(false);
		if (answer.ok) {
			onAccepted(answer);
		} else {
			setRefused(answer);
		}
	}

	return { isBusy, refused, refusal: refused?.message ?? '', ask, forget: () => setRefused(undefined) };
}
