import * as l10n from '@vscode/l10n';
import type { PageState } from '../messages.ts';

/** The id of the text that says why nothing can be created or deleted. */
export const LOCK_REASON_ID = 'lock-reason';

/** The top of the page: which application it is, and whose tenant. */
export function PageHeader({ state }: { state: PageState }) {
	const { application, host, type, mode, globalAccount, locked } = state;
	return (
		<header>
			<h1>{application.name}</h1>
			{application.path.length > 0 && (
				<p class="quiet">{l10n.t`In the real tenant: ${application.path.join(' > ')}`}</p>
			)}
			<p class="tenant">
				<strong>{host}</strong>
				<span>{type}</span>
			</p>
			{globalAccount && (
				<p class="quiet">
					{mode === 'practice'
						? l10n.t`Practice tenant: it simulates your SAP tenant for the global account "${globalAccount}". Nothing leaves this computer.`
						: l10n.t`Recorded by hand for the global account "${globalAccount}". This page shows what the landscape file records.`}
				</p>
			)}
			{application.ownNote && (
				<p class="quiet">
					<strong>{l10n.t('Note:')}</strong> {application.ownNote}
				</p>
			)}
			{/* The region is there before the text, so that the text is read out when it comes. */}
			<div aria-live="polite">
				{locked && (
					<p class="notice" id={LOCK_REASON_ID} data-mode={mode}>
						{locked}
					</p>
				)}
			</div>
		</header>
	);
}
