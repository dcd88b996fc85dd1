import * as l10n from '@vscode/l10n';

/** Shown for a token: dots for the eye, a word for the ear. The page never gets the token itself. */
export function MaskedToken() {
	return (
		<span>
			<span class="mask" aria-hidden="true">
				••••••••
			</span>
			<span class="visually-hidden">{l10n.t('hidden')}</span>
		</span>
	);
}

/** Shown for a value that isn't there. */
export function Nothing() {
	return (
		<span>
			<span aria-hidden="true">–</span>
			<span class="visually-hidden">{l10n.t('none')}</span>
		</span>
	);
}
