import type { RecordKind } from '../src/document/schema.ts';
import type { Discovery, ExtensionStatus, Mode, SystemRole, SystemStatus } from '../src/model/landscape.ts';

/** What a hover or completion says about a record, a key or a value, and where it comes from. */
export interface Description {
	readonly text: string;
	/** Short names of SAP's pages, which docs/rules.md lists; none if SAP's documentation doesn't say it. */
	readonly source?: string;
}

/** What a record is, by its kind. */
export const RECORDS: Record<RecordKind, Description & { readonly title: string }> = {
	landscape: {
		title: 'System Landscape',
		text: 'The systems connected to a global account in SAP BTP, and what uses them. Each file is one global account.',
		source: 'D/2ffdaff',
	},
	system: {
		title: 'System',
		text: 'A system in the global account. The key is its name: printable ASCII characters, unique in the global account.',
		source: 'D/28171b6',
	},
	token: {
		title: 'Integration token',
		text: "The integration token that pairs the system: valid for one system, and usable once. Never put the token itself in this file; it's a secret.",
		source: 'D/28171b6',
	},
	tenant: {
		title: 'Tenant',
		text: 'A tenant of an SAP system. The key is its host name, without https:// and without a path.',
		source: 'D/cb81f1b',
	},
	extension: {
		title: 'Extension',
		text: 'The tenant’s entry for a paired system. The key is the name of the system.',
		source: 'D/cb81f1b',
	},
	subaccount: {
		title: 'Subaccount',
		text: 'A subaccount whose applications use the systems. The key is its name.',
		source: 'D/5ba357b',
	},
	entitlement: {
		title: 'Entitlement',
		text: 'The subaccount’s right to use a service plan for a system. A subaccount has each combination of service, plan and system only once.',
		source: 'D/65ad330',
	},
	formation: {
		title: 'Formation',
		text: 'A group of systems for one scenario. The key is its name: 1 to 128 letters, digits, hyphens, spaces and underscores, starting and ending with a letter or digit.',
		source: 'D/68b04fa',
	},
};

/** What a key means, by the kind of its record. */
export const KEYS: Record<RecordKind, Readonly<Record<string, Description>>> = {
	landscape: {
		version: {
			text: 'The version of the file format. If a file has a newer version than this VS Code extension supports, you can view it but not change it.',
		},
		globalAccount: {
			text: 'The display name of the global account in SAP BTP, which must be an enterprise account.',
			source: 'D/2ffdaff',
		},
		mode: {
			text: 'Whether you practice with this landscape or record a real account. In both modes, this VS Code extension never connects to SAP.',
		},
		subdomain: { text: 'The subdomain of the global account, as the cockpit shows it.' },
		region: { text: 'The technical name of the region in which the global account is, such as eu10.' },
		systems: {
			text: 'The systems of the global account, by name. Names are unique in a global account.',
			source: 'D/2ffdaff',
		},
		tenants: {
			text: 'The tenants of the SAP systems, by host name, with the extensions that pair systems.',
			source: 'D/cb81f1b',
		},
		subaccounts: {
			text: 'The subaccounts of the global account that can use systems, by name.',
			source: 'D/5ba357b',
		},
		formations: {
			text: 'The formations of the global account, by name. Names are unique in a global account.',
			source: 'D/68b04fa',
		},
	},
	system: {
		type: {
			text: 'The system’s type, as SAP labels it. You can use other types, too; they don’t have an integration token.',
			source: 'D/2ffdaff',
		},
		status: {
			text: 'How far the system is connected to the global account. Service plans are only for registered systems.',
			source: 'D/28171b6',
		},
		recordedAt: {
			text: 'When somebody saw this status in the cockpit: a UTC time in whole seconds, in quotes. Only in recorded landscapes.',
		},
		url: {
			text: 'The address of the system. Two systems of the same type with the same address are one system.',
			source: 'D/5592d86',
		},
		role: { text: 'What the system is for. It helps to keep productive systems and subaccounts together.' },
		discovery: {
			text: 'Whether somebody added the system, or the cockpit discovered it.',
			source: 'D/a8b1e26',
		},
		owner: {
			text: 'Who is responsible for the system, such as a team. Everybody who can read the file sees it.',
		},
		note: { text: 'Anything to remember about the system. Never put a token or a password here.' },
		pairedTenant: {
			text: 'The host name of the tenant that registered the system before its extension there was deleted. For most types, only that tenant can register it again.',
			source: 'D/0c6f498',
		},
		token: {
			text: 'The system’s integration token, if it has one. Never put the token itself in this file.',
			source: 'D/28171b6',
		},
	},
	token: {
		issuedAt: {
			text: 'When the token was issued: a UTC time in whole seconds, in quotes, such as "2026-11-20T10:00:00Z".',
		},
		expiresAt: {
			text: 'When the token expires, as a UTC time in whole seconds, in quotes: 7 days after it was issued, or 10 minutes for SAP Commerce Cloud, SAP Cloud for Customer and SAP Field Service Management.',
			source: 'D/28171b6 D/1582d72',
		},
		scenarioGroups: {
			text: 'The communication scenario groups that were selected for the token. They define what formations with this system can enable; types with this choice need at least one group.',
			source: 'D/28171b6',
		},
		fingerprint: {
			text: 'The SHA-256 digest that identifies a pasted token, if it’s known: sha256: and 64 lowercase hexadecimal digits. Nobody can get the token from it.',
		},
		usedAt: {
			text: 'When the token was used to pair the system, as a UTC time in whole seconds, in quotes. A token can be used only once.',
			source: 'D/28171b6',
		},
	},
	tenant: {
		type: {
			text: 'The type of the tenant’s SAP system, as SAP labels it. The tenant rejects tokens for other types.',
			source: 'D/2ffdaff',
		},
		role: { text: 'What the tenant is for.' },
		note: { text: 'Anything to remember about the tenant. Never put a token or a password here.' },
		extensions: {
			text: 'The extensions that the tenant lists in Maintain Extensions on SAP BTP, by the names of their systems.',
			source: 'D/cb81f1b',
		},
	},
	extension: {
		status: {
			text: 'How far the pairing is in the tenant. When the extension is enabled, the system is registered.',
			source: 'D/cadf8f6',
		},
		recordedAt: {
			text: 'When somebody saw this status in the tenant: a UTC time in whole seconds, in quotes. Only in recorded landscapes.',
		},
		description: {
			text: 'The description that the tenant administrator entered. The tutorial uses the system’s name.',
			source: 'D/cadf8f6',
		},
		changedAt: {
			text: 'When the status last changed: a UTC time in whole seconds, in quotes, such as "2026-11-21T09:12:04Z".',
		},
	},
	subaccount: {
		subdomain: { text: 'The subdomain of the subaccount, as the cockpit shows it.' },
		region: { text: 'The technical name of the region in which the subaccount is, such as eu10.' },
		production: { text: 'Whether productive applications run in the subaccount: true or false.' },
		note: { text: 'Anything to remember about the subaccount. Never put a token or a password here.' },
		entitlements: {
			text: 'The service plans that the subaccount can use, each for one system. You can’t deregister a system while a subaccount has service plans for it.',
			source: 'D/65ad330 D/0c6f498',
		},
	},
	entitlement: {
		service: {
			text: 'The service’s technical name. The service is available when at least one system of its types is registered.',
			source: 'D/65ad330 D/b01e625',
		},
		plan: {
			text: 'The service plan’s technical name. You select plans for each system.',
			source: 'D/925c00a D/b01e625',
		},
		system: {
			text: 'The name of the system that the plan gives access to. The system must be registered.',
			source: 'D/65ad330',
		},
		amount: {
			text: 'How many units of the plan are assigned: a whole number, 1 by default.',
			source: 'D/c824874',
		},
		recordedAt: {
			text: 'When somebody saw this service plan in the cockpit: a UTC time in whole seconds, in quotes. Only in recorded landscapes.',
		},
	},
	formation: {
		type: {
			text: 'The formation type, as SAP labels it. It defines which systems you can include.',
			source: 'D/3414bbc',
		},
		systems: {
			text: 'The names of the systems in the formation. Systems that pair with a token must be registered first, except for the SAP Customer Experience types; you can’t deregister a system while it’s in a formation.',
			source: 'D/68b04fa D/2ffdaff',
		},
	},
};

/** What a list's texts mean, by the path of the list's key. */
export const ITEMS: Readonly<Record<string, Description>> = {
	'token.scenarioGroups': {
		text: 'A communication scenario group, as SAP labels it.',
		source: 'D/28171b6',
	},
	'formation.systems': { text: 'The name of a system in this landscape.', source: 'D/68b04fa' },
};

/** What a landscape's mode means. */
export const MODE_VALUES: Record<Mode, Description> = {
	practice: {
		text: 'Simulates both sides: the SAP BTP cockpit and the tenant of the SAP system. You don’t need a license, and nothing leaves your computer.',
	},
	recorded: {
		text: 'Records a real account: you work in the cockpit and the tenant, and record here what they show.',
	},
};

/** What a system's status means. */
export const SYSTEM_STATUS_VALUES: Record<SystemStatus, Description> = {
	pending: {
		text: 'The system was added and isn’t paired yet. Send its integration token to the tenant administrator.',
		source: 'D/28171b6',
	},
	registered: {
		text: 'The system is paired with its tenant. You can add service plans for it, and include it in formations.',
		source: 'D/28171b6',
	},
	error: {
		text: 'The system couldn’t be registered. Delete the failed extension in the tenant, and then get a new token.',
		source: 'D/28171b6',
	},
	deregistering: {
		text: 'The system is being deregistered.',
		source: 'D/0c6f498',
	},
	'deregister-error': {
		text: 'The system couldn’t be deregistered. Open an incident with SAP; in practice, choose Reset System.',
		source: 'D/0c6f498',
	},
	unregistered: {
		text: 'The system was deregistered. It stays on the list, and you can register it again.',
		source: 'D/0c6f498',
	},
	removing: { text: 'The system is being removed from the global account.', source: 'D/0c6f498' },
	'remove-error': {
		text: 'The system couldn’t be removed. Try again, or open an incident with SAP.',
		source: 'D/0c6f498',
	},
};

/** What the role of a system or tenant means. */
export const ROLE_VALUES: Record<SystemRole, Description> = {
	development: { text: 'Applications are developed with it.' },
	customizing: { text: 'It is configured, and the configuration is tested.' },
	test: { text: 'Applications are tested with it.' },
	production: { text: 'People work with it. Its data is real.' },
};

/** How a system came on the list. */
export const DISCOVERY_VALUES: Record<Discovery, Description> = {
	manual: { text: 'Somebody added the system.', source: 'D/a8b1e26' },
	auto: { text: 'The cockpit discovered the system. It can’t be removed.', source: 'D/a8b1e26 D/0c6f498' },
};

/** What an extension's status means. */
export const EXTENSION_STATUS_VALUES: Record<ExtensionStatus, Description> = {
	enabling: { text: 'The tenant is being paired with the global account.', source: 'D/cadf8f6' },
	enabled: { text: 'The tenant is paired, and the system is registered.', source: 'D/cadf8f6' },
	failed: {
		text: 'The pairing failed. Delete this extension, and then get a new token for the system. SAP’s documentation doesn’t name this status.',
		source: 'D/28171b6',
	},
	disabled: {
		text: 'The system was deregistered, so the tenant doesn’t use the pairing. SAP’s documentation doesn’t name this status.',
	},
};
