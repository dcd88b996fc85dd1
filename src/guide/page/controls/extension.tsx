import * as l10n from '@vscode/l10n';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../webview/page/button.tsx';
import { blocked, Frame, type PropsOf, useRecording } from './recording.tsx';

/** *Extension shows*: the tenant, and the status of the extension in it. */
export function Extension({ id, control, isLocked, host, onRecorded }: PropsOf<'extension'>) {
	const recording = useRecording({ host, onRecorded });
	const { isBusy, refusal, forget, record } = recording;
	const [typed, setTyped] = useState<string>();
	const field = useRef<HTMLInputElement>(null);
	const { tenants, example, statuses, isDeletable } = control;
	const [only, second] = tenants;
	const tenant = typed ?? (control.tenant || (second === undefined ? (only ?? '') : ''));
	return (
		<Frame id={id} legend={l10n.t('Extension shows')} recording={recording}>
			<div class="field">
				<label for={`${id}-tenant`}>{l10n.t("The tenant's host name")}</label>
				<input
					id={`${id}-tenant`}
					ref={field}
					type="text"
					autocomplete="off"
					autocapitalize="off"
					spellcheck={false}
					placeholder={example}
					aria-invalid={refusal !== '' || undefined}
					aria-describedby={refusal ? `${id}-refusal` : undefined}
					value={tenant}
					onInput={({ currentTarget }) => {
						forget();
						setTyped(currentTarget.value);
					}}
				/>
				<div class="chips" hidden={second === undefined}>
					{tenants.map((host) => (
						<Button
							key={host}
							class="small"
							onClick={() => {
								setTyped(host);
								field.current?.focus();
							}}
						>
							{host}
						</Button>
					))}
				</div>
			</div>
			<div class="buttons">
				{statuses.map(({ value, label, isRecorded }) => (
					<Button
						key={value}
						aria-pressed={isRecorded}
						{...blocked(isLocked, isBusy)}
						onClick={() =>
							record({ kind: 'extension', tenant: tenant.trim(), status: value }, () => setTyped(undefined))
						}
					>
						{label}
					</Button>
				))}
				{isDeletable && (
					<Button
						{...blocked(isLocked, isBusy)}
						onClick={() => record({ kind: 'extensionDeleted', tenant: control.tenant })}
					>
						{l10n.t('Deleted in the Tenant')}
					</Button>
				)}
			</div>
		</Frame>
	);
}
