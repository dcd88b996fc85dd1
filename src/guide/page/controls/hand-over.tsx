import * as l10n from '@vscode/l10n';
import { Button } from '../../../webview/page/button.tsx';
import { useRequest } from '../../../webview/page/request.tsx';
import type { Refused } from '../../messages.ts';
import { blocked, type ControlProps, Frame } from './recording.tsx';

/** *Handed over*: the note and the token, each to the clipboard. */
export function HandOver({ id, isLocked, host, say }: ControlProps) {
	const request = useRequest<Refused>();
	const copy = (what: 'copyToken' | 'copyHandOverNote', done: string) =>
		void request.ask(host.copy(what), () => say(done));
	const { isBusy, refusal } = request;
	return (
		<Frame id={id} legend={l10n.t('Handed over')} recording={{ refusal, recordAnyway: undefined }}>
			<p class="quiet">
				{l10n.t('This step is done as soon as the extension or the use of the token is recorded.')}
			</p>
			<div class="buttons">
				<Button
					class="primary"
					{...blocked(isLocked, isBusy)}
					onClick={() => copy('copyHandOverNote', l10n.t('The hand-over note was copied.'))}
				>
					{l10n.t('Copy Hand-Over Note')}
				</Button>
				<Button
					{...blocked(isLocked, isBusy)}
					onClick={() =>
						copy('copyToken', l10n.t('The token was copied. Send it as you would send a password.'))
					}
				>
					{l10n.t('Copy Token')}
				</Button>
			</div>
		</Frame>
	);
}
