import * as l10n from '@vscode/l10n';
import type { Instant } from './instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from './labels.ts';
import { extensionOf, type Landscape, type System } from './landscape.ts';
import { shorten } from './names.ts';
import { nextStep, tokenWords } from './next-step.ts';
import { usesOf } from './uses.ts';

/**
 * What people are told of a system wherever they point at it, a line each: how it is, who uses it, and what comes next.
 * `applications` says in words which projects of the workspace ask for it.
 */
export function systemFacts(
	landscape: Landscape,
	system: System,
	terminology: Terminology,
	now: Instant,
	applications: string,
): readonly [title: string, ...facts: string[]] {
	const { name, type, status } = system;
	const pairing = extensionOf(landscape, name);
	const uses = usesOf(landscape, name);
	const next = nextStep(landscape, system, now);
	const state = [shorten(type), systemStatusLabel(status, terminology, type), tokenWords(system, now)];
	return [
		`${shorten(name)}: ${state.filter(Boolean).join(', ')}`,
		...(pairing
			? [
					l10n.t`Extension in ${pairing.tenant.host}: ${extensionStatusLabel(pairing.extension.status, pairing.tenant.type)}`,
				]
			: []),
		...(uses.length > 0 ? [l10n.t`Used by ${uses.join(', ')}`] : []),
		...(applications ? [l10n.t`Applications: ${applications}`] : []),
		...(next ? [l10n.t`Next: ${next}`] : []),
	];
}
