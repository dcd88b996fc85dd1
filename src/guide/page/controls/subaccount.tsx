import * as l10n from '@vscode/l10n';
import { useState } from 'preact/hooks';
import { Button } from '../../../webview/page/button.tsx';
import { blocked, type ControlProps, Frame, useRecording } from './recording.tsx';

/** *Subaccount*: its name. */
export function Subaccount({ id, isLocked, host, onRecorded }: ControlProps) {
	const recording = useRecording({ host, onRecorded });
	const { isBusy, refusal, forget, record } = recording;
	const [name, setName] = useState('');
	return (
		<Frame
			id={id}
			legend={l10n.t('Subaccount')}
			recording={recording}
			onSubmit={() =>
				!isLocked && !isBusy && record({ kind: 'subaccount', name: name.trim() }, () => setName(''))
			}
		>
			<div class="field">
				<label for={`${id}-name`}>{l10n.t('Name of the subaccount')}</label>
				<input
					id={`${id}-name`}
					type="text"
					autocomplete="off"
					spellcheck={false}
					aria-invalid={refusal !== '' || undefined}
					aria-describedby={refusal ? `${id}-refusal` : undefined}
					value={name}
					onInput={({ currentTarget }) => {
						forget();
						setName(currentTarget.value);
					}}
				/>
			</div>
			<div class="buttons">
				<Button class="primary" type="submit" {...blocked(isLocked, isBusy)}>
					{l10n.t('Record Subaccount')}
				</Button>
			</div>
		</Frame>
	);
}
