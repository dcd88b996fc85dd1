import * as l10n from '@vscode/l10n';
import type { Uri } from 'vscode';
import { type Answer, isInEditor, type Refusal, refuse } from '../model/decision.ts';
import type { Outcome } from '../model/extensions.ts';
import type { ExtensionStatus } from '../model/landscape.ts';
import { hostName } from '../model/names.ts';
import { createExtension } from '../model/pairing.ts';
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
 * Pairs a tenant with the system that a token belongs to, and leaves the rest to practice, also if the change couldn't be
 * saved. The used token's text is deleted once the change is saved, see obsolete-tokens.ts. `warning` is what to know about
 * the tenant, if anything. Refuses with the codes of the rules `checkTokenText` and `createExtension` in model/.
 */
export async function pairExtension(
	{ writer, vault, practice }: PairingServices,
	landscape: Uri,
	{ token, outcome, ...request }: PairRequest,
): Promise<Answer<{ readonly system: string; readonly status: ExtensionStatus; readonly warning?: string }>> {
	const malformed = checkTokenText(token);
	if (malformed) {
		return malformed;
	}
	const fingerprint = await fingerprintOf(token);
	let system: string | undefined;
	const created = await writer.change(landscape, (current, now) => {
		const decision = createExtension(current, { ...request, fingerprint }, now);
		system = decision.ok ? decision.system : undefined;
		return decision;
	});
	if (system !== undefined && isInEditor(created)) {
		await practice.expectExtension(landscape, hostName(request.tenant), system, outcome);
	}
	if (!created.ok) {
		return explainUnknown(vault, token, fingerprint, created);
	}
	const { status, warning } = created;
	return { ok: true, system: created.system, status, ...(warning !== undefined && { warning }) };
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
		? refuse('token-superseded', l10n.t('A newer token has replaced this one. Paste the newer one.'))
		: (checkTokenLength(token) ?? refusal);
}
