import * as l10n from '@vscode/l10n';
import type { Uri } from 'vscode';
import { type Answer, type Refusal, refuse } from '../model/decision.ts';
import { createExtension, type Outcome } from '../model/extensions.ts';
import type { ExtensionStatus } from '../model/landscape.ts';
import { hostName } from '../model/names.ts';
import { checkTokenLength, checkTokenText } from '../model/tokens.ts';
import type { LandscapeWriter } from './landscape-writer.ts';
import type { Practice } from './practice.ts';
import { fingerprintOf, type TokenVault } from './token-vault.ts';

/** What pairing works with. */
export interface PairingServices {
	readonly writer: LandscapeWriter;
	readonly vault: TokenVault;
	readonly practice: Practice;
}

/** What *Yes* in the *Approve* dialog confirms. */
export interface PairRequest {
	readonly tenant: string;
	readonly type?: string;
	readonly token: string;
	readonly description: string;
	readonly outcome: Outcome;
}

/**
 * Pairs a tenant with the system that a token belongs to, and leaves the rest to practice. The used token's text is
 * deleted. Refuses with the codes of the rules `checkTokenText` and `createExtension` in model/.
 */
export async function pairExtension(
	{ writer, vault, practice }: PairingServices,
	landscape: Uri,
	{ token, outcome, ...request }: PairRequest,
): Promise<Answer<{ readonly system: string; readonly status: ExtensionStatus }>> {
	const malformed = checkTokenText(token);
	if (malformed) {
		return malformed;
	}
	const fingerprint = await fingerprintOf(token);
	const created = await writer.change(landscape, (current, now) =>
		createExtension(current, { ...request, fingerprint }, now),
	);
	if (!created.ok) {
		return explainUnknown(vault, token, fingerprint, created);
	}
	const { system, status } = created;
	await practice.expectExtension(landscape, hostName(request.tenant), system, outcome);
	await vault.forget(fingerprint);
	return { ok: true, system, status };
}

/**
 * A token that the landscape doesn't know may be one that a newer one has replaced: `token-superseded` (DEC-7), or one that
 * was cut off: `token-malformed`.
 */
export function explainUnknown(
	vault: TokenVault,
	token: string,
	fingerprint: string,
	refusal: Refusal,
): Refusal {
	if (refusal.code !== 'token-unknown') {
		return refusal;
	}
	return vault.wasSuperseded(fingerprint)
		? refuse(
				'token-superseded',
				l10n.t('A newer token has replaced this one. Copy the newer one with Copy Token and paste it whole.'),
			)
		: (checkTokenLength(token) ?? refusal);
}
