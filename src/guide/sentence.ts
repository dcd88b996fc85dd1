import type { Markup } from '../model/tenant-steps.ts';
import type { Instruction, Sentence, Value } from './messages.ts';

/**
 * Puts names into a translated sentence with places such as `{0}`; a page shows them in bold. Several names in one place are
 * a way through menus.
 */
export function sentence(text: string, ...names: readonly (string | readonly string[])[]): Sentence {
	const marked = names.map((name) => [name].flat().map(MARKUP.control).join(' > '));
	return inPieces(text.replace(/\{(\d)\}/g, (_, place: string) => marked[Number(place)] ?? ''));
}

/** An instruction, with the values that a person types for it. */
export function instruction(said: Sentence, ...values: readonly Value[]): Instruction {
	return { sentence: said, values: [...values] };
}

/** Marks that no text has: Unicode keeps these characters for private use. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const mark = (name: string) => `${OPEN}${name.replace(/[\ue000\ue001]/g, '')}${CLOSE}`;

/** Marks names in a sentence for {@link inPieces}. */
export const MARKUP: Markup = { control: mark, value: mark };

/** A sentence whose names are marked, in pieces. */
export function inPieces(text: string): Sentence {
	return text
		.split(OPEN)
		.flatMap((piece, index) => {
			const [name = '', rest = ''] = index === 0 ? ['', piece] : piece.split(CLOSE);
			return [
				{ text: name, isName: true },
				{ text: rest, isName: false },
			];
		})
		.filter((piece) => piece.text !== '');
}
