import * as l10n from '@vscode/l10n';
import { systemType } from '../catalog/system-types.ts';
import type { Instant } from '../instant.ts';
import { extensionStatusLabel, statusInWords } from '../labels.ts';
import {
	type ExtensionStatus,
	extensionOf,
	type System,
	type SystemStatus,
	type Token,
} from '../landscape.ts';
import { firstDuplicateOf, ordersOf } from '../merging-systems.ts';
import { checkHostName, checkSystemName, hostName, shorten } from '../names.ts';
import { checkGetToken } from '../systems.ts';
import { hasUnusedToken, OPEN_TOKENS_LIMIT, tokenState } from '../tokens.ts';
import { checkToken } from './check-tokens.ts';
import type { FindingsCollector } from './collector.ts';
import type { FindingData } from './finding.ts';

const GOING: readonly SystemStatus[] = ['removing', 'remove-error'];
/** The system statuses that fit an extension's status (R-EXT-13); the first is the usual one. */
const BESIDE: Record<ExtensionStatus, readonly SystemStatus[]> = {
	enabling: ['pending'],
	enabled: ['registered', 'deregistering', 'deregister-error'],
	failed: ['error', ...GOING],
	disabled: ['unregistered', 'pending', 'error', ...GOING],
};

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
		checkPairedTenant(collector, system);
		checkDuplicate(collector, system);
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
					'"{0}" and "{1}" have the same token, but a token is for one system only.',
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

/** Reports a remembered tenant that isn't a host name, or that another tenant has followed (R-TYPE-4, DEC-16). */
function checkPairedTenant({ landscape, report }: FindingsCollector, system: System): void {
	const { name, pairedTenant, type } = system;
	if (pairedTenant === undefined) {
		return;
	}
	const path = ['systems', name, 'pairedTenant'];
	const invalid = checkHostName(pairedTenant);
	const host = hostName(pairedTenant);
	if (invalid || host !== pairedTenant) {
		const message = invalid?.message ?? l10n.t('Use lowercase for the host name: {0}', shorten(host));
		report('warning', 'tenant-invalid', message, path, { instead: invalid ? undefined : host });
		return;
	}
	const rule = systemType(type)?.sameTenant ?? 'free';
	const pairing = extensionOf(landscape, name);
	if (rule !== 'free' && pairing && pairing.extension.status !== 'disabled' && pairing.tenant.host !== host) {
		report(
			rule === 'required' ? 'error' : 'warning',
			'tenant-not-the-same',
			l10n.t(
				'"{0}" was previously registered by {1}. Only that tenant should register it again.',
				shorten(name),
				shorten(host),
			),
			path,
			{ instead: pairing.tenant.host },
		);
	}
}

/** Reports a system that another one before it in the file is, too (R-MRG-4). */
function checkDuplicate({ landscape, report }: FindingsCollector, { name }: System): void {
	const first = firstDuplicateOf(landscape, name);
	if (first !== undefined) {
		report(
			'warning',
			'url-shared',
			ordersOf(landscape, first, name).length > 0
				? l10n.t(
						'"{0}" and "{1}" have the same type and URL, so they are the same system. Choose Merge Systems.',
						shorten(first),
						shorten(name),
					)
				: l10n.t(
						'"{0}" and "{1}" have the same type and URL, so they are the same system. Only one of them can stay.',
						shorten(first),
						shorten(name),
					),
			['systems', name, 'url'],
		);
	}
}

/** When a token was used, if its extension changed while the token was valid. */
function useOf(
	{ issuedAt, expiresAt }: Token,
	changedAt: Instant | undefined,
	now: Instant,
): Instant | undefined {
	// UTC times in the same format sort like text.
	return changedAt && changedAt < expiresAt && changedAt <= now && (issuedAt ?? '') <= changedAt
		? changedAt
		: undefined;
}

/** Reports a status that the type, the extension or the token contradicts (R-TYPE-2, R-EXT-13), one at a time. */
function checkStatus({ landscape, now, report }: FindingsCollector, system: System): void {
	const { name, status, token, type } = system;
	const contradiction = (by: string, message: string, data: FindingData & { instead?: SystemStatus } = {}) =>
		// What a real system's status is, only somebody who looks can say (R-REC-1).
		report('warning', `status-contradicts-${by}`, message, ['systems', name, 'status'], {
			...data,
			...(landscape.mode === 'recorded' && { instead: undefined }),
		});
	const shown = shorten(name);
	if (!systemType(type)) {
		if (status !== 'registered' && !GOING.includes(status)) {
			contradiction(
				'type',
				l10n.t(
					"Systems of type {0} are registered as soon as they're on the list. Change the status to registered.",
					shorten(type),
				),
				{ instead: 'registered' },
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
	const words = statusInWords(status);
	const usedAt = token && isUnused ? useOf(token, pairing?.extension.changedAt, now) : undefined;
	// A real tenant may show a registered system's extension as disabled (R-EXT-13).
	if (pairing && beside && !BESIDE[beside].includes(status) && (inPractice || beside !== 'disabled')) {
		contradiction(
			'extension',
			l10n.t(
				'"{0}" {1}, but the status of its extension in {2} is {3}.',
				shown,
				words,
				shorten(pairing.tenant.host),
				extensionStatusLabel(beside, pairing.tenant.type),
			),
			{ instead: BESIDE[beside][0] as SystemStatus },
		);
	} else if (!pairing && inPractice && isConnected) {
		contradiction(
			'extension',
			l10n.t('"{0}" {1}, but no tenant has an enabled extension for it.', shown, words),
			{ instead: state === 'used' ? 'unregistered' : 'pending' },
		);
	} else if (
		needsUsedToken(status, beside) &&
		(isUnused || (inPractice && state === 'absent' && status !== 'error'))
	) {
		contradiction(
			'token',
			isUnused
				? l10n.t(
						'"{0}" {1}, but its token wasn\'t used.',
						shown,
						beside === 'enabling' ? pairingWords() : words,
					)
				: l10n.t(
						'"{0}" {1}, but it has no integration token.',
						shown,
						beside === 'enabling' ? pairingWords() : words,
					),
			{
				...(pairing ? {} : { instead: 'pending' }),
				usedAt,
				tenant: beside === 'enabling' ? pairing?.tenant.host : undefined,
			},
		);
	} else if (inPractice && status === 'pending' && state === 'used' && beside !== 'enabling') {
		contradiction(
			'token',
			checkGetToken(landscape, name)
				? l10n.t('"{0}" is pending, but its token was used.', shown)
				: l10n.t('"{0}" is pending, but its token was used. Get a new token.', shown),
		);
	} else if ((status === 'error' || status === 'unregistered') && state === 'open' && beside !== 'failed') {
		contradiction('token', l10n.t('"{0}" has a new token, so its status must be pending.', shown), {
			instead: 'pending',
		});
	}
}

/** What an extension that is being enabled means, to be read after the system's name. */
const pairingWords = () => l10n.t('is being paired');

/** Whether a status, or that of the extension beside it, is reached only with a token that was used (R-TOK-5). */
function needsUsedToken(status: SystemStatus, beside: ExtensionStatus | undefined): boolean {
	return (
		BESIDE.enabled.includes(status) || beside === 'enabling' || (status === 'error' && beside === 'failed')
	);
}
