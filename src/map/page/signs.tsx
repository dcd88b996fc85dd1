import { KIND_ICONS } from '../../diagram/kind-icons.ts';
import { EXTENSION_ICONS, SYSTEM_ICONS, UNKNOWN_ICON } from '../../diagram/status-icons.ts';
import type { ExtensionStatus, SystemStatus } from '../../model/landscape.ts';
import { ICON_PATHS, type IconName } from './icon-paths.ts';

/** What a status comes down to; its icon tells it, and the colour only repeats it. */
type Tone = 'good' | 'wait' | 'bad' | 'busy' | 'off' | 'unknown';

const TONES: Record<SystemStatus | ExtensionStatus | 'unknown' | 'unread', Tone> = {
	pending: 'wait',
	registered: 'good',
	error: 'bad',
	deregistering: 'busy',
	'deregister-error': 'bad',
	unregistered: 'off',
	removing: 'busy',
	'remove-error': 'bad',
	unknown: 'unknown',
	unread: 'unknown',
	enabling: 'busy',
	enabled: 'good',
	failed: 'bad',
	disabled: 'off',
};

const ICONS: Readonly<Record<string, IconName>> = {
	tenant: KIND_ICONS.tenant,
	subaccount: KIND_ICONS.subaccount,
	formation: KIND_ICONS.formation,
	application: KIND_ICONS.application,
	...SYSTEM_ICONS,
	...EXTENSION_ICONS,
	unknown: UNKNOWN_ICON,
	unread: UNKNOWN_ICON,
};

/** The tone of a status; `undefined` for anything else. */
export function toneOf(status: string): Tone | undefined {
	return Object.hasOwn(TONES, status) ? TONES[status as keyof typeof TONES] : undefined;
}

interface Props {
	readonly kind: string;
	readonly status: string;
	readonly x: number;
	readonly y: number;
	readonly scale?: number;
}

/** The icon of a status, or of a kind where there is no status: the same as in the tree. */
export function Sign({ kind, status, x, y, scale = 1 }: Props) {
	const icon = ICONS[status || kind];
	return (
		<path
			class={`sign tone-${toneOf(status)}`}
			transform={`translate(${x} ${y}) scale(${scale})`}
			d={icon ? ICON_PATHS[icon] : ''}
		/>
	);
}
