import type { RefusalCode } from '../model/decision.ts';

/** The codes that have an entry in `walkthroughs/troubleshooting.md` and in its translations. */
export const TROUBLESHOOTING_TOPICS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
	'token-missing',
	'token-malformed',
	'token-unknown',
	'token-expired',
	'token-used',
	'token-superseded',
	'token-wrong-type',
	'token-not-on-this-machine',
	'token-limit-reached',
	'name-taken',
	'name-not-printable-ascii',
	'scenario-group-required',
	'extension-exists',
	'extension-must-be-deleted-first',
	'extension-in-use',
	'system-in-use',
	'system-not-registered',
	'service-unavailable',
	'status-forbids',
	'tenant-not-the-same',
	'tenant-type-differs',
	'formation-rule-broken',
	'formation-member-not-allowed',
	'landscape-unreadable',
]);
