import { useCallback, useEffect, useState } from 'preact/hooks';

/** Sentences that come within this time are said as one. */
const GATHER_MS = 100;

/**
 * A quiet line that is also read out, and how to say something with it. While a modal dialog covers it, it waits, because
 * what is behind a dialog isn't read out. The sentences of `shownElsewhere` are only read out.
 */
export function useNews(isCovered: boolean, shownElsewhere: readonly string[] = []) {
	const [waiting, setWaiting] = useState<readonly string[]>([]);
	const [said, setSaid] = useState<readonly string[]>([]);

	useEffect(() => {
		if (waiting.length > 0 && !isCovered) {
			const timer = setTimeout(() => {
				setSaid(waiting.filter((sentence) => sentence !== ''));
				// Others may have come since.
				setWaiting((now) => now.slice(waiting.length));
			}, GATHER_MS);
			return () => clearTimeout(timer);
		}
		return;
	}, [waiting, isCovered]);

	const say = useCallback((...sentences: readonly string[]) => {
		if (sentences.length > 0) {
			// The same sentence again would be no change, and so wouldn't be read out.
			setSaid([]);
			setWaiting((before) => [...before, ...sentences]);
		}
	}, []);

	const news = (
		<p class="news" role="status" aria-live="polite">
			{said.map((sentence, index) => (
				<span key={sentence} class={shownElsewhere.includes(sentence) ? 'visually-hidden' : ''}>
					{index === 0 ? sentence : ` ${sentence}`}
				</span>
			))}
		</p>
	);
	return [news, say] as const;
}
