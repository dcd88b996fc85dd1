import * as l10n from '@vscode/l10n';
import { SERVICES, type Service, type ServicePlan, serviceNamed } from './catalog/services.ts';
import { systemType } from './catalog/system-types.ts';
import { putSubaccount } from './change.ts';
import {
	advise,
	type Decision,
	forSystem,
	isRefusal,
	type Refusal,
	type Remedy,
	refuse,
} from './decision.ts';
import { statusInWords } from './labels.ts';
import type { Entitlement, Landscape, Subaccount, System } from './landscape.ts';
import { checkSubaccountName, shorten } from './names.ts';
import { perLandscape } from './per-landscape.ts';
import { checkGetToken, findSystem } from './systems.ts';

/** The services in *Add Service Plans*: those with at least one registered system (R-ENT-1, R-ENT-12). */
export function availableServices(landscape: Landscape): readonly Service[] {
	return SERVICES.filter((service) => entitleableSystems(landscape, service).length > 0);
}

const entitleable = perLandscape(({ systems }: Landscape) => {
	const registered = [...systems.values()].filter(({ status }) => status === 'registered');
	return new Map(
		SERVICES.map((service) => [service, registered.filter(({ type }) => service.systemTypes.includes(type))]),
	);
});

/** The registered systems that a service is for (R-ENT-2, R-ENT-5). */
export function entitleableSystems(landscape: Landscape, service: Service): readonly System[] {
	return entitleable(landscape).get(service) ?? [];
}

/** The plans that a subaccount doesn't have yet for a service and system (R-ENT-3). */
export function availablePlans(
	subaccount: Subaccount,
	service: Service,
	system: string,
): readonly ServicePlan[] {
	return service.plans.filter(
		(plan) => !findEntitlement(subaccount, { service: service.name, plan: plan.name, system }),
	);
}

function findEntitlement(
	subaccount: Subaccount,
	key: Pick<Entitlement, 'service' | 'plan' | 'system'>,
): Entitlement | undefined {
	return subaccount.entitlements.find(
		({ service, plan, system }) => service === key.service && plan === key.plan && system === key.system,
	);
}

/** The subaccount with a name, or `subaccount-unknown`. */
export function findSubaccount(landscape: Landscape, name: string): Subaccount | Refusal {
	return (
		landscape.subaccounts.get(name) ??
		advise(
			'subaccount-unknown',
			l10n.t`${landscape.globalAccount} doesn't have a subaccount named "${shorten(name)}".`,
			!checkSubaccountName(name) && [l10n.t('Add it first.'), { command: 'addSubaccount', fields: { name } }],
		)
	);
}

/** Refuses an unknown or retired plan with `plan-unknown`; for a retired plan, the message says what to use instead (R-ENT-13). */
export function checkPlan(service: Service, name: string): Refusal | undefined {
	if (service.plans.some((plan) => plan.name === name)) {
		return undefined;
	}
	const retired = service.retiredPlans.find((plan) => plan.name === name);
	return refuse(
		'plan-unknown',
		retired
			? l10n.t`You can no longer select "${name}" for ${service.label}. ${retired.hint()}`
			: l10n.t`"${shorten(name)}" isn't a plan of ${service.label}. Use ${service.plans.map((plan) => plan.name).join(l10n.t(' or '))}.`,
	);
}

/** What *Add n Service Plans* adds. */
export interface NewEntitlements {
	readonly subaccount: string;
	readonly service: string;
	readonly system: string;
	readonly plans: readonly string[];
}

/** Refuses a system type that none of the services is for, with `service-unavailable` (R-ENT-1). */
export function checkOffered(services: readonly Service[], type: string): Refusal | undefined {
	const [first, second] = services;
	return services.some(({ systemTypes }) => systemTypes.includes(type))
		? undefined
		: refuse(
				'service-unavailable',
				first && !second
					? l10n.t`${first.label} isn't available for systems of type ${shorten(type)}.`
					: l10n.t`There are no services for systems of type ${shorten(type)}.`,
			);
}

/**
 * Checks the parts of a request that are known so far: the subaccount, the service and the system. Refuses with
 * `subaccount-unknown`, also where there is none to choose, `service-unknown`, `system-unknown`, `system-not-registered`
 * (R-ENT-5) and `service-unavailable` (R-ENT-1).
 */
export function checkEntitlement(
	landscape: Landscape,
	request: { readonly [Field in 'subaccount' | 'service' | 'system']?: string | undefined },
): Refusal | undefined {
	const subaccount =
		request.subaccount === undefined ? undefined : findSubaccount(landscape, request.subaccount);
	if (subaccount && isRefusal(subaccount)) {
		return subaccount;
	}
	const known = request.service === undefined ? undefined : serviceNamed(request.service);
	if (request.service !== undefined && !known) {
		return refuse(
			'service-unknown',
			l10n.t`"${shorten(request.service)}" isn't a service that gives access to a system.`,
		);
	}
	const services = known ? [known] : SERVICES;
	const refused =
		request.system === undefined ? undefined : checkRegistered(landscape, request.system, ...services);
	if (refused) {
		return refused;
	}
	if (services.every((service) => entitleableSystems(landscape, service).length === 0)) {
		return refuseUnavailable(landscape, services);
	}
	return request.subaccount === undefined && landscape.subaccounts.size === 0
		? refuse(
				'subaccount-unknown',
				l10n.t`${landscape.globalAccount} doesn't have a subaccount yet. Add the one that you deploy your application to.`,
				{ command: 'addSubaccount' },
			)
		: undefined;
}

/**
 * Refuses a system that can't be used through any of the services: `system-unknown`, `system-not-registered` (R-ENT-5) and
 * `service-unavailable` (R-ENT-1).
 */
export function checkRegistered(
	landscape: Landscape,
	name: string,
	...services: readonly Service[]
): Refusal | undefined {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	return system.status === 'registered'
		? checkOffered(services, system.type)
		: advise(
				'system-not-registered',
				l10n.t`"${shorten(system.name)}" ${statusInWords(system.status)}, and service plans are only for registered systems.`,
				adviseRegistration(landscape, system),
			);
}

/** Refuses services for which no system is registered (R-ENT-1), and says which one to pair. */
function refuseUnavailable(landscape: Landscape, services: readonly Service[]): Refusal {
	const types = services.flatMap(({ systemTypes }) => systemTypes);
	const pending = [...landscape.systems.values()].find(
		({ status, type }) => status === 'pending' && types.includes(type),
	);
	return advise(
		'service-unavailable',
		l10n.t`${services.map(({ label }) => label).join(l10n.t(' or '))} isn't available yet because ${landscape.globalAccount} has no registered system.`,
		pending
			? landscape.mode === 'practice'
				? [l10n.t('Pair one in its tenant first.'), forSystem('openTenant', pending.name)]
				: [l10n.t('First record how one is paired.'), forSystem('recordExtension', pending.name)]
			: [l10n.t('Register one first.'), { command: 'registerSystem', fields: {} }],
	);
}

/** Says how a system is registered, and with which command that begins. */
function adviseRegistration(landscape: Landscape, system: System): false | readonly [string, ...Remedy[]] {
	const { name, status } = system;
	if (!systemType(system.type)) {
		return false;
	}
	if (status === 'pending' && !system.token && !checkGetToken(landscape, name)) {
		return [l10n.t('Get its integration token first.'), forSystem('getToken', name)];
	}
	if (status === 'pending') {
		return landscape.mode === 'practice'
			? [l10n.t('Pair it in its tenant first.'), forSystem('openTenant', name)]
			: [l10n.t('First record how it is paired.'), forSystem('recordExtension', name)];
	}
	if (status !== 'unregistered' && status !== 'error') {
		return false;
	}
	const words = l10n.t('Register it again first.');
	const refused = checkGetToken(landscape, name);
	return refused ? [words, ...(refused.remedies ?? [])] : [words, forSystem('getToken', name)];
}

/**
 * *Add Service Plans*, with one unit each (DEC-10). Refuses with the codes of {@link checkEntitlement}, `plan-missing`,
 * `plan-unknown` and `entitlement-exists` (R-ENT-3).
 */
export function addServicePlans(landscape: Landscape, request: NewEntitlements): Decision {
	const refused = checkEntitlement(landscape, request);
	const subaccount = landscape.subaccounts.get(request.subaccount);
	const service = serviceNamed(request.service);
	if (refused || !subaccount || !service) {
		return (
			refused ?? refuse('service-unknown', l10n.t`There is no service named "${shorten(request.service)}".`)
		);
	}
	if (request.plans.length === 0) {
		return refuse('plan-missing', l10n.t`Select at least one plan of ${service.label}.`);
	}
	const added: Entitlement[] = [];
	for (const name of new Set(request.plans)) {
		const unknown = checkPlan(service, name);
		if (unknown) {
			return unknown;
		}
		const key = { service: service.name, plan: name, system: request.system };
		if (findEntitlement(subaccount, key)) {
			return refuse(
				'entitlement-exists',
				l10n.t`Subaccount "${shorten(subaccount.name)}" already has the plan ${name} for "${shorten(request.system)}".`,
				{ command: 'openLandscape', fields: { subaccount: subaccount.name, ...key } },
			);
		}
		added.push({ ...key, amount: 1 });
	}
	const entitlements = [...subaccount.entitlements, ...added];
	return { ok: true, changes: [putSubaccount({ ...subaccount, entitlements })] };
}

/**
 * *Remove Service Plan*. A landscape doesn't hold service instances (DEC-11). Refuses with
 * `subaccount-unknown` and `entitlement-unknown`.
 */
export function removeServicePlan(
	landscape: Landscape,
	request: {
		readonly subaccount: string;
		readonly service: string;
		readonly system: string;
		readonly plan: string;
	},
): Decision {
	const subaccount = findSubaccount(landscape, request.subaccount);
	if (isRefusal(subaccount)) {
		return subaccount;
	}
	const found = findEntitlement(subaccount, request);
	if (!found) {
		return refuse(
			'entitlement-unknown',
			l10n.t`Subaccount "${shorten(subaccount.name)}" doesn't have the plan ${shorten(request.plan)} for "${shorten(request.system)}".`,
		);
	}
	const entitlements = subaccount.entitlements.filter((entitlement) => entitlement !== found);
	return { ok: true, changes: [putSubaccount({ ...subaccount, entitlements })] };
}
