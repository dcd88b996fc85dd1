/** A piece of text by offsets in UTF-16 units. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** Long hex that is no fingerprint, a JSON web token, or a long run of base64: what an integration token may look like. */
const TOKEN_LIKE =
	/(?<![\w:+/=-])(?:[0-9a-f]{40,}|eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?|(?=[\w+/-]*\d)(?=[\w+/-]*[A-Z])(?=[\w+/-]*[a-z])[\w+/-]{60,}={0,2})(?![\w+/=-])/g;

/** Where the text holds what looks like a token's value (design 5). Fingerprints are preceded by `sha256:`. */
export function findTokenLikeText(text: string): readonly Range[] {
	return Array.from(text.matchAll(TOKEN_LIKE), ({ index, 0: found }) => ({
		start: index,
		end: index + found.length,
	}));
}
