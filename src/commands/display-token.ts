import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { env, ThemeIcon, window } from 'vscode';
import { shorten } from '../model/names.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { command, text } from './command.ts';
import { type TokenText, tellTokenTaken, tokenAtHand } from './token-at-hand.ts';

/**
 * *Display Token*: the token of a pending system in an input that can be selected and copied (R-SYS-3, R-SYS-4). Refuses with the
 * codes of {@link tokenAtHand}.
 */
export const displayToken = command({
	name: 'displayToken',
	fields: v.object({ landscape: text(), system: text() }),
	required: ['system'],
	run: async (services, fields, call) => {
		const token = await tokenAtHand(services, fields, call, l10n.t('Display Token'));
		if (!token?.ok) {
			return token;
		}
		show(token);
		tellTokenTaken();
		return { ok: true };
	},
});

function show({ system, text: token, expiresAt, reissued }: TokenText): void {
	const input = window.createInputBox();
	const copy = { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy Token') };
	input.title = l10n.t`Integration Token of ${shorten(system)}`;
	input.value = token;
	const end = localTime(expiresAt);
	input.prompt = reissued
		? l10n.t`The earlier token had expired; this is a new one. Valid until ${end}, works once. Treat it as a password.`
		: l10n.t`Valid until ${end}, works once. Treat it as a password.`;
	input.buttons = [copy];
	input.ignoreFocusOut = true;
	// It only shows: typing changes nothing.
	input.onDidChangeValue(() => {
		input.value = token;
	});
	input.onDidTriggerButton(async () => {
		await env.clipboard.writeText(token);
		input.hide();
		void inform(l10n.t`The token of "${shorten(system)}" was copied.`);
	});
	input.onDidAccept(() => input.hide());
	input.onDidHide(() => input.dispose());
	input.show();
}
