import { Disposable } from 'vscode';
import { obsolescenceOf } from '../model/held-tokens.ts';
import { now } from './clock.ts';
import type { ExpiryClock } from './expiry-clock.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import type { TokenVault } from './token-vault.ts';

/**
 * Deletes the texts of tokens that are of no use any more, as when a colleague has paired with one (design 5). Only a
 * text that is saved and understood counts: what is deleted can't be brought back.
 */
export function forgetObsoleteTokens(
	files: LandscapeFiles,
	clock: ExpiryClock,
	vault: TokenVault,
): Disposable {
	const check = () => {
		const certain = files.all.filter(({ reading, isDirty }) => !reading.unreadable && !isDirty);
		for (const held of vault.held) {
			const file = certain.find(({ uri }) => uri.toString() === held.landscape);
			const obsolescence = obsolescenceOf(held, file?.reading.landscape, now());
			if (obsolescence === 'superseded') {
				void vault.supersede(held.fingerprint);
			} else if (obsolescence) {
				void vault.forget(held.fingerprint);
			}
		}
	};
	void files.loaded.then(check);
	return Disposable.from(files.onDidChange(check), clock.onDidTick(check));
}
