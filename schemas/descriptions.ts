import type { RecordKind } from '../src/document/schema.ts';
import type { ExtensionStatus, Mode, SystemStatus } from '../src/model/landscape.ts';

/** What a person should know of a record, a key or a value: plain English, and where it comes from. */
export interface Description {
	readonly text: string;
	/** Pages of SAP as `D/` and seven digits (domain, appendix B); none where it is this extension's own. */
	readonly source?: string;
}

/** What a record is, by its kind. */
export const RECORDS: Record<RecordKind, Description & { readonly title: string }> = {
	landscape: {
		title: 'System Landscape',
		text: 'The systems that are connected to one global account in SAP BTP, and what uses them. One file is one global account.',
		source: 'D/2ffdaff',
	},
	system: {
		title: 'System',
		text: 'A system that was added to the global account. Its name is the key: printable ASCII characters, and only once in a global account (R-NAME-2, R-NAME-3).',
		source: 'D/28171b6',
	},
	token: {
		title: 'Integration token',
		text: 'What is known of the integration token that pairs the system. It belongs to one system and can be used once (R-TOK-1, R-TOK-5). The token itself is a secret and must never stand in this file.',
		source: 'D/28171b6',
	},
	tenant: {
		title: 'Tenant',
		text: 'A tenant of an SAP system. Its host name is the key, without https:// and without a path.',
		source: 'D/cb81f1b',
	},
	extension: {
		title: 'Extension',
		text: 'The tenant’s side of a pairing. The key is the name of the system that it pairs.',
		source: 'D/cb81f1b',
	},
	subaccount: {
		title: 'Subaccount',
		text: 'A subaccount in which applications use the systems. Its name is the key; it may have no entitlements yet.',
		source: 'D/5ba357b',
	},
	entitlement: {
		title: 'Entitlement',
		text: 'The right of the subaccount to use one service plan for one system. Service, plan and system together stand once in a subaccount (R-ENT-3).',
		source: 'D/65ad330',
	},
	formation: {
		title: 'Formation',
		text: 'A group of systems for one scenario. Its name is the key: letters, digits, hyphens, blanks and underscores, at most 128, starting and ending with a letter or digit (R-FOR-1).',
		source: 'D/68b04fa',
	},
};

/** What a key says, by the kind of record that it stands in. */
export const KEYS: Record<RecordKind, Readonly<Record<string, Description>>> = {
	landscape: {
		version: {
			text: 'The version of the file format. A file of a newer version than the extension knows is shown as far as it can be read, and never written to.',
		},
		globalAccount: {
			text: 'The display name of the global account in SAP BTP. It must be an enterprise global account.',
			source: 'D/2ffdaff',
		},
		mode: {
			text: 'Whether this landscape is for practice or a record of a real account. The extension never talks to SAP in either mode.',
		},
		systems: {
			text: 'The systems of the global account, by their names. A name can be registered only once in a global account (R-NAME-3).',
			source: 'D/2ffdaff',
		},
		tenants: {
			text: 'The tenants of the SAP systems, by their host names, with the extensions that pair systems.',
			source: 'D/cb81f1b',
		},
		subaccounts: {
			text: 'The subaccounts of the global account that are entitled to use systems, by their names.',
			source: 'D/5ba357b',
		},
		formations: {
			text: 'The formations of the global account, by their names. A name is unique (R-FOR-1).',
			source: 'D/68b04fa',
		},
	},
	system: {
		type: {
			text: 'The type of the system, with SAP’s label. A type that is not on the list is allowed: it is taken for a type without integration token.',
			source: 'D/2ffdaff',
		},
		status: {
			text: 'How far the system is connected with the global account. Only a registered system can be entitled (R-ENT-5).',
			source: 'D/28171b6',
		},
		token: {
			text: 'What is known of the system’s integration token; absent or empty where it has none. The token itself must never stand in this file.',
			source: 'D/28171b6',
		},
	},
	token: {
		issuedAt: {
			text: 'When the token was issued: a UTC time in whole seconds, in quotes, such as "2026-11-20T10:00:00Z".',
		},
		expiresAt: {
			text: 'From when on the token can no longer be used, as a UTC time in whole seconds, in quotes: 7 days after it was issued, or 10 minutes for SAP Commerce Cloud, SAP Cloud for Customer and SAP Field Service Management (R-TOK-3, R-TOK-4).',
			source: 'D/28171b6 D/1582d72',
		},
		scenarioGroups: {
			text: 'The communication scenario groups that were chosen for the token: what may be enabled when the system joins a formation. Types that have this choice need at least one group (R-CSG-1, R-TOK-10).',
			source: 'D/28171b6',
		},
		fingerprint: {
			text: 'The SHA-256 digest of the token’s text, by which a pasted token is recognised: sha256: and 64 lower-case hexadecimal digits. Absent where only the date is known. The token can’t be derived from it.',
		},
		usedAt: {
			text: 'When the token was used to pair the system, as a UTC time in whole seconds, in quotes. A token can be used once (R-TOK-5).',
			source: 'D/28171b6',
		},
	},
	tenant: {
		type: {
			text: 'The type of the SAP system that the tenant belongs to, with SAP’s label. A token for another type is refused in this tenant.',
			source: 'D/2ffdaff',
		},
		extensions: {
			text: 'What the tenant lists in Maintain Extensions on SAP BTP, by the names of the systems that the extensions pair.',
			source: 'D/cb81f1b',
		},
	},
	extension: {
		status: {
			text: 'How far the pairing is in the tenant. The system is registered when its extension is enabled.',
			source: 'D/cadf8f6',
		},
		description: {
			text: 'The description that the tenant administrator entered. The tutorial uses the name of the system.',
			source: 'D/cadf8f6',
		},
		changedAt: {
			text: 'When the status changed last: a UTC time in whole seconds, in quotes, such as "2026-11-21T09:12:04Z".',
		},
	},
	subaccount: {
		entitlements: {
			text: 'The service plans that the subaccount may use, each for one system. An entitlement blocks deregistering its system (R-ENT-10).',
			source: 'D/65ad330 D/0c6f498',
		},
	},
	entitlement: {
		service: {
			text: 'The technical name of the service. It is offered when at least one system of its types is registered (R-ENT-1).',
			source: 'D/65ad330 D/b01e625',
		},
		plan: {
			text: 'The technical name of the service plan. Plans are chosen for each system (R-ENT-2).',
			source: 'D/925c00a D/b01e625',
		},
		system: {
			text: 'The name of the system that the plan gives access to. It must be registered (R-ENT-5).',
			source: 'D/65ad330',
		},
		amount: {
			text: 'How many units of the plan are assigned: a whole number, 1 or more; 1 where it is absent (R-ENT-4).',
			source: 'D/c824874',
		},
	},
	formation: {
		type: {
			text: 'The formation type, with SAP’s label. It decides which systems may join.',
			source: 'D/3414bbc',
		},
		systems: {
			text: 'The names of the systems in the formation. A formation blocks deregistering its systems (R-FOR-8), and systems that pair with a token must be registered first, but for the customer experience types (R-FOR-4).',
			source: 'D/68b04fa D/2ffdaff',
		},
	},
};

/** What stands in a list that is no record, by the path of the list's key. */
export const ITEMS: Readonly<Record<string, Description>> = {
	'token.scenarioGroups': {
		text: 'A communication scenario group, with SAP’s label.',
		source: 'D/28171b6',
	},
	'formation.systems': { text: 'The name of a system of this landscape.', source: 'D/68b04fa' },
};

/** What a landscape's mode means. */
export const MODE_VALUES: Record<Mode, Description> = {
	practice: {
		text: 'Plays both sides, the cockpit of SAP BTP and the tenant of the SAP system. No licence is needed and nothing leaves the computer.',
	},
	recorded: {
		text: 'Keeps the record of a real account: a person does the steps in the cockpit and in the tenant, and enters here what they showed.',
	},
};

/** What a system's status means. */
export const SYSTEM_STATUS_VALUES: Record<SystemStatus, Description> = {
	pending: {
		text: 'The system was added and waits to be paired: send its integration token to the tenant administrator (R-TOK-8).',
		source: 'D/28171b6',
	},
	registered: {
		text: 'The system is paired with its tenant: subaccounts can be entitled to it, and it can join formations.',
		source: 'D/28171b6',
	},
	error: {
		text: 'The registration failed. Delete the failed extension in the tenant, then get a new token (R-TOK-11).',
		source: 'D/28171b6',
	},
	deregistering: {
		text: 'The connection is being taken down. That needs a system without entitlements (R-ENT-10) and formations (R-FOR-8).',
		source: 'D/0c6f498',
	},
	'deregister-error': {
		text: 'Taking down the connection failed. Try again, or report a case to SAP.',
		source: 'D/0c6f498',
	},
	unregistered: {
		text: 'The system was deregistered. It stays on the list and can be registered again.',
		source: 'D/0c6f498',
	},
	removing: { text: 'The system is being removed from the global account.', source: 'D/0c6f498' },
	'remove-error': {
		text: 'Removing the system failed. Try again, or report a case to SAP.',
		source: 'D/0c6f498',
	},
};

/** What an extension's status means. */
export const EXTENSION_STATUS_VALUES: Record<ExtensionStatus, Description> = {
	enabling: { text: 'The tenant is being paired with the global account.', source: 'D/cadf8f6' },
	enabled: { text: 'The tenant is paired, and the system is registered.', source: 'D/cadf8f6' },
	failed: {
		text: 'The pairing failed. Delete this extension, then get a new token for the system (R-TOK-11). SAP’s documents don’t name this status.',
		source: 'D/28171b6',
	},
	disabled: {
		text: 'The pairing is switched off for now. SAP’s documents don’t name this status.',
	},
};
