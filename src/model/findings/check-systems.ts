import * as l10n from '@vscode/l10n';
import { systemType } from '../catalog/system-types.ts';
import type { Instant } from '../instant.ts';
import { extensionStatusLabel, statusInWords } from '../labels.ts';
import { type ExtensionStatus, extensionOf, type System, type SystemStatus } from '../landscape.ts';
import { checkSystemName, shorten } from '../names.ts';
import { hasUnusedToken, OPEN_TOKENS_LIMIT, tokenState } from '../tokens.ts';
import { checkToken } from './check-tokens.ts';
import type { FindingsCollector } from './collector.ts';

/** The system statuses that fit an extension's status (R-EXT-13); the first is the usual one. */
const BESIDE: Record<ExtensionStatus, readonly SystemStatus[]> = {
	enabling: ['pending'],
	enabled: ['registered', 'deregistering', 'deregister-error'],
	failed: ['error'],
	disabled: ['unregistered', 'pending', 'error'],
};
const GOING: readonly SystemStatus[] = ['removing', 'remove-error'];

/** Checks systems: names, types, tokens and statuses. */
export function checkSystems(collector: FindingsCollector): void {
	const { landscape, report } = collector;
	const names = new Map<string, string>();
	const owners = new Map<string, string>();
	const open = new Map<string, number>();
	for (const system of landscape.systems.values()) {
		const { name, token, type } = system;
		const path = ['systems', name];
		collector.refused(checkSystemName(name), path, 'key');
		const known = systemType(type);
		const meantType = known ? undefined : collector.unknownType(type, [...path, 'type'], false);
		if (token && !known && !meantType) {
			report(
				'warning',
				'token-not-applicable',
				l10n.t('"{0}" isn\'t a type that uses integration tokens, but the system has one.', shorten(type)),
				[...path, 'type'],
			);
		}
		if (token) {
			checkToken(collector, system, known, token);
		}
		if (known || !meantType) {
			checkStatus(collector, system);
		}
		// Names that differ only in case are allowed but confusing (DEC-6).
		const folded = name.toLowerCase();
		const earlier = names.get(folded);
		names.set(folded, earlier ?? name);
		if (earlier !== undefined) {
			report(
				'warning',
				'name-differs-by-case',
				l10n.t('The names "{0}" and "{1}" differ only in case.', shorten(name), shorten(earlier)),
				path,
				{ at: 'key' },
			);
		}
		// One token belongs to one system (R-TOK-1): after a merge, two may have it.
		const owner = token?.fingerprint && owners.get(token.fingerprint);
		if (owner) {
			report(
				'error',
				'token-shared',
				l10n.t(
					'"{0}" and "{1}" have the same token, but a token is for one system only. Get a new one.',
					shorten(name),
					shorten(owner),
				),
				[...path, 'token', 'fingerprint'],
			);
		} else if (token?.fingerprint) {
			owners.set(token.fingerprint, name);
		}
		const count = (open.get(type) ?? 0) + (hasUnusedToken(system) ? 1 : 0);
		// Reported once for each type, where the limit is exceeded (R-TOK-9).
		if (count > OPEN_TOKENS_LIMIT && open.get(type) === OPEN_TOKENS_LIMIT) {
			report(
				'warning',
				'token-limit-reached',
				l10n.t(
					'The global account has more than {0} open tokens for {1}, which is the limit. Pair or remove a pending system.',
					OPEN_TOKENS_LIMIT,
					shorten(type),
				),
				path,
				{ at: 'key' },
			);
		}
		open.set(type, count);
	}
}

/** Reports a status that the type, the extension or the token contradicts (R-TYPE-2, R-EXT-13), one at a time. */
function checkStatus({ landscape, now, report }: FindingsCollector, system: System): void {
	const { name, status, token, type } = system;
	if (GOING.includes(status)) {
		return;
	}
	const contradiction = (by: string, message: string, instead?: SystemStatus, usedAt?: Instant) =>
		report('warning', `status-contradicts-${by}`, message, ['systems', name, 'status'], { instead, usedAt });
	const shown = shorten(name);
	if (!systemType(type)) {
		if (status !== 'registered') {
			contradiction(
				'type',
				l10n.t(
					"Systems of type {0} are registered as soon as they're on the list. Change the status to registered.",
					shorten(type),
				),
				'registered',
			);
		}
		return;
	}
	const inPractice = landscape.mode === 'practice';
	const pairing = extensionOf(landscape, name);
	const beside = pairing?.extension.status;
	const state = tokenState(token, now);
	const isUnused = state === 'open' || state === 'expired';
	const isConnected = BESIDE.enabled.includes(status);
	// A real tenant may show a registered system's extension as disabled (R-EXT-13).
	if (pairing && beside && !BESIDE[beside].includes(status) && (inPractice || beside !== 'disabled')) {
		contradiction(
			'extension',
			status === 'registered'
				? l10n.t('"{0}" is registered, but no tenant has an enabled extension for it.', shown)
				: l10n.t(
						'"{0}" {1}, but the status of its extension in {2} is {3}.',
						shown,
						statusInWords(status),
						shorten(pairing.tenant.host),
						extensionStatusLabel(beside, pairing.tenant.type),
					),
			BESIDE[beside][0],
		);
	} else if (!pairing && inPractice && isConnected) {
		contradiction(
			'extension',
			l10n.t('"{0}" is registered, but no tenant has an enabled extension for it.', shown),
			state === 'used' ? 'unregistered' : 'pending',
		);
	} else if (isConnected && (isUnused || (inPractice && state === 'absent'))) {
		contradiction(
			'token',
			isUnused
				? l10n.t('"{0}" is registered, but its token wasn\'t used.', shown)
				: l10n.t('"{0}" is registered, but it has no integration token.', shown),
			pairing ? undefined : 'pending',
			isUnused ? pairing?.extension.changedAt : undefined,
		);
	} else if (inPractice && status === 'pending' && state === 'used' && beside !== 'enabling') {
		contradiction('token', l10n.t('"{0}" is pending, but its token was used. Get a new token.', shown));
	} else if ((status === 'error' || status === 'unregistered') && state === 'open' && beside !== 'failed') {
		contradiction('token', l10n.t('"{0}" has a new token, so its status must be pending.', shown), 'pending');
	}
}
