import * as l10n from '@vscode/l10n';
import { putSubaccount, removeRecord } from './change.ts';
import { type Decision, type Refusal, refuse } from './decision.ts';
import type { Landscape } from './landscape.ts';
import { checkSubaccountName, shorten } from './names.ts';

/** Refuses a name for a new subaccount: the rules of {@link checkSubaccountName}, and `subaccount-taken`. */
export function checkNewSubaccountName(landscape: Landscape, name: string): Refusal | undefined {
	return (
		checkSubaccountName(name) ??
		(landscape.subaccounts.has(name)
			? refuse(
					'subaccount-taken',
					l10n.t`${landscape.globalAccount} already has a subaccount named "${shorten(name)}".`,
				)
			: undefined)
	);
}

/** *Add Subaccount*, without entitlements yet. Refuses with the codes of {@link checkNewSubaccountName}. */
export function addSubaccount(landscape: Landscape, name: string): Decision {
	return (
		checkNewSubaccountName(landscape, name) ?? {
			ok: true,
			changes: [putSubaccount({ name, entitlements: [] })],
		}
	);
}

/** *Remove Subaccount*. Refuses with `subaccount-unknown`, and `subaccount-in-use` while it has service plans, each named. */
export function removeSubaccount(landscape: Landscape, name: string): Decision {
	const subaccount = landscape.subaccounts.get(name);
	if (!subaccount) {
		return refuse(
			'subaccount-unknown',
			l10n.t`${landscape.globalAccount} doesn't have a subaccount named "${shorten(name)}".`,
		);
	}
	const { entitlements } = subaccount;
	const plans = entitlements.map(({ plan, system }) => l10n.t`${shorten(plan)} for "${shorten(system)}"`);
	return plans.length === 0
		? { ok: true, changes: [removeRecord('subaccounts', name)] }
		: refuse(
				'subaccount-in-use',
				l10n.t`Subaccount "${shorten(name)}" still has the service plans ${plans.join(', ')}. Remove them first.`,
				{ command: 'removeServicePlan', fields: { subaccount: name } },
			);
}
