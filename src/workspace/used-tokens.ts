import type { Disposable } from 'vscode';
import type { LandscapeFiles } from './landscape-files.ts';
import type { TokenVault } from './token-vault.ts';

/** Deletes the texts of tokens that a landscape says were used: a colleague may have paired with them (design 5). */
export function forgetUsedTokens(files: LandscapeFiles, vault: TokenVault): Disposable {
	const forgotten = new Set<string>();
	return files.onDidChange(() => {
		for (const { reading } of files.all) {
			for (const { token } of reading.landscape.systems.values()) {
				if (token?.usedAt && token.fingerprint && !forgotten.has(token.fingerprint)) {
					forgotten.add(token.fingerprint);
					void vault.forget(token.fingerprint);
				}
			}
		}
	});
}
