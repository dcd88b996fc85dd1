import * as l10n from '@vscode/l10n';
import { commands } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { getToken, showToken } from '../model/systems.ts';
import { now } from '../workspace/clock.ts';
import { pickLandscape } from './pick-landscape.ts';
import type { Services } from './services.ts';
import { systemStep } from './system-steps.ts';
import { withMintedToken } from './with-minted-token.ts';
import { type Call, runWizard } from './wizard.ts';

/** A token's text, to be handed to the clipboard or shown, and never kept. */
export interface TokenText {
	readonly ok: true;
	readonly landscape: string;
	readonly system: string;
	readonly text: string;
	readonly expiresAt: Instant;
	readonly reissued: boolean;
}

/**
 * The token of a pending system, which the person picks where it is not given; an expired one is reissued (R-TOK-6,
 * DEC-3). Refuses with the codes of the rule `showToken` in model/ and with `token-not-on-this-machine`.
 */
export async function tokenAtHand(
	services: Services,
	fields: { readonly landscape?: string | undefined; readonly system?: string | undefined },
	call: Call,
	title: string,
): Promise<TokenText | Refusal | undefined> {
	const chosen = await pickLandscape(services, fields.landscape, call, title);
	if (!chosen?.ok) {
		return chosen;
	}
	const { uri, landscape } = chosen;
	let { system } = fields;
	const candidates = [...landscape().systems.values()].filter(
		({ name }) => showToken(landscape(), name, now()).ok,
	);
	if (system === undefined && candidates.length === 0) {
		return refuse(
			'system-unknown',
			l10n.t('No pending system has a token that can be copied. Register a system first.'),
		);
	}
	const end = await runWizard(
		title,
		[
			systemStep(fields.system, l10n.t('Select the pending system'), candidates, (value) => {
				system = value;
			}),
		],
		call,
	);
	if (!end.done || system === undefined) {
		return end.refusal;
	}
	const name = system;
	const found = showToken(landscape(), name, now());
	if (!found.ok) {
		return found;
	}
	const place = { landscape: uri.toString(), system: name };
	if (found.reissue) {
		const { scenarioGroups } = found;
		const expired = landscape().systems.get(name)?.token?.fingerprint;
		const reissued = await withMintedToken(services.vault, place, (fingerprint) =>
			services.writer.change(uri, (current, moment) =>
				getToken(current, { system: name, scenarioGroups, fingerprint }, moment),
			),
		);
		if (!reissued.ok) {
			return reissued;
		}
		await services.vault.supersede(expired);
		return {
			...place,
			ok: true,
			text: reissued.text,
			expiresAt: reissued.token.expiresAt,
			reissued: true,
		};
	}
	const { fingerprint, expiresAt } = found.token;
	const text = fingerprint && (await services.vault.textOf(fingerprint));
	return text
		? { ...place, ok: true, text, expiresAt, reissued: false }
		: refuse(
				'token-not-on-this-machine',
				l10n.t`The token of "${shorten(name)}" was issued on another computer and is stored only there. Get it from the person who registered the system, or get a new one.`,
			);
}

/** Ticks the walkthrough's step of handing over: no file shows that a token was taken out until it is used. */
export function tellTokenTaken(): void {
	void commands.executeCommand('setContext', 'systemLandscape.tokenTaken', true);
}
