import * as l10n from '@vscode/l10n';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import { useFocusWhen } from '../../webview/page/focus.ts';
import { Refusal, useRequest } from '../../webview/page/request.tsx';
import type { PageState } from '../messages.ts';
import type { Accepted, Checked, Draft } from './host.ts';
import { Modal } from './modal.tsx';

/** More names than these are no help. */
const MOST_SUGGESTIONS = 5;

/** What a person has typed and chosen. */
export interface Typed extends Draft {
	/** Whether the registration ends in an error, for practice. */
	readonly fails: boolean;
}

interface Props {
	readonly state: PageState;
	readonly typed: Typed;
	check(): Promise<Checked>;
	onType(change: Partial<Typed>): void;
	onAccepted(accepted: Accepted): void;
	onCancel(): void;
}

/** The dialog *Create New Extension*: asks for a token until the extension accepts it. */
export function CreateDialog({ state, typed, check, onType, onAccepted, onCancel }: Props) {
	const { isBusy, refusal, ask, forget } = useRequest();
	const [isShown, setShown] = useState(false);
	const token = useRef<HTMLInputElement>(null);
	const description = useRef<HTMLInputElement>(null);
	useFocusWhen(!isBusy, token);

	return (
		<Modal
			id="create"
			title={l10n.t('Create New Extension')}
			question={l10n.t(
				'Paste the integration token that an administrator of the global account got for the system in SAP Business Technology Platform.',
			)}
			submit={l10n.t('Create')}
			focus={token}
			isBusy={isBusy}
			onSubmit={() => ask(check(), onAccepted)}
			onCancel={onCancel}
		>
			<div class="field">
				<label class="required" for="create-token">
					{l10n.t('Integration Token')}
				</label>
				<div class="secret">
					<input
						id="create-token"
						ref={token}
						{...(isShown ? { type: 'text' } : { type: 'password' })}
						autocomplete="off"
						autocapitalize="off"
						spellcheck={false}
						aria-required="true"
						aria-invalid={refusal !== '' || undefined}
						aria-describedby={refusal ? 'create-refusal' : undefined}
						// What is checked is what is created, so nothing may change meanwhile.
						readOnly={isBusy}
						value={typed.token}
						onInput={({ currentTarget }) => {
							// A refusal is about the token that was sent, not about the one being pasted.
							forget();
							onType({ token: currentTarget.value });
						}}
					/>
					<Button
						class="toggle"
						aria-label={l10n.t('Show the integration token')}
						aria-pressed={isShown}
						onClick={() => setShown(!isShown)}
					>
						{l10n.t('Show')}
					</Button>
				</div>
				<Refusal id="create-refusal">{refusal}</Refusal>
			</div>
			<div class="field">
				<label for="create-description">{l10n.t('Description')}</label>
				<input
					id="create-description"
					ref={description}
					type="text"
					autocomplete="off"
					readOnly={isBusy}
					value={typed.description}
					onInput={({ currentTarget }) => onType({ description: currentTarget.value })}
				/>
				<div class="recommended" hidden={state.suggestions.length === 0}>
					<p class="quiet" id="create-recommended">
						{l10n.t('Recommended: the system’s name')}
					</p>
					<fieldset class="chips" aria-labelledby="create-recommended">
						{state.suggestions.slice(0, MOST_SUGGESTIONS).map((name) => (
							<Button
								key={name}
								class="chip"
								onClick={() => {
									onType({ description: name });
									description.current?.focus();
								}}
							>
								{name}
							</Button>
						))}
					</fieldset>
				</div>
			</div>
			{state.mode === 'practice' && (
				<div class="option">
					<input
						id="create-fail"
						type="checkbox"
						aria-describedby="create-fail-help"
						checked={typed.fails}
						onChange={({ currentTarget }) => onType({ fails: currentTarget.checked })}
					/>
					<label for="create-fail">{l10n.t('Let this registration fail')}</label>
					<p class="quiet" id="create-fail-help">
						{l10n.t(
							'For practice: the extension gets the status Failed and the system the status Error, so that you can try out how to recover.',
						)}
					</p>
				</div>
			)}
		</Modal>
	);
}
