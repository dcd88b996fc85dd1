/** A piece of text by offsets in UTF-16 units. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** An unbroken run that is long enough for a token. */
const LONG_RUN = /(?<![\w+/=.:-])[\w+/=.:-]{40,}/g;

const FINGERPRINT = /^sha256:[0-9a-f]{64}$/;
const HEX = /(?<![\w:])[0-9a-f]{40,}(?!\w)/;
/** The first part of a web token with what may be before it, and its other parts; parts are looked at where they begin. */
const WEB_TOKEN = /(?<![\w-])(?=([\w-]{13,})(\.[\w-]{10,}(?:\.[\w-]*)?))/g;
const BASE64 = /(?<![\w+/-])[\w+/-]{60,}={0,2}/;

/**
 * Finds text that looks like a token: long hexadecimal text that isn't a fingerprint, a JSON web token, or long Base64
 * text with digits, uppercase and lowercase letters.
 */
export function findTokenLikeText(text: string): readonly Range[] {
	return Array.from(text.matchAll(LONG_RUN)).flatMap(({ index, 0: run }) => {
		const found = FINGERPRINT.test(run) ? undefined : tokenIn(run);
		return found ? [{ start: index + found.start, end: index + found.end }] : [];
	});
}

function tokenIn(run: string): Range | undefined {
	const base64 = BASE64.exec(run);
	const isMixed = base64 && [/\d/, /[A-Z]/, /[a-z]/].every((kind) => kind.test(base64[0]));
	return rangeOf(HEX.exec(run)) ?? webTokenIn(run) ?? (isMixed ? rangeOf(base64) : undefined);
}

function webTokenIn(run: string): Range | undefined {
	for (const { index, 1: first = '', 2: rest = '' } of run.matchAll(WEB_TOKEN)) {
		const at = first.slice(0, -10).search(/(?<!\w)eyJ/);
		if (at !== -1) {
			return { start: index + at, end: index + first.length + rest.length };
		}
	}
	return undefined;
}

function rangeOf(found: RegExpExecArray | null): Range | undefined {
	return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
