import * as l10n from '@vscode/l10n';
import { systemType } from '../catalog/system-types.ts';
import { extensionsOf } from '../landscape.ts';
import { checkHostName, hostName, shorten } from '../names.ts';
import type { FindingsCollector } from './collector.ts';

/** Checks tenants: host names, types and extensions. */
export function checkTenants(collector: FindingsCollector): void {
	const { landscape, report } = collector;
	for (const tenant of landscape.tenants.values()) {
		const path = ['tenants', tenant.host];
		const host = hostName(tenant.host);
		collector.refused(checkHostName(tenant.host), path, 'key');
		if (tenant.host !== host) {
			report(
				'warning',
				'tenant-invalid',
				l10n.t('Use lowercase for the host name: {0}', shorten(host)),
				path,
				{
					at: 'key',
					instead: landscape.tenants.has(host) ? undefined : host,
				},
			);
		}
		collector.unknownType(tenant.type, [...path, 'type'], true);
		for (const extension of tenant.extensions.values()) {
			const place = [...path, 'extensions', extension.system];
			const shown = shorten(extension.system);
			const system = landscape.systems.get(extension.system);
			collector.unknownSystem(extension.system, place, 'key');
			if (system && system.type !== tenant.type) {
				report(
					'warning',
					'tenant-type-differs',
					l10n.t(
						'"{0}" is a system of type {1}, but this is a tenant of {2}.',
						shown,
						shorten(system.type),
						shorten(tenant.type),
					),
					place,
					{ at: 'key' },
				);
			}
			const pairs = extensionsOf(landscape, extension.system);
			const [first] = pairs;
			if (system && first && first.extension !== extension) {
				const rule = systemType(system.type)?.sameTenant;
				const isAgain = pairs.some((pair) => pair.extension.status === 'disabled') && rule !== 'free';
				// SAP doesn't say whether SAP Marketing Cloud needs the same tenant (DEC-16).
				report(
					isAgain && rule === 'required' ? 'error' : 'warning',
					isAgain ? 'tenant-not-the-same' : 'extension-must-be-deleted-first',
					isAgain
						? l10n.t(
								'"{0}" was previously registered by {1}. Only that tenant should register it again.',
								shown,
								shorten(first.tenant.host),
							)
						: l10n.t(
								'"{0}" already has an extension in {1}. Delete one of the two.',
								shown,
								shorten(first.tenant.host),
							),
					place,
					{ at: 'key' },
				);
			}
			if (extension.description && extension.description !== extension.system) {
				report(
					'warning',
					'description-differs',
					l10n.t('SAP recommends the system\'s name as the description: "{0}"', shown),
					[...place, 'description'],
					{ instead: extension.system },
				);
			}
		}
	}
}
