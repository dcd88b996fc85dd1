/** A piece of text by offsets in UTF-16 units. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** An unbroken run that is long enough for a token. */
const LONG_RUN = /(?<![\w+/=.:-])[\w+/=.:-]{40,}/g;

const FINGERPRINT = /^sha256:[0-9a-f]{64}$/;
const HEX = /(?<![\w:])[0-9a-f]{40,}(?!\w)/;
const WEB_TOKEN = /(?<!\w)eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?/;
const BASE64 = /(?<![\w+/-])[\w+/-]{60,}={0,2}/;

/**
 * Where the text holds what looks like a token's value (design 5): long hex that is no fingerprint, a JSON web token, or
 * long base64 with digits, capitals and small letters.
 */
export function findTokenLikeText(text: string): readonly Range[] {
	return Array.from(text.matchAll(LONG_RUN)).flatMap(({ index, 0: run }) => {
		const found = FINGERPRINT.test(run) ? undefined : tokenIn(run);
		return found ? [{ start: index + found.index, end: index + found.index + found[0].length }] : [];
	});
}

function tokenIn(run: string): RegExpExecArray | undefined {
	const base64 = BASE64.exec(run);
	const isMixed = base64 && [/\d/, /[A-Z]/, /[a-z]/].every((kind) => kind.test(base64[0]));
	return HEX.exec(run) ?? WEB_TOKEN.exec(run) ?? (isMixed ? base64 : undefined) ?? undefined;
}
