import { findTokenLikeText } from './token-like-text.ts';

/** Also a part of one, since a message cuts long names, and what else may be the digits of one. */
const FINGERPRINT = /sha256:[0-9a-f]{8,}|[0-9a-f]{40,}/gi;

/**
 * A text without what looks like a token or its fingerprint. A file may have either where a name or a note belongs, and
 * what is made for other people goes further than the file.
 */
export function withoutSecrets(text: string): string {
	const shown: string[] = [];
	let end = 0;
	for (const found of findTokenLikeText(text)) {
		shown.push(text.slice(end, found.start));
		end = found.end;
	}
	return [...shown, text.slice(end)].join('…').replaceAll(FINGERPRINT, '…');
}
