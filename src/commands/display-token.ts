import * as l10n from '@vscode/l10n';
import { env, ThemeIcon, type Uri, window } from 'vscode';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { tellTokenCopied } from './tell-token-copied.ts';
import { type TokenText, tellTokenTaken, tokenAtHand } from './token-at-hand.ts';

export const displayTokenFields = fields({ system: text });

/**
 * *Display Token*: the token of a pending system in an input that can be selected and copied. Refuses with the codes of
 * {@link tokenAtHand}.
 */
export async function displayToken(
	given: Given<typeof displayTokenFields>,
	target: Target,
	services: Services,
): Promise<Result> {
	const token = await tokenAtHand(given, target, services);
	if (!token?.ok) {
		return token;
	}
	show(target.file.uri, token);
	tellTokenTaken();
	return { ok: true };
}

function show(landscape: Uri, shown: TokenText): void {
	const { system, text: token, expiresAt, reissued } = shown;
	const input = window.createInputBox();
	const copy = { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy Token') };
	input.title = l10n.t`Integration Token of ${shorten(system)}`;
	input.value = token;
	const end = localTime(expiresAt);
	input.prompt = reissued
		? l10n.t`The earlier token had expired, so this is a new one. Works once, until ${end}. Treat it like a password.`
		: l10n.t`Works once, until ${end}. Treat it like a password.`;
	input.buttons = [copy];
	input.ignoreFocusOut = true;
	// It only shows: typing changes nothing.
	input.onDidChangeValue(() => {
		input.value = token;
	});
	input.onDidTriggerButton(async () => {
		await env.clipboard.writeText(token);
		input.hide();
		tellTokenCopied(landscape, shown);
	});
	input.onDidAccept(() => input.hide());
	input.onDidHide(() => input.dispose());
	input.show();
}
