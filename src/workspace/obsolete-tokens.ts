import { Disposable, type LogOutputChannel } from 'vscode';
import { obsolescenceOf } from '../model/held-tokens.ts';
import { now } from './clock.ts';
import type { ExpiryClock } from './expiry-clock.ts';
import type { LandscapeFiles } from './landscape-files.ts';
import type { TokenVault } from './token-vault.ts';

/**
 * Deletes the texts of tokens that are of no use any more, as when a colleague has paired with one. Only a
 * text that is saved and understood counts: what is deleted can't be brought back.
 */
export function forgetObsoleteTokens(
	files: LandscapeFiles,
	clock: ExpiryClock,
	vault: TokenVault,
	log: LogOutputChannel,
): Disposable {
	// A deletion that fails is tried again at the next check.
	const warn = (error: unknown) => log.warn(`The text of a token could not be deleted: ${String(error)}`);
	const check = () => {
		for (const held of vault.held) {
			const file = files.all.find(({ uri }) => uri.toString() === held.landscape);
			if (file?.isDirty || file?.reading.unreadable) {
				continue;
			}
			const obsolescence = obsolescenceOf(held, file?.reading.landscape, now());
			if (obsolescence === 'superseded') {
				vault.supersede(held.fingerprint).catch(warn);
			} else if (obsolescence) {
				vault.forget(held.fingerprint).catch(warn);
			}
		}
	};
	void files.loaded.then(check);
	return Disposable.from(files.onDidChange(check), clock.onDidTick(check));
}
