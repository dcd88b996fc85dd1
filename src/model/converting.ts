import * as l10n from '@vscode/l10n';
import { systemType } from './catalog/system-types.ts';
import { type Change, putSubaccount, putSystem, putTenant } from './change.ts';
import { type Refusal, refuse } from './decision.ts';
import { statusInWords } from './labels.ts';
import type { Entitlement, Extension, Landscape, Mode, System, Tenant } from './landscape.ts';
import { shorten } from './names.ts';

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
			entitlements.flatMap(({ recordedAt, system }) =>
				recordedAt === undefined
					? []
					: [l10n.t`"${shorten(name)}" has a recorded service plan for "${shorten(system)}"`],
			),
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
	if (status !== (systemType(type) ? 'pending' : 'registered')) {
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
 * What has to change in a landscape so that it's one to practice with: nobody here has the texts of its tokens, so open ones
 * are left out and used ones are only remembered, and dates of records are dropped.
 */
export function asPractice(landscape: Landscape): readonly Change[] {
	const changed = <Item>(
		before: Iterable<Item>,
		practice: (item: Item) => Item,
		put: (item: Item) => Change,
	) =>
		Array.from(before).flatMap((item) => {
			const after = practice(item);
			return after === item ? [] : [put(after)];
		});
	return [
		...changed(landscape.systems.values(), practiceSystem, putSystem),
		...changed(landscape.tenants.values(), practiceTenant, putTenant),
		...changed(
			landscape.subaccounts.values(),
			(subaccount) => {
				const { entitlements } = subaccount;
				return entitlements.some(isDated)
					? { ...subaccount, entitlements: entitlements.map(withoutDate) }
					: subaccount;
			},
			putSubaccount,
		),
	];
}

function practiceSystem(system: System): System {
	const { token, ...others } = isDated(system) ? withoutDate(system) : system;
	if (token?.usedAt === undefined) {
		return token || isDated(system) ? others : system;
	}
	const { fingerprint, ...remembered } = token;
	return fingerprint !== undefined || isDated(system) ? { ...others, token: remembered } : system;
}

function practiceTenant(tenant: Tenant): Tenant {
	const { extensions } = tenant;
	return Array.from(extensions.values()).some(isDated)
		? { ...tenant, extensions: new Map([...extensions].map(([name, entry]) => [name, withoutDate(entry)])) }
		: tenant;
}

type Dated = System | Extension | Entitlement;

function isDated({ recordedAt }: Dated): boolean {
	return recordedAt !== undefined;
}

function withoutDate<Item extends Dated>(item: Item): Item {
	const copy = { ...item };
	Reflect.deleteProperty(copy, 'recordedAt');
	return copy;
}
