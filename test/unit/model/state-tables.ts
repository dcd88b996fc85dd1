/**
 * The tables of docs/rules.md, System status and Extensions in the tenant, written down a second time and apart from src/model,
 * so that the two can be compared.
 */

/** What must hold besides the state. */
export type Guard =
	/** The name keeps the rules for names. */
	| 'valid-name'
	/** The communication scenario groups fit the type. */
	| 'valid-groups'
	/** No entitlement and no formation holds the system. */
	| 'unused'
	/** The token is the newest of a record that still exists. */
	| 'token-current'
	| 'token-unused'
	| 'token-unexpired'
	/** The token is unexpired, or of a type that reissues. */
	| 'token-shown'
	/** Tenant and system have the same type. */
	| 'tenant-type'
	/** The tenant that was paired before, or a type that leaves that free. */
	| 'tenant-same';

export type Event =
	| 'register'
	| 'registerWithoutToken'
	| 'list'
	| 'getToken'
	| 'showToken'
	| 'createExtension'
	| 'succeed'
	| 'fail'
	| 'deleteExtension'
	| 'deregister'
	| 'deregistered'
	| 'deregistrationFailed'
	| 'reset'
	| 'remove'
	| 'removed'
	| 'removalFailed';

/** One transition: rule, event, state before and after (system/extension), and what else must hold. */
export type Row = readonly [id: string, event: Event, from: string, to: string, ...guards: Guard[]];

const SHOWABLE = ['token-current', 'token-unused', 'token-shown'] as const;
const PAIRS = ['token-current', 'token-unused', 'token-unexpired', 'tenant-type'] as const;

/**
 * Every transition. A state is a system's status and its extension's, `absent` and `none` where there is no such thing,
 * and `listed` for a system of a type without token (R-TYPE-2), with its status behind it unless it's registered. What is
 * not here must be refused.
 */
export const TRANSITIONS: readonly Row[] = [
	['R-SYS-1', 'register', 'absent/none', 'pending/none', 'valid-name', 'valid-groups'],
	['R-SYS-2', 'registerWithoutToken', 'absent/none', 'pending/none', 'valid-name'],
	['R-TYPE-2', 'list', 'absent/none', 'listed/none', 'valid-name'],

	['R-SYS-13', 'getToken', 'pending/none', 'pending/none', 'valid-groups'],
	['R-SYS-13', 'getToken', 'pending/disabled', 'pending/disabled', 'valid-groups'],
	['R-SYS-13', 'getToken', 'unregistered/none', 'pending/none', 'valid-groups'],
	['R-SYS-13', 'getToken', 'unregistered/disabled', 'pending/disabled', 'valid-groups'],
	['R-SYS-8', 'getToken', 'error/none', 'pending/none', 'valid-groups'],

	['R-SYS-3', 'showToken', 'pending/none', 'pending/none', ...SHOWABLE],
	['R-SYS-3', 'showToken', 'pending/disabled', 'pending/disabled', ...SHOWABLE],

	['R-EXT-4', 'createExtension', 'pending/none', 'pending/enabling', ...PAIRS, 'tenant-same'],
	['R-SYS-13', 'createExtension', 'pending/disabled', 'pending/enabling', ...PAIRS, 'tenant-same'],

	['R-SYS-6', 'succeed', 'pending/enabling', 'registered/enabled'],
	['R-SYS-7', 'fail', 'pending/enabling', 'error/failed'],

	['DEC-36', 'deleteExtension', 'registered/enabled', 'unregistered/none'],
	['R-EXT-11', 'deleteExtension', 'error/failed', 'error/none'],
	['R-EXT-10', 'deleteExtension', 'pending/disabled', 'pending/none'],
	['R-EXT-10', 'deleteExtension', 'unregistered/disabled', 'unregistered/none'],
	['DEC-35', 'deleteExtension', 'absent/failed', 'absent/none'],
	['DEC-35', 'deleteExtension', 'absent/disabled', 'absent/none'],

	['R-SYS-9', 'deregister', 'registered/enabled', 'deregistering/enabled', 'unused'],
	['R-SYS-10', 'deregistered', 'deregistering/enabled', 'unregistered/disabled'],
	['R-SYS-11', 'deregistrationFailed', 'deregistering/enabled', 'deregister-error/enabled'],
	['R-SYS-11', 'reset', 'deregister-error/enabled', 'unregistered/disabled'],
	['R-SYS-11', 'reset', 'remove-error/none', 'unregistered/none'],
	['R-SYS-11', 'reset', 'remove-error/failed', 'error/failed'],
	['R-SYS-11', 'reset', 'remove-error/disabled', 'unregistered/disabled'],
	['R-SYS-11', 'reset', 'listed-remove-error/none', 'listed/none'],

	['R-TYPE-2', 'remove', 'listed/none', 'listed-removing/none', 'unused'],
	['R-SYS-17', 'remove', 'listed-remove-error/none', 'listed-removing/none', 'unused'],
	['R-SYS-12', 'remove', 'pending/none', 'removing/none', 'unused'],
	['R-SYS-12', 'remove', 'pending/disabled', 'removing/disabled', 'unused'],
	['R-SYS-14', 'remove', 'error/none', 'removing/none', 'unused'],
	['R-SYS-14', 'remove', 'error/failed', 'removing/failed', 'unused'],
	['R-SYS-14', 'remove', 'unregistered/none', 'removing/none', 'unused'],
	['R-SYS-14', 'remove', 'unregistered/disabled', 'removing/disabled', 'unused'],
	['R-SYS-17', 'remove', 'remove-error/none', 'removing/none', 'unused'],
	['R-SYS-17', 'remove', 'remove-error/failed', 'removing/failed', 'unused'],
	['R-SYS-17', 'remove', 'remove-error/disabled', 'removing/disabled', 'unused'],

	['R-SYS-18', 'removed', 'removing/none', 'absent/none'],
	['R-SYS-18', 'removed', 'removing/failed', 'absent/failed'],
	['R-SYS-18', 'removed', 'removing/disabled', 'absent/disabled'],
	['R-SYS-18', 'removed', 'listed-removing/none', 'absent/none'],
	['R-SYS-18', 'removalFailed', 'removing/none', 'remove-error/none'],
	['R-SYS-18', 'removalFailed', 'removing/failed', 'remove-error/failed'],
	['R-SYS-18', 'removalFailed', 'removing/disabled', 'remove-error/disabled'],
	['R-SYS-18', 'removalFailed', 'listed-removing/none', 'listed-remove-error/none'],
];

/** What a refusal may say when a guard fails. */
export const CODES_OF_GUARD: Readonly<Record<Guard, readonly string[]>> = {
	'valid-name': ['name-empty', 'name-not-printable-ascii', 'name-surrounding-blanks', 'name-too-long'],
	'valid-groups': ['scenario-group-required', 'scenario-group-unknown', 'scenario-group-not-applicable'],
	unused: ['system-in-use'],
	'token-current': ['token-unknown', 'token-missing'],
	'token-unused': ['token-used'],
	'token-unexpired': ['token-expired'],
	'token-shown': ['token-expired'],
	'tenant-type': ['token-wrong-type', 'tenant-type-differs', 'token-not-applicable'],
	'tenant-same': ['tenant-not-the-same'],
};

/** What a refusal may say when there is no transition from the state. */
export const CODES_OF_EVENT: Readonly<Record<Event, readonly string[]>> = {
	register: ['name-taken'],
	registerWithoutToken: ['name-taken'],
	list: ['name-taken'],
	getToken: ['system-unknown', 'status-forbids', 'token-not-applicable', 'extension-must-be-deleted-first'],
	showToken: ['system-unknown', 'status-forbids', 'token-missing', 'token-used', 'token-not-applicable'],
	createExtension: ['status-forbids', 'extension-exists', 'extension-must-be-deleted-first'],
	succeed: ['extension-unknown', 'tenant-unknown'],
	fail: ['extension-unknown', 'tenant-unknown'],
	deleteExtension: ['status-forbids', 'extension-unknown', 'tenant-unknown'],
	deregister: ['system-unknown', 'status-forbids', 'token-not-applicable'],
	deregistered: ['system-unknown'],
	deregistrationFailed: ['system-unknown'],
	reset: ['system-unknown', 'status-forbids'],
	remove: ['system-unknown', 'status-forbids', 'system-in-use'],
	removed: ['system-unknown'],
	removalFailed: ['system-unknown'],
};

/** Types that the lives are about (R-TYPE-1), and one without token (R-TYPE-2). */
export interface TypeRow {
	readonly validity: number;
	readonly reissues: boolean;
	readonly groups: boolean;
	/** Whether only the tenant of before may pair again (R-TYPE-1, DEC-16). */
	readonly sameTenant: boolean;
	/** Whether it may join a formation before it is registered (R-FOR-4). */
	readonly joinsEarly: boolean;
	/** The service that gives access to it (R-ENT-13), and its plans. */
	readonly service?: string;
}

const WEEK = 7 * 24 * 60 * 60;
const TEN_MINUTES = 10 * 60;

/** What most types have. */
const usual: TypeRow = {
	validity: WEEK,
	reissues: false,
	groups: false,
	sameTenant: true,
	joinsEarly: false,
};

export const TYPES: ReadonlyMap<string, TypeRow> = new Map([
	['SAP S/4HANA Cloud', { ...usual, reissues: true, groups: true, service: 's4-hana-cloud' }],
	['SAP Marketing Cloud', { ...usual, reissues: true, sameTenant: false, service: 's4-hana-cloud' }],
	['SAP SuccessFactors', { ...usual, service: 'sap-successfactors-extensibility' }],
	['SAP Commerce Cloud', { ...usual, validity: TEN_MINUTES, joinsEarly: true }],
]);

export const TYPE_WITHOUT_TOKEN = 'Joule';

/** Services and their plans (R-ENT-13). */
export const PLANS: ReadonlyMap<string, readonly string[]> = new Map([
	['s4-hana-cloud', ['api-access', 'messaging']],
	['sap-successfactors-extensibility', ['api-access', 'sso-configuration']],
]);

/** Formation types and who of the types above may join (R-FOR-12). */
export const MEMBERS: ReadonlyMap<string, readonly string[]> = new Map([
	[
		'Side-by-Side Extensibility with Kyma',
		['SAP S/4HANA Cloud', 'SAP Marketing Cloud', 'SAP SuccessFactors', 'SAP Commerce Cloud'],
	],
	['Integration with SAP Build', ['SAP S/4HANA Cloud']],
]);
