import type { Sentence } from '../messages.ts';

/** A sentence with the names on SAP's screens in bold. */
export function Words({ sentence }: { sentence: Sentence }) {
	return (
		<>{sentence.map(({ text, isName }, index) => (isName ? <strong key={index}>{text}</strong> : text))}</>
	);
}
