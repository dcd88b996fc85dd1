import * as l10n from '@vscode/l10n';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../webview/page/button.tsx';
import { Option } from './option.tsx';
import { blocked, Frame, type PropsOf, useRecording } from './recording.tsx';

/** *Token received*: its text, which goes to the extension in one message and is cleared at once, or only its date. */
export function Token({ id, control, isLocked, host, onRecorded }: PropsOf<'token'>) {
	const recording = useRecording({ host, onRecorded });
	const { isBusy, refusal, forget, record } = recording;
	const text = useRef<HTMLInputElement>(null);
	const [isPasted, setPasted] = useState(false);
	const [isShown, setShown] = useState(false);
	const [issuedAt, setIssuedAt] = useState('');
	const [groups, setGroups] = useState<readonly string[]>();
	const selected = groups ?? control.groups.filter(({ isSelected }) => isSelected).map(({ label }) => label);

	function submit(): void {
		if (isLocked || isBusy) {
			return;
		}
		const token = text.current?.value ?? '';
		if (text.current) {
			text.current.value = '';
		}
		setPasted(false);
		setShown(false);
		record({ kind: 'token', token, scenarioGroups: [...selected], issuedAt: instantOf(issuedAt) }, () =>
			setIssuedAt(''),
		);
	}

	return (
		<Frame id={id} legend={l10n.t('Token received')} recording={recording} onSubmit={submit}>
			<div class="field">
				<label for={`${id}-text`}>{l10n.t('Integration Token')}</label>
				<div class="secret">
					<input
						id={`${id}-text`}
						ref={text}
						{...(isShown ? { type: 'text' } : { type: 'password' })}
						autocomplete="off"
						autocapitalize="off"
						spellcheck={false}
						aria-invalid={refusal !== '' || undefined}
						aria-describedby={refusal ? `${id}-refusal` : `${id}-text-help`}
						onInput={({ currentTarget }) => {
							// A refusal is about the token that was sent, not about the one being pasted.
							forget();
							setPasted(currentTarget.value.trim() !== '');
						}}
					/>
					<Button
						class="toggle-text"
						aria-label={l10n.t('Show the integration token')}
						aria-pressed={isShown}
						onClick={() => setShown(!isShown)}
					>
						{l10n.t('Show')}
					</Button>
				</div>
				<p class="quiet" id={`${id}-text-help`}>
					{l10n.t(
						'Its text stays on this computer, in the secret storage of VS Code. Leave the field empty to record only the date.',
					)}
				</p>
			</div>
			{control.groups.length > 0 && (
				<fieldset class="choices">
					<legend>{l10n.t('Communication Scenario Groups')}</legend>
					{control.groups.map(({ label, detail }) => (
						<Option
							key={label}
							{...{ label, detail }}
							isChecked={selected.includes(label)}
							onChange={(isChecked) =>
								setGroups(isChecked ? [...selected, label] : selected.filter((group) => group !== label))
							}
						/>
					))}
				</fieldset>
			)}
			<div class="field">
				<label for={`${id}-issued`}>{l10n.t('Issued on')}</label>
				<input
					id={`${id}-issued`}
					type="datetime-local"
					aria-describedby={`${id}-issued-help`}
					value={issuedAt}
					onInput={({ currentTarget }) => setIssuedAt(currentTarget.value)}
				/>
				<p class="quiet" id={`${id}-issued-help`}>
					{l10n.t('Leave it empty if you got the token just now.')}
				</p>
			</div>
			<div class="buttons">
				<Button class="primary" type="submit" {...blocked(isLocked, isBusy)}>
					{isPasted ? l10n.t('Record Token') : l10n.t('Record Only the Date')}
				</Button>
			</div>
		</Frame>
	);
}

/** A moment in the person's time zone as everybody's; empty where there is none. */
function instantOf(local: string): string {
	const moment = new Date(local);
	return Number.isNaN(moment.getTime()) ? '' : `${moment.toISOString().slice(0, 19)}Z`;
}
