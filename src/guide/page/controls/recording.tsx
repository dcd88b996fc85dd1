import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../webview/page/button.tsx';
import { Refusal, useRequest } from '../../../webview/page/request.tsx';
import type { Control, Refused, Seen } from '../../messages.ts';
import type { Host } from '../host.ts';
import { LOCK_REASON_ID } from '../lock.ts';

/** What every control of a step gets. */
export interface ControlProps {
	/** The id of the step. */
	readonly id: string;
	readonly isLocked: boolean;
	readonly host: Host;
	say(sentence: string): void;
	/** What the person saw is recorded. */
	onRecorded(): void;
}

/** What a control of a kind gets. */
export type PropsOf<Kind extends Control['kind']> = ControlProps & {
	readonly control: Extract<Control, { kind: Kind }>;
};

/** Records what a person saw; a refusal that the person may overrule is kept with what they saw. */
export function useRecording({ host, onRecorded }: Pick<ControlProps, 'host' | 'onRecorded'>) {
	const request = useRequest<Refused>();
	const [last, setLast] = useState<Seen>();
	function record(seen: Seen, onDone = () => {}): void {
		// The text of a token is in no state of the page.
		setLast(seen.kind === 'token' ? undefined : seen);
		void request.ask(host.record(seen), () => {
			onDone();
			onRecorded();
		});
	}
	const seen = last && 'anyway' in last ? last : undefined;
	// While it is recorded, the button stays: it may have the focus.
	const isOffered = request.refused?.anyway === true || (request.isBusy && seen?.anyway === true);
	const overruled = seen && isOffered ? { ...seen, anyway: true } : undefined;
	return { ...request, record, recordAnyway: overruled && (() => record(overruled)) };
}

/** The frame of a control: its name, its fields and buttons, and why it was refused. */
export function Frame({
	id,
	legend,
	recording,
	children,
	onSubmit,
}: {
	readonly id: string;
	readonly legend: string;
	readonly recording: Pick<ReturnType<typeof useRecording>, 'refusal' | 'recordAnyway'>;
	readonly children: ComponentChildren;
	onSubmit?(): void;
}) {
	const { refusal, recordAnyway } = recording;
	return (
		<form
			class="control"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit?.();
			}}
		>
			<fieldset>
				<legend>{legend}</legend>
				<div class="fields">
					{children}
					<Refusal id={`${id}-refusal`}>{refusal}</Refusal>
					{recordAnyway && (
						<div class="buttons">
							<Button onClick={recordAnyway}>{l10n.t('Record Anyway')}</Button>
						</div>
					)}
				</div>
			</fieldset>
		</form>
	);
}

/** What a button that records is like while nothing can be recorded. */
export const blocked = (isLocked: boolean, isBusy: boolean) => ({
	isBlocked: isLocked || isBusy,
	reason: isLocked ? LOCK_REASON_ID : undefined,
});
