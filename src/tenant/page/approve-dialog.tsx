import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import { useFocusWhen } from '../../webview/page/focus.ts';
import { Refusal, useRequest } from '../../webview/page/request.tsx';
import type { Accepted, Done } from './host.ts';
import { Modal } from './modal.tsx';
import { MaskedToken, Nothing } from './placeholders.tsx';

interface Props {
	readonly accepted: Accepted;
	readonly description: string;
	/** *Yes*. */
	create(): Promise<Done>;
	/** The person wants to change what was typed. */
	onBack(): void;
	onEnd(): void;
}

/** The dialog *Approve*. */
export function ApproveDialog({ accepted, description, create, onBack, onEnd }: Props) {
	const { isBusy, refusal, ask } = useRequest();
	const yes = useRef<HTMLButtonElement>(null);
	const back = useRef<HTMLButtonElement>(null);
	useFocusWhen(refusal !== '', back);
	return (
		<Modal
			id="approve"
			title={l10n.t('Approve')}
			question={l10n.t(
				'Do you want to approve the creation of the extension for this integration token with the following restrictions?',
			)}
			submit={l10n.t('Yes')}
			submitButton={yes}
			focus={yes}
			back={
				<Button class="back" ref={back} onClick={onBack}>
					{l10n.t('Back')}
				</Button>
			}
			isBusy={isBusy}
			onSubmit={() => ask(create(), onEnd)}
			onCancel={onEnd}
		>
			<dl>
				<Fact name={l10n.t('Integration Token')}>
					<MaskedToken />
				</Fact>
				<Fact name={l10n.t('Description')}>{description.trim() || <Nothing />}</Fact>
				<Fact name={l10n.t('System Name')}>{accepted.system}</Fact>
			</dl>
			<div class="restrictions">
				<Restrictions scenarioGroups={accepted.scenarioGroups} />
			</div>
			{accepted.warning && (
				<p class="notice">
					<strong>{l10n.t('Warning:')}</strong> {accepted.warning}
				</p>
			)}
			<Refusal id="approve-refusal">{refusal}</Refusal>
		</Modal>
	);
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function Restrictions({ scenarioGroups }: { scenarioGroups: readonly string[] }) {
	if (scenarioGroups.length === 0) {
		return (
			<p class="quiet">
				{l10n.t(
					"This token has no communication scenario groups. SAP's documentation doesn't describe this dialog for it.",
				)}
			</p>
		);
	}
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{l10n.t('Communication Scenario Groups')}</th>
				</tr>
			</thead>
			<tbody>
				{scenarioGroups.map((group) => (
					<tr key={group}>
						<td>{group}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
