import * as l10n from '@vscode/l10n';
import { systemType } from '../catalog/system-types.ts';
import { TYPE_LABELS } from '../catalog/type-labels.ts';
import { extensionsOf, type Tenant } from '../landscape.ts';
import { checkHostName, hostName, shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { FindingsCollector } from './collector.ts';

/** The type with a token that all systems have that a tenant pairs. */
function onlyTypeIn({ landscape }: FindingsCollector, { extensions }: Tenant): string | undefined {
	const types = new Set(Array.from(extensions.keys(), (name) => landscape.systems.get(name)?.type));
	const [type] = types;
	return types.size === 1 && type && systemType(type) ? type : undefined;
}

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
		if (!collector.unknownType(tenant.type, [...path, 'type'], true) && !systemType(tenant.type)) {
			report(
				'warning',
				'token-not-applicable',
				l10n.t(
					"Systems of type {0} aren't paired with a token, so this tenant has nothing to pair.",
					shorten(tenant.type),
				),
				[...path, 'type'],
				{ instead: onlyTypeIn(collector, tenant) },
			);
		}
		for (const extension of tenant.extensions.values()) {
			const place = [...path, 'extensions', extension.system];
			const shown = shorten(extension.system);
			const system = landscape.systems.get(extension.system);
			collector.unknownSystem(extension.system, place, 'key');
			if (system && !systemType(system.type)) {
				// A misspelled type is reported at the system.
				if (TYPE_LABELS.has(system.type) || !nearest(system.type, TYPE_LABELS)) {
					report(
						'warning',
						'token-not-applicable',
						l10n.t(
							'"{0}" is a system of type {1}, which isn\'t paired with a token.',
							shown,
							shorten(system.type),
						),
						place,
						{ at: 'key' },
					);
				}
			} else if (system && system.type !== tenant.type) {
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
			const rule = (system && systemType(system.type)?.sameTenant) ?? 'free';
			const earlier =
				rule === 'free' ? undefined : pairs.find((pair) => pair.extension.status === 'disabled');
			const other = earlier ?? pairs[0];
			if (system && other && other.extension !== extension) {
				// SAP doesn't say whether SAP Marketing Cloud needs the same tenant (DEC-16).
				report(
					earlier && rule === 'required' ? 'error' : 'warning',
					earlier ? 'tenant-not-the-same' : 'extension-must-be-deleted-first',
					earlier
						? l10n.t(
								'"{0}" was previously registered by {1}. Only that tenant should register it again.',
								shown,
								shorten(other.tenant.host),
							)
						: l10n.t(
								'"{0}" already has an extension in {1}. Delete one of the two.',
								shown,
								shorten(other.tenant.host),
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
