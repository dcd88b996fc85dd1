import * as l10n from '@vscode/l10n';
import { FORMATION_TYPES } from '../catalog/formation-types.ts';
import {
	checkFormationName,
	checkFormationType,
	checkMembership,
	lacksMember,
	missingMembers,
} from '../formations.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import { type FindingsCollector, meant } from './collector.ts';

/** Checks formations: names, types and members. */
export function checkFormations(collector: FindingsCollector): void {
	const { landscape, report } = collector;
	for (const formation of landscape.formations.values()) {
		const path = ['formations', formation.name];
		const name = checkFormationName(formation.name);
		if (name) {
			report('warning', name.code, name.message, path, { at: 'key' });
		}
		const type = checkFormationType(formation.type);
		if (type) {
			const instead = nearest(
				formation.type,
				FORMATION_TYPES.map(({ label }) => label),
			);
			report('information', type.code, meant(type.message, instead), [...path, 'type'], { instead });
		}
		const missing = missingMembers(landscape, formation);
		if (missing.length > 0) {
			report(
				'information',
				'formation-incomplete',
				l10n.t(
					'The formation still needs a system of type {0}. Until then, the cockpit shows it as a draft.',
					missing.join(', '),
				),
				path,
				{ at: 'key' },
			);
		}
		if (lacksMember(formation)) {
			report(
				'information',
				'formation-incomplete',
				l10n.t('The formation still needs at least one system.'),
				path,
				{ at: 'key' },
			);
		}
		const earlier = new Set<string>();
		formation.systems.forEach((member, index) => {
			const place = [...path, 'systems', index];
			if (earlier.has(member)) {
				report(
					'warning',
					'formation-member-exists',
					l10n.t('"{0}" appears twice in this formation. Remove one of the two entries.', shorten(member)),
					place,
				);
				return;
			}
			earlier.add(member);
			collector.unknownSystem(member, place);
			const system = landscape.systems.get(member);
			const refused = system && checkMembership(landscape, formation, system);
			if (refused) {
				report('warning', refused.code, refused.message, place);
			}
		});
	}
}
