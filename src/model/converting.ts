import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { applyChanges, type Change, putSubaccount, putSystem, putTenant } from './change.ts';
import { type Refusal, refuse } from './decision.ts';
import type { Instant } from './instant.ts';
import { statusInWords } from './labels.ts';
import {
	type Entitlement,
	type ExtensionStatus,
	extensionOf,
	type Landscape,
	type Mode,
	type System,
	type SystemStatus,
	type Tenant,
	type Token,
} from './landscape.ts';
import { shorten } from './names.ts';
import { statusWhenAdded } from './systems.ts';

/** How many of the things that stand against a conversion are told one by one. */
const MOST_TOLD = 5;

/**
 * Checks whether a landscape can go on in another mode, with everything in it. Refuses with `mode-simulated` what
 * would become a record of something that only practice simulated, and with `mode-recorded` what would turn a record of a
 * real account into a simulation.
 */
export function checkConverting(landscape: Landscape, mode: Mode): Refusal | undefined {
	if (landscape.mode === mode) {
		return undefined;
	}
	const obstacles = [
		...[...landscape.systems.values()].flatMap(obstacleOf),
		...[...landscape.tenants.values()].flatMap(({ host, extensions }) =>
			Array.from(
				extensions.values(),
				({ system }) => l10n.t`"${shorten(system)}" has an extension in ${shorten(host)}`,
			),
		),
		...[...landscape.subaccounts.values()].flatMap(({ name, entitlements }) =>
			entitlements.flatMap((entitlement) => obstacleIn(landscape, mode, name, entitlement)),
		),
	];
	if (obstacles.length === 0) {
		return undefined;
	}
	const more = obstacles.length - MOST_TOLD;
	const told = obstacles.slice(0, MOST_TOLD).join('; ');
	const list = more > 0 ? l10n.t`${told}; and ${more} more` : told;
	const account = shorten(landscape.globalAccount);
	return mode === 'recorded'
		? refuse(
				'mode-simulated',
				l10n.t`${account} can't become the record of a real account because some of it was simulated: ${list}. Remove that, or create another landscape.`,
			)
		: refuse(
				'mode-recorded',
				l10n.t`${account} can't become a practice landscape because it records a real account: ${list}. Choose Copy as Practice instead.`,
				{ command: 'copyAsPractice' },
			);
}

/** What a system has got beyond being on the list: in one mode it was simulated, in the other somebody saw it. */
function obstacleOf(system: System): readonly string[] {
	const { name, type, status, token, pairedTenant, recordedAt } = system;
	const shown = shorten(name);
	if (status !== statusWhenAdded(type)) {
		return [`"${shown}" ${statusInWords(status)}`];
	}
	if (token) {
		return [l10n.t`"${shown}" has an integration token`];
	}
	if (pairedTenant !== undefined) {
		return [l10n.t`"${shown}" was paired with ${shorten(pairedTenant)}`];
	}
	return recordedAt === undefined ? [] : [l10n.t`the status of "${shown}" has a date`];
}

/**
 * What stands against a conversion in a service plan of a subaccount: a date; and in practice also that there's a plan for a
 * system that has to be registered first, which only practice did.
 */
function obstacleIn(
	{ systems }: Landscape,
	to: Mode,
	subaccount: string,
	{ system, recordedAt }: Entitlement,
): readonly string[] {
	const [has, of] = [shorten(subaccount), shorten(system)];
	if (recordedAt !== undefined) {
		return [l10n.t`"${has}" has a recorded service plan for "${of}"`];
	}
	return to === 'recorded' && systemType(systems.get(system)?.type ?? '')
		? [l10n.t`"${has}" has a service plan for "${of}"`]
		: [];
}

/**
 * What has to change in a landscape so that it's one to practice with: nobody here has the texts of its tokens, so open ones
 * are left out and used ones are only remembered, and dates of records are dropped. Nothing stays under way, since practice
 * would finish it by itself: systems are as they were before, and extensions that are being enabled are left out.
 */
export function asPractice(landscape: Landscape): readonly Change[] {
	const tenants = Array.from(landscape.tenants.values(), (tenant) => putTenant(practiceTenant(tenant)));
	const settled = applyChanges(landscape, tenants);
	return [
		...Array.from(landscape.systems.values(), (system) => putSystem(practiceSystem(settled, system))),
		...tenants,
		...Array.from(landscape.subaccounts.values(), (subaccount) =>
			putSubaccount({ ...subaccount, entitlements: subaccount.entitlements.map(withoutDate) }),
		),
	];
}

function practiceSystem(landscape: Landscape, system: System): System {
	const { token, ...others } = withoutDate(system);
	const beside = extensionOf(landscape, system.name)?.extension.status;
	// Only an extension tells of a pending system what its token was used for.
	const isRemembered = token?.usedAt !== undefined && (system.status !== 'pending' || beside === 'enabled');
	return {
		...others,
		status: settledStatus(system, beside),
		...(isRemembered && { token: withoutFingerprint(token) }),
	};
}

/** The status that a system had before what is under way with it, as its extension tells. */
function settledStatus({ status, type }: System, beside: ExtensionStatus | undefined): SystemStatus {
	if (status !== 'deregistering' && status !== 'removing') {
		return status;
	}
	if (!systemType(type)) {
		return 'registered';
	}
	switch (beside) {
		case 'failed':
			return 'error';
		case 'disabled':
			return 'unregistered';
		default:
			return status === 'deregistering' ? 'registered' : 'unregistered';
	}
}

function practiceTenant(tenant: Tenant): Tenant {
	const settled = [...tenant.extensions].filter(([, { status }]) => status !== 'enabling');
	return { ...tenant, extensions: new Map(settled.map(([name, entry]) => [name, withoutDate(entry)])) };
}

function withoutDate<Item extends { readonly recordedAt?: Instant }>({
	recordedAt: _,
	...others
}: Item): Omit<Item, 'recordedAt'> {
	return others;
}

function withoutFingerprint({ fingerprint: _, ...remembered }: Token): Token {
	return remembered;
}
