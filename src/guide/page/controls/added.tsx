import * as l10n from '@vscode/l10n';
import { Button } from '../../../webview/page/button.tsx';
import { blocked, type ControlProps, Frame, useRecording } from './recording.tsx';

/** *Added in the cockpit*: the system is on the list. */
export function Added({ id, isLocked, host, onRecorded }: ControlProps) {
	const recording = useRecording({ host, onRecorded });
	return (
		<Frame id={id} legend={l10n.t('Added in the cockpit')} recording={recording}>
			<div class="buttons">
				<Button {...blocked(isLocked, recording.isBusy)} onClick={() => recording.record({ kind: 'added' })}>
					{l10n.t('Record That It Was Added')}
				</Button>
			</div>
		</Frame>
	);
}
