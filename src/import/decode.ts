import * as l10n from '@vscode/l10n';
import { type Answer, refuse } from '../model/decision.ts';

/** Bytes; nobody has a list of systems that is larger. */
export const LARGEST_IMPORT = 8 * 1024 * 1024;

/**
 * Takes the bytes of a CSV file as spreadsheets save it: UTF-8 with or without a byte-order mark, or UTF-16 with one. Returns
 * the text without the mark. Refuses with `import-unreadable` what isn't such a text, or is larger than
 * {@link LARGEST_IMPORT}.
 */
export function decodeText(bytes: Uint8Array): Answer<{ readonly text: string }> {
	if (bytes.length > LARGEST_IMPORT) {
		return refuse(
			'import-unreadable',
			l10n.t`The file is larger than ${LARGEST_IMPORT / 1024 / 1024} MB. Split it, then import the parts.`,
		);
	}
	try {
		const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
		return text.includes('\0') ? refuseOther() : { ok: true, text };
	} catch {
		return refuseOther();
	}
}

function encodingOf([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) {
		return 'utf-16le';
	}
	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function refuseOther() {
	return refuse(
		'import-unreadable',
		l10n.t(
			"This file isn't a CSV file in UTF-8 or UTF-16. In Excel, save it with the file type CSV UTF-8, then import that file.",
		),
	);
}
