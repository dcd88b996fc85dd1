import type { ExtensionStatus, SystemStatus } from '../model/landscape.ts';

/** The product icon of VS Code for each kind of thing without a status: in the tree, the map and its pictures. */
export const KIND_ICONS = {
	tenant: 'server-environment',
	subaccount: 'symbol-namespace',
	formation: 'group-by-ref-type',
} as const;

/** The product icon of VS Code for each status of a system. */
export const SYSTEM_ICONS = {
	pending: 'clock',
	registered: 'pass-filled',
	error: 'error',
	deregistering: 'sync',
	'deregister-error': 'error',
	unregistered: 'circle-slash',
	removing: 'sync',
	'remove-error': 'error',
} as const satisfies Record<SystemStatus, string>;

/** The product icon of VS Code for each status of an extension. */
export const EXTENSION_ICONS = {
	enabling: 'sync',
	enabled: 'plug',
	failed: 'error',
	disabled: 'debug-disconnect',
} as const satisfies Record<ExtensionStatus, string>;

/** The product icon of VS Code for a system that is named, but isn't there. */
export const UNKNOWN_ICON = 'warning';
