import { Range } from 'vscode';

/** Lines and columns of a text's offsets: the file need not be open in an editor. */
export class Positions {
	readonly #lineStarts: number[] = [0];

	constructor(text: string) {
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
			this.#lineStarts.push(at + 1);
		}
	}

	range(start: number, end: number): Range {
		return new Range(...this.#lineAndColumn(start), ...this.#lineAndColumn(end));
	}

	#lineAndColumn(offset: number): [number, number] {
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#lineStarts[middle] ?? 0) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return [low, offset - (this.#lineStarts[low] ?? 0)];
	}
}
