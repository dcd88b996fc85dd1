import * as l10n from '@vscode/l10n';
import { removeRecord } from './change.ts';
import { type Decision, isRefusal, type Remedy, refuse } from './decision.ts';
import { deleteExtension, findTenant } from './extensions.ts';
import type { Landscape, Tenant } from './landscape.ts';
import { shorten } from './names.ts';

/**
 * *Remove Tenant*: takes a tenant that pairs nothing off the list; ours, the tenant itself knows nothing of it. Refuses with
 * `tenant-unknown`, and while it has extensions, each named, with `extension-must-be-deleted-first`.
 */
export function removeTenant(landscape: Landscape, host: string): Decision {
	const tenant = findTenant(landscape, host);
	if (isRefusal(tenant)) {
		return tenant;
	}
	const extensions = [...tenant.extensions.keys()]
		.map((system) => l10n.t`the extension for "${shorten(system)}"`)
		.join(', ');
	if (extensions === '') {
		return { ok: true, changes: [removeRecord('tenants', tenant.host)] };
	}
	return refuse(
		'extension-must-be-deleted-first',
		l10n.t`You can't remove ${tenant.host} while it has extensions. First delete: ${extensions}.`,
		...waysOut(landscape, tenant),
	);
}

/** What can be done about the extensions of a tenant: delete one, or what is in the way of that. */
function waysOut(landscape: Landscape, { host, extensions }: Tenant): readonly Remedy[] {
	const answers = Array.from(extensions.keys(), (system) => {
		const fields = { tenant: host, system };
		const decision = deleteExtension(landscape, fields);
		return decision.ok ? [{ command: 'deleteExtension', fields } as const] : (decision.remedies ?? []);
	});
	return answers.find(([remedy]) => remedy?.command === 'deleteExtension') ?? answers.flat().slice(0, 2);
}
