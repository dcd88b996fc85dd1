import { env } from 'vscode';
import type { Instant } from '../model/instant.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { tellTokenCopied } from './tell-token-copied.ts';
import { tellTokenTaken, tokenAtHand } from './token-at-hand.ts';

export const copyTokenFields = fields({ system: text });

/** *Copy Token*: the token of a pending system to the clipboard. Refuses with the codes of {@link tokenAtHand}. */
export async function copyToken(
	given: Given<typeof copyTokenFields>,
	target: Target,
	services: Services,
): Promise<Result<{ expiresAt: Instant; reissued: boolean }>> {
	const token = await tokenAtHand(given, target, services);
	if (!token?.ok) {
		return token;
	}
	await env.clipboard.writeText(token.text);
	tellTokenTaken();
	const { expiresAt, reissued } = token;
	if (given.interactive) {
		tellTokenCopied(target.file.uri, token);
	}
	return { ok: true, expiresAt, reissued };
}
