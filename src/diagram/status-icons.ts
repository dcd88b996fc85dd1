import type { ExtensionStatus, SystemStatus } from '../model/landscape.ts';
import { KIND_ICONS } from './kind-icons.ts';

/** The codicon of each status of a system: in the tree, the map and the pictures. */
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

/** The codicon of each status of an extension. */
export const EXTENSION_ICONS = {
	enabling: 'sync',
	enabled: KIND_ICONS.extension,
	failed: 'error',
	disabled: 'debug-disconnect',
} as const satisfies Record<ExtensionStatus, string>;

/** The codicon of a system that is named, but isn't there. */
export const UNKNOWN_ICON = 'warning';
