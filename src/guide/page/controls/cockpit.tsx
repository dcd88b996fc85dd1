import * as l10n from '@vscode/l10n';
import { Button } from '../../../webview/page/button.tsx';
import { blocked, Frame, type PropsOf, useRecording } from './recording.tsx';

/** *Cockpit shows*: the status of the system there. */
export function Cockpit({ id, control, isLocked, host, onRecorded }: PropsOf<'cockpit'>) {
	const recording = useRecording({ host, onRecorded });
	return (
		<Frame id={id} legend={l10n.t('Cockpit shows')} recording={recording}>
			<div class="buttons">
				{control.statuses.map(({ value, label, isRecorded }) => (
					<Button
						key={value}
						aria-pressed={isRecorded}
						{...blocked(isLocked, recording.isBusy)}
						onClick={() => recording.record({ kind: 'cockpit', status: value, anyway: false })}
					>
						{label}
					</Button>
				))}
			</div>
		</Frame>
	);
}
