import * as l10n from '@vscode/l10n';
import { entitlementsOf, type Landscape } from '../landscape.ts';
import { isComputed } from './placeholders.ts';
import type { Usage } from './usage.ts';

/** How a usage stands in the landscapes; `unnamed` where the project's files don't say a name that can be looked up. */
export type UsageState = 'ready' | 'not-registered' | 'not-entitled' | 'unknown-system' | 'unnamed';

/** How a usage stands: of several landscapes with that system the one that is furthest counts. */
export function usageState({ system, service, plan }: Usage, landscapes: readonly Landscape[]): UsageState {
	if (!system || isComputed(system.value)) {
		return 'unnamed';
	}
	const name = system.value;
	const known = landscapes.filter(({ systems }) => systems.has(name));
	const registered = known.filter(({ systems }) => systems.get(name)?.status === 'registered');
	const isEntitled = (landscape: Landscape) =>
		entitlementsOf(landscape, name).some(
			({ entitlement }) =>
				entitlement.service === service.value && (!plan || entitlement.plan === plan.value),
		);
	if (known.length === 0) {
		return 'unknown-system';
	}
	if (registered.length === 0) {
		return 'not-registered';
	}
	return registered.some(isEntitled) ? 'ready' : 'not-entitled';
}

/** A usage's state in words. */
export function usageStateLabel(state: UsageState): string {
	switch (state) {
		case 'ready':
			return l10n.t('Ready');
		case 'not-registered':
			return l10n.t('Not Registered');
		case 'not-entitled':
			return l10n.t('Not Entitled');
		case 'unknown-system':
			return l10n.t('Unknown System');
		case 'unnamed':
			return l10n.t('No System Name');
	}
}
