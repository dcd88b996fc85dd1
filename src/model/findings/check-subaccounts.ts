import * as l10n from '@vscode/l10n';
import { SERVICES, serviceNamed } from '../catalog/services.ts';
import { checkOffered, checkPlan } from '../entitlements.ts';
import { statusInWords } from '../labels.ts';
import { checkSubaccountName, shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import { type FindingsCollector, meant } from './collector.ts';

/** Checks subaccounts and their entitlements. */
export function checkSubaccounts(collector: FindingsCollector): void {
	const { landscape, report } = collector;
	for (const { name, entitlements, production } of landscape.subaccounts.values()) {
		collector.refused(checkSubaccountName(name), ['subaccounts', name], 'key');
		if (entitlements.length === 0) {
			report(
				'hint',
				'subaccount-unused',
				l10n.t('Subaccount "{0}" has no service plans yet.', shorten(name)),
				['subaccounts', name],
				{ at: 'key' },
			);
		}
		const earlier = new Set<string>();
		entitlements.forEach((entitlement, index) => {
			const path = ['subaccounts', name, 'entitlements', index];
			const service = serviceNamed(entitlement.service);
			const system = landscape.systems.get(entitlement.system);
			collector.unknownSystem(entitlement.system, [...path, 'system']);
			const offered = service && system && checkOffered([service], system.type);
			if (!service) {
				const instead =
					SERVICES.find(({ label }) => label === entitlement.service)?.name ??
					nearest(
						entitlement.service,
						SERVICES.map((known) => known.name),
					);
				report(
					'warning',
					'service-unknown',
					meant(
						l10n.t('"{0}" isn\'t a service that gives access to a system.', shorten(entitlement.service)),
						instead,
					),
					[...path, 'service'],
					{ instead },
				);
			} else if (offered) {
				report('warning', offered.code, offered.message, [...path, 'service'], {
					instead: SERVICES.find(({ systemTypes }) => systemTypes.includes(system.type))?.name,
				});
			}
			const plan = service && checkPlan(service, entitlement.plan);
			if (plan) {
				report('warning', plan.code, plan.message, [...path, 'plan'], {
					instead:
						service.retiredPlans.find((retired) => retired.name === entitlement.plan)?.instead ??
						nearest(
							entitlement.plan,
							service.plans.map((known) => known.name),
						),
				});
			}
			if (system && system.status !== 'registered') {
				report(
					'warning',
					'system-not-registered',
					l10n.t(
						'"{0}" {1}, and service plans are only for registered systems.',
						shorten(system.name),
						statusInWords(system.status),
					),
					[...path, 'system'],
				);
			}
			// Nothing is wrong with it as such: a test may need productive data (R-REC-7).
			if (system?.role && production !== undefined && production !== (system.role === 'production')) {
				report(
					'information',
					'production-differs',
					production
						? l10n.t(
								'Subaccount "{0}" is for production, but the system "{1}" isn\'t.',
								shorten(name),
								shorten(system.name),
							)
						: l10n.t(
								'The system "{1}" is for production, but subaccount "{0}" isn\'t.',
								shorten(name),
								shorten(system.name),
							),
					[...path, 'system'],
				);
			}
			const key = JSON.stringify([entitlement.service, entitlement.plan, entitlement.system]);
			if (earlier.has(key)) {
				report(
					'warning',
					'entitlement-exists',
					l10n.t('The subaccount has this plan for the system twice. Remove one of the two entries.'),
					[...path, 'plan'],
				);
			}
			earlier.add(key);
		});
	}
}
