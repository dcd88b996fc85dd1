import { applyChanges, type Change, nameIn } from './change.ts';
import type { Decision, Refusal } from './decision.ts';
import type { Landscape } from './landscape.ts';

/**
 * Combines several rules into one decision. Each rule gets the landscape that the rules before it made, and a record
 * that several rules change is put once. A rule that refuses changes nothing; its refusal is in `refused`.
 */
export function decideInSequence(
	landscape: Landscape,
	rules: readonly ((landscape: Landscape) => Decision)[],
): Decision<{ readonly refused: readonly Refusal[] }> & { readonly ok: true } {
	let current = landscape;
	const changes = new Map<string, Change>();
	const refused: Refusal[] = [];
	for (const rule of rules) {
		const decision = rule(current);
		if (!decision.ok) {
			refused.push(decision);
			continue;
		}
		current = applyChanges(current, decision.changes);
		for (const change of decision.changes) {
			changes.set(JSON.stringify([change.section, nameIn(change)]), change);
		}
	}
	return { ok: true, changes: [...changes.values()], refused };
}
