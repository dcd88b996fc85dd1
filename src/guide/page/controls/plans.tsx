import * as l10n from '@vscode/l10n';
import { useState } from 'preact/hooks';
import { Button } from '../../../webview/page/button.tsx';
import { Option } from './option.tsx';
import { blocked, Frame, type PropsOf, useRecording } from './recording.tsx';

/** *Service plans saved*: a subaccount, and the plans that it is entitled to. */
export function Plans({ id, control, isLocked, host, onRecorded }: PropsOf<'plans'>) {
	const recording = useRecording({ host, onRecorded });
	const { isBusy, forget, record } = recording;
	const [chosen, setChosen] = useState<string>();
	const [ticked, setTicked] = useState<readonly string[]>();
	const { subaccounts } = control;
	const subaccount = subaccounts.find(({ name }) => name === chosen) ?? subaccounts[0];
	const plans = subaccount?.plans ?? [];
	const names = plans.map(({ name }) => name);
	const selected = (ticked ?? plans.filter(({ isSelected }) => isSelected).map(({ name }) => name)).filter(
		(name) => names.includes(name),
	);
	if (!subaccount) {
		return <p class="quiet">{l10n.t('Record the subaccount first.')}</p>;
	}

	return (
		<Frame
			id={id}
			legend={l10n.t('Service plans saved')}
			recording={recording}
			onSubmit={() =>
				!isLocked &&
				!isBusy &&
				record({ kind: 'plans', subaccount: subaccount.name, plans: [...selected] }, () =>
					setTicked(undefined),
				)
			}
		>
			<div class="field">
				<label for={`${id}-subaccount`}>{l10n.t('Subaccount')}</label>
				<select
					id={`${id}-subaccount`}
					value={subaccount.name}
					onChange={({ currentTarget }) => {
						forget();
						setChosen(currentTarget.value);
					}}
				>
					{subaccounts.map(({ name }) => (
						<option key={name} value={name}>
							{name}
						</option>
					))}
				</select>
			</div>
			{plans.length === 0 ? (
				<p class="quiet">{l10n.t('All plans are recorded for this subaccount.')}</p>
			) : (
				<>
					<fieldset class="choices">
						<legend>{l10n.t('Service plans')}</legend>
						{plans.map(({ name, purpose }) => (
							<Option
								key={name}
								label={name}
								detail={purpose}
								isChecked={selected.includes(name)}
								onChange={(isChecked) =>
									setTicked(isChecked ? [...selected, name] : selected.filter((plan) => plan !== name))
								}
							/>
						))}
					</fieldset>
					<div class="buttons">
						<Button class="primary" type="submit" {...blocked(isLocked, isBusy)}>
							{l10n.t('Record Service Plans')}
						</Button>
					</div>
				</>
			)}
		</Frame>
	);
}
