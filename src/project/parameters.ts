import type { Place, Said } from '../model/projects/place.ts';
import { isComputed, isPlaceholder } from '../model/projects/placeholders.ts';
import type { OutboundService, SystemName, Usage } from '../model/projects/usage.ts';
import { entriesAt, hasKey, itemsAt, type SaidTree, saidAt, textAt } from './said-tree.ts';

/** The keys by which parameters of an instance are told from something else. */
export const PARAMETER_KEYS = ['systemName', 'communicationArrangement', 'emClientId'] as const;

/** What parameters of a service instance say of the system and of the communication arrangement. */
export type Parameters = Pick<Usage, 'scenario' | 'arrangement' | 'clientId' | 'outboundServices'>;

/** Reads the effective parameters of an instance. */
export function parametersOf(effective: SaidTree | undefined): Parameters {
	const arrangement = saidAt(effective, 'communicationArrangement');
	return {
		scenario: textAt(arrangement, 'scenarioId'),
		arrangement: textAt(arrangement, 'communicationArrangementName'),
		clientId: textAt(effective, 'emClientId'),
		outboundServices: itemsAt(arrangement, 'outboundServices').flatMap((item) => outboundService(item) ?? []),
	};
}

function outboundService(item: SaidTree): OutboundService | undefined {
	const named = textAt(item, 'id') ?? textAt(item, 'name');
	const active = saidAt(item, 'isServiceActive');
	const isActive = !(active?.kind === 'scalar' && (active.value === false || active.value === 'false'));
	return named && { ...named, isActive, activeAt: active?.at ?? item.at };
}

/** Where the list of outbound services is, or what it would belong to. */
export function outboundPlace(effective: SaidTree | undefined, otherwise: Place): Place {
	const arrangement = entriesAt(effective, 'communicationArrangement');
	return (arrangement.get('outboundServices') ?? arrangement.get('scenarioId'))?.key ?? otherwise;
}

/** The keys of the lower tree's `communicationArrangement` that the upper one hides, since maps are replaced as a whole. */
export function hiddenKeys(below: SaidTree | undefined, above: SaidTree | undefined): Usage['hidden'] {
	const over = entriesAt(above).get('communicationArrangement');
	if (over?.value.kind !== 'map') {
		return undefined;
	}
	const keys = [...entriesAt(below, 'communicationArrangement').keys()].filter(
		(key) => !hasKey(over.value, key),
	);
	return keys.length > 0 ? { keys, at: over.key } : undefined;
}

/**
 * The places that say the name of the system, the effective one first. Of those that the deployer reads the first one
 * counts; a placeholder below it is there on purpose.
 */
export function systemNames(
	read: readonly (Said | undefined)[],
	ignored: readonly (Said | undefined)[],
): readonly SystemName[] {
	const said = read.filter((name) => name !== undefined);
	const hidden = said.slice(1).filter(({ value }) => !isPlaceholder(value) && !isComputed(value));
	return [
		...said.slice(0, 1).map((name) => ({ ...name, effect: 'effective' as const })),
		...hidden.map((name) => ({ ...name, effect: 'hidden' as const })),
		...ignored.flatMap((name) => (name ? [{ ...name, effect: 'ignored' as const }] : [])),
	];
}
