/** What a person asks for in a filter bar: words to search for, and choices. Empty fields ask for nothing. */
export interface Filter {
	/** Words that have to be there, in any order. */
	readonly search: string;
}

/** Whether a {@link Filter} asks for anything. */
export function isInUse(filter: object): boolean {
	return Object.values(filter).some((value) => value.trim() !== '');
}

/** Whether a text has every word of a search, in any order and in upper or lower case. */
export function hasEveryWord(text: string, search: string): boolean {
	const folded = text.toLocaleLowerCase();
	return search
		.toLocaleLowerCase()
		.split(/\s+/)
		.every((word) => folded.includes(word));
}
