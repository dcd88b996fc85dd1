import * as l10n from '@vscode/l10n';
import { entitlementsOf, formationsOf, type Landscape } from './landscape.ts';
import { shorten } from './names.ts';

/** Names everything that uses a system and must be removed first (R-ENT-10, R-FOR-8). */
export function usesOf(landscape: Landscape, system: string): readonly string[] {
	const entitlements = entitlementsOf(landscape, system).map(
		({ subaccount, entitlement }) =>
			l10n.t`the service plan ${shorten(entitlement.plan)} in subaccount "${shorten(subaccount)}"`,
	);
	const formations = formationsOf(landscape, system).map(
		({ name }) => l10n.t`the formation "${shorten(name)}"`,
	);
	return [...entitlements, ...formations];
}
