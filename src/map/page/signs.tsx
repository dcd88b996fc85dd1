import type { GraphNode } from '../../diagram/graph.ts';
import type { ExtensionStatus, SystemStatus } from '../../model/landscape.ts';

/** What a status comes down to; each has a shape of its own, and the colour only repeats it. */
export type Tone = 'good' | 'wait' | 'bad' | 'busy' | 'off' | 'unknown';

const TONES: Record<SystemStatus | ExtensionStatus | 'unknown', Tone> = {
	pending: 'wait',
	registered: 'good',
	error: 'bad',
	deregistering: 'busy',
	'deregister-error': 'bad',
	unregistered: 'off',
	removing: 'busy',
	'remove-error': 'bad',
	unknown: 'unknown',
	enabling: 'busy',
	enabled: 'good',
	failed: 'bad',
	disabled: 'off',
};

/** The tone of a status; `undefined` for anything else. */
export function toneOf(status: string): Tone | undefined {
	return Object.hasOwn(TONES, status) ? TONES[status as keyof typeof TONES] : undefined;
}

const RING = 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4z';

/** Path data in a square of 16: what is filled, what is drawn, and what is drawn on the filling. */
interface Paths {
	readonly fill?: string;
	readonly line?: string;
	readonly mark?: string;
}

const STATUS: Record<Tone, Paths> = {
	good: { fill: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1z', mark: 'M4.7 8.3l2.3 2.3 4.4-4.8' },
	wait: { line: `${RING}M8 4.6V8l2.4 1.7` },
	bad: {
		fill: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z',
		mark: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
	},
	busy: { line: 'M13.6 6.2A6 6 0 0 0 3 4.8M2.4 9.8A6 6 0 0 0 13 11.2M3 1.8v3h3M13 14.2v-3h-3' },
	off: { line: `${RING}M3.7 12.3l8.6-8.6` },
	unknown: { line: 'M8 1.8L14.6 13.8H1.4zM8 6.2v3.6M8 11.6v.4' },
};

const KINDS: Record<GraphNode['kind'], string> = {
	tenant: 'M2 2.5h12v4.5H2zM2 9h12v4.5H2zM4.4 4.75h.8M4.4 11.25h.8',
	system: RING,
	subaccount: 'M1.8 12.8V3.2h4.4l1.6 2h6.4v7.6z',
	formation: 'M8 2v3.4M3.2 13.2l3-3.8M12.8 13.2l-3-3.8M8 5.4a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z',
};

interface Props {
	readonly kind: string;
	readonly status: string;
	readonly x: number;
	readonly y: number;
	readonly scale?: number;
}

/** The sign of a status, or of a kind where there is no status. */
export function Sign({ kind, status, x, y, scale = 1 }: Props) {
	const tone = toneOf(status);
	const paths: Paths = tone ? STATUS[tone] : { line: KINDS[kind as GraphNode['kind']] };
	return (
		<g class={`sign tone-${tone}`} transform={`translate(${x} ${y}) scale(${scale})`}>
			{Object.entries(paths).map(([name, d]) => (
				<path key={name} class={name} d={d} />
			))}
		</g>
	);
}
