import * as l10n from '@vscode/l10n';
import type { SystemType } from './catalog/system-types.ts';
import {
	EXTENSION_CENTER,
	MAINTAIN_EXTENSIONS,
	MAINTAIN_EXTENSIONS_AT_HOME,
	type TenantApplication,
} from './catalog/tenant-applications.ts';
import { S4_ADMINISTRATOR, SUCCESSFACTORS_PERMISSIONS } from './catalog/tenant-roles.ts';

/** How the name of a control or a text to enter is marked up in a sentence. */
export interface Markup {
	readonly control: (name: string) => string;
	readonly value: (text: string) => string;
}

/**
 * How a tenant pairs: in a dialog that somebody approves, with a field of the page, or in a way that SAP's documentation
 * as we know it doesn't describe (R-EXT-15).
 */
export function pairingProcedure(application: TenantApplication): 'dialog' | 'field' | 'unknown' {
	if (application === MAINTAIN_EXTENSIONS || application === MAINTAIN_EXTENSIONS_AT_HOME) {
		return 'dialog';
	}
	return application === EXTENSION_CENTER ? 'field' : 'unknown';
}

/** What somebody must be in a tenant of a type to pair it, a sentence each. */
export function tenantRole({ tenantApplication }: SystemType, { control, value }: Markup): readonly string[] {
	if (tenantApplication === MAINTAIN_EXTENSIONS) {
		const { role, catalog } = S4_ADMINISTRATOR;
		return [
			l10n.t`You are an administrator of the tenant, for example with the business role ${value(role)}, which has the business catalog ${value(catalog)}.`,
		];
	}
	return [
		l10n.t('You are an administrator of the tenant.'),
		...(tenantApplication === EXTENSION_CENTER
			? SUCCESSFACTORS_PERMISSIONS.map(
					({ permission, category }) =>
						l10n.t`You have the permission ${control(permission)} in the category ${control(category)}.`,
				)
			: []),
	];
}

/**
 * What a tenant administrator does to pair a system, a step each, with the names of the tenant's application. `description`
 * is what to enter there (R-TUT-2).
 */
export function tenantSteps(
	{ tenantApplication: application }: SystemType,
	description: string,
	{ control, value }: Markup,
): readonly string[] {
	const text = value(description);
	const ifAsked = l10n.t`If you are asked for a description, enter the system's name: ${text}. If you are asked to approve, confirm.`;
	const token = control(l10n.t('Integration Token'));
	const path = application.path.map((part) => control(part()));
	const refresh = control(application.refresh());
	const column = control(application.statusColumn());
	const enabled = control(application.enabled());
	switch (pairingProcedure(application)) {
		case 'dialog': {
			const way = [...path, control(application.name())].join(' > ');
			const [list, create] = [control(application.list()), control(application.create())];
			return [
				[
					l10n.t`Log on to the tenant, and open ${way}.`,
					...(application === MAINTAIN_EXTENSIONS
						? [l10n.t`In older tenants, it's under ${control(l10n.t('Home'))}.`]
						: []),
				].join(' '),
				l10n.t`In ${list}, choose ${create}.`,
				l10n.t`Paste the token as ${token}, and enter the system's name as ${control(l10n.t('Description'))}: ${text}.`,
				l10n.t`Choose ${control(l10n.t('Create'))}, check what the token allows, and approve with ${control(l10n.t('Yes'))}.`,
				l10n.t`Choose ${refresh} until ${column} shows ${enabled}.`,
			];
		}
		case 'field':
			return [
				l10n.t`Log on to the tenant, and open ${path.join(' > ')}.`,
				l10n.t`Paste the token as ${token}, and choose ${control(application.create())}.`,
				ifAsked,
				l10n.t`In ${control(application.list())}, choose ${refresh} until ${column} shows ${enabled}.`,
			];
		case 'unknown':
			return [
				l10n.t('Log on to the tenant, and open the page for extensions on SAP BTP.'),
				l10n.t('Create an extension with the token.'),
				ifAsked,
				l10n.t('Refresh the list until it shows that the extension is enabled.'),
			];
	}
}
