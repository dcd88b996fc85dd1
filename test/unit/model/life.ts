import assert from 'node:assert/strict';
import { edit } from '../../../src/document/edit.ts';
import { type Reading, read } from '../../../src/document/read.ts';
import { applyChanges, type Change } from '../../../src/model/change.ts';
import type { Decision, Refusal } from '../../../src/model/decision.ts';
import {
	deregisterSystem,
	removeSystem,
	resetSystem,
	settleDeregistration,
	settleRemoval,
} from '../../../src/model/deregistration.ts';
import { addServicePlans, removeServicePlan } from '../../../src/model/entitlements.ts';
import { deleteExtension, openTenant, settleExtension } from '../../../src/model/extensions.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import type { Path } from '../../../src/model/findings/finding.ts';
import {
	createFormation,
	deleteFormation,
	excludeSystem,
	includeSystem,
} from '../../../src/model/formations.ts';
import { fromMillis, type Instant } from '../../../src/model/instant.ts';
import { extensionOf, type Landscape } from '../../../src/model/landscape.ts';
import { createExtension } from '../../../src/model/pairing.ts';
import { addSubaccount, removeSubaccount } from '../../../src/model/subaccounts.ts';
import { getToken, registerSystem, showToken } from '../../../src/model/systems.ts';
import { byName } from '../document/editing.ts';
import { accepted, fingerprint, ISSUED } from '../factories.ts';
import { followRemedies } from './remedies.ts';
import {
	CODES_OF_EVENT,
	CODES_OF_GUARD,
	type Event,
	type Guard,
	MEMBERS,
	PLANS,
	type Row,
	TRANSITIONS,
	TYPE_WITHOUT_TOKEN,
	TYPES,
} from './state-tables.ts';

// --- the small world that lives are played in

export const NAMES = ['A', 'a', '__proto__', 'constructor', 'SAP S/4HANA DEV System', 'x: # "y"'] as const;
const BAD_NAMES = ['', ' A', 'Ä', 'A\n', 'x'.repeat(10_000)];
const ALL_NAMES = [...NAMES, ...BAD_NAMES];
const HOSTS = ['a.example', 'A.Example', 'b.example', 'c.example', 'd.example', 'constructor', 'f.example'];
const SUBACCOUNTS = ['dev', 'Dev', '__proto__'];
const FORMATIONS = ['Side by side', 'side by side', '__proto__'];
const DESCRIPTIONS = ['', 'plain', '# no comment', 'two\nlines', 'it\'s: "quoted"', '__proto__'];
const TYPE_NAMES = [...TYPES.keys(), TYPE_WITHOUT_TOKEN];
const GROUPS = [
	['All Communication Scenarios'],
	['Integration with SAP Start', 'Integration with SAP Ariba Buying'],
	[],
	['Nonsense'],
];
const SERVICES = [...PLANS.keys(), 'nonsense', '__proto__'];
const PLAN_NAMES = ['api-access', 'messaging', 'sso-configuration', 'constructor'];
/** Contradictions that commands can't lead to. */
const UNREACHABLE_FINDINGS = [
	'formation-member-not-allowed',
	'formation-rule-broken',
	'status-contradicts-extension',
	'system-not-registered',
];
const MINUTE = 60_000;
/** How far the clock goes between two steps: mostly seconds, sometimes to the edge of a token's life. */
const JUMPS = [
	0,
	1000,
	2000,
	9 * MINUTE,
	10 * MINUTE,
	24 * 60 * MINUTE,
	7 * 24 * 60 * MINUTE - 1000,
	7 * 24 * 60 * MINUTE,
];

/** What can be done. `next` does what the tables allow somewhere; the others try anything anywhere. */
export const COMMANDS = [
	'next',
	'register',
	'getToken',
	'showToken',
	'openTenant',
	'createExtension',
	'settle',
	'deleteExtension',
	'deregister',
	'settleDeregistration',
	'reset',
	'remove',
	'settleRemoval',
	'addSubaccount',
	'removeSubaccount',
	'addServicePlans',
	'removeServicePlan',
	'createFormation',
	'includeSystem',
	'excludeSystem',
	'deleteFormation',
] as const;

/** One step: a command, and numbers that its fields are chosen with. */
export interface Step {
	readonly command: (typeof COMMANDS)[number];
	readonly name: number;
	readonly type: number;
	readonly host: number;
	readonly token: number;
	readonly choice: number;
	readonly jump: number;
}

/** A token as the person who got it knows it. */
interface KnownToken {
	readonly fingerprint: string;
	readonly system: string;
	readonly expires: number;
	isUsed: boolean;
	/** Replaced by a newer one, or its record was removed. */
	isDead: boolean;
}

function pick<Entry>(entries: readonly Entry[], number: number): Entry {
	return entries[number % entries.length] as Entry;
}

/** One random life of a landscape, in memory and in its file, compared with the tables at every step. */
export class Life {
	landscape: Landscape;
	/** What was done, one line each. */
	readonly log: string[] = [];
	/** Transitions that were made, and codes of refusals. */
	readonly seen = new Set<Row>();
	readonly codes = new Set<string>();
	#reading: Reading;
	#clock = Date.parse(ISSUED);
	#tokens: KnownToken[] = [];
	#counter = 0;
	/** The tenant that paired a system before, by the system's name (R-TYPE-4). */
	readonly #earlier = new Map<string, string>();
	/** Systems whose extension was deleted while they were registered: what uses them is broken (DEC-36). */
	readonly #cut = new Set<string>();

	constructor(text: string) {
		this.#reading = read(text);
		this.landscape = this.#reading.landscape;
		assert.equal(this.#reading.unreadable, undefined);
	}

	get text(): string {
		return this.#reading.text;
	}

	get #now(): Instant {
		return fromMillis(this.#clock);
	}

	take(step: Step): void {
		this.#clock += pick(JUMPS, step.jump);
		if (step.command === 'next') {
			this.#next(step);
		} else {
			this.#try(step.command, pick(ALL_NAMES, step.name), step);
		}
		this.#checkInvariants();
	}

	/** Does something that the tables allow for a system in its state, with fields that fit. */
	#next(step: Step): void {
		const states = NAMES.map((name) => ({ name, state: this.state(name) }));
		const possible = TRANSITIONS.filter(([, , from]) => states.some(({ state }) => state === from));
		const [, event, from] = pick(possible, step.choice);
		const { name } = pick(
			states.filter(({ state }) => state === from),
			step.name,
		);
		const type = this.landscape.systems.get(name)?.type ?? pick([...TYPES.keys()], step.type);
		const groups = TYPES.get(type)?.groups ? (GROUPS[0] as string[]) : [];
		const host = extensionOf(this.landscape, name)?.tenant.host ?? this.#hostFor(type, step.host);
		const events: Record<Event, () => void> = {
			register: () => this.#register(name, type, groups),
			registerWithoutToken: () => this.#register(name, type, undefined),
			list: () => this.#register(name, TYPE_WITHOUT_TOKEN, []),
			getToken: () => this.#getToken(name, groups),
			showToken: () => this.#showToken(name),
			createExtension: () => {
				const token = this.#tokens.findLast(({ system }) => system === name);
				// Another tenant may take over where the type leaves that free.
				const other = step.token % 3 === 0 ? this.#hostFor(type, step.host) : host;
				this.#createExtension(other, undefined, token?.fingerprint ?? '', '');
			},
			succeed: () => this.#settle(host, name, 'succeed'),
			fail: () => this.#settle(host, name, 'fail'),
			deleteExtension: () => this.#deleteExtension(host, name),
			deregister: () => this.#deregister(name),
			deregistered: () => this.#settleDeregistration(name, 'deregistered'),
			deregistrationFailed: () => this.#settleDeregistration(name, 'deregistrationFailed'),
			reset: () => this.#reset(name),
			remove: () => this.#remove(name),
			removed: () => this.#settleRemoval(name, 'removed'),
			removalFailed: () => this.#settleRemoval(name, 'removalFailed'),
		};
		events[event]();
	}

	/** A tenant of a type, or one that is still free. */
	#hostFor(type: string, number: number): string {
		const fitting = HOSTS.filter((host) => {
			const known = this.landscape.tenants.get(host.toLowerCase());
			return !known || known.type === type;
		});
		return fitting.length > 0 ? pick(fitting, number) : pick(HOSTS, number);
	}

	#try(command: Exclude<Step['command'], 'next'>, name: string, step: Step): void {
		const type = pick(TYPE_NAMES, step.type);
		const host = pick(HOSTS, step.host);
		const subaccount = pick(SUBACCOUNTS, step.choice);
		const formation = pick(FORMATIONS, step.choice);
		const fingerprints = this.#tokens.map((token) => token.fingerprint).toReversed();
		const commands: Record<typeof command, () => void> = {
			register: () => this.#register(name, type, pick([undefined, ...GROUPS], step.choice)),
			getToken: () => this.#getToken(name, pick(GROUPS, step.choice)),
			showToken: () => this.#showToken(name),
			openTenant: () => this.#openTenant(host, pick([undefined, type], step.choice)),
			createExtension: () =>
				this.#createExtension(
					host,
					pick([undefined, undefined, type], step.choice),
					pick([...fingerprints, fingerprint(60_000), ''], step.token),
					pick(DESCRIPTIONS, step.choice),
				),
			settle: () => this.#settle(host, name, pick(['succeed', 'fail'], step.choice)),
			deleteExtension: () => this.#deleteExtension(host, name),
			deregister: () => this.#deregister(name),
			settleDeregistration: () =>
				this.#settleDeregistration(name, pick(['deregistered', 'deregistrationFailed'], step.choice)),
			reset: () => this.#reset(name),
			remove: () => this.#remove(name),
			settleRemoval: () => this.#settleRemoval(name, pick(['removed', 'removalFailed'], step.choice)),
			addSubaccount: () => this.#addSubaccount(pick([...SUBACCOUNTS, ''], step.choice)),
			removeSubaccount: () => this.#removeSubaccount(subaccount),
			addServicePlans: () => this.#addServicePlans(pick(SUBACCOUNTS, step.token), name, step),
			removeServicePlan: () => this.#removeServicePlan(step),
			createFormation: () => this.#createFormation(formation, step),
			includeSystem: () => this.#includeSystem(formation, name),
			excludeSystem: () => this.#excludeSystem(formation, step),
			deleteFormation: () => this.#deleteFormation(formation),
		};
		commands[command]();
	}

	// --- commands, each with what the tables say about it

	#register(name: string, type: string, groups: readonly string[] | undefined): void {
		const hasToken = TYPES.has(type);
		const event: Event = hasToken ? (groups ? 'register' : 'registerWithoutToken') : 'list';
		const token = groups && hasToken ? { scenarioGroups: groups, fingerprint: this.#mint() } : undefined;
		this.#judge(
			event,
			name,
			registerSystem(this.landscape, { name, type, ...(token ? { token } : {}) }, this.#now),
			{
				'valid-name': NAMES.some((valid) => valid === name),
				'valid-groups': fits(type, groups ?? []),
			},
			() => token && this.#remember(token.fingerprint, name, type),
		);
	}

	#getToken(name: string, groups: readonly string[]): void {
		const type = this.landscape.systems.get(name)?.type ?? '';
		const request = { system: name, scenarioGroups: groups, fingerprint: this.#mint() };
		this.#judge(
			'getToken',
			name,
			getToken(this.landscape, request, this.#now),
			{ 'valid-groups': fits(type, groups) },
			() => this.#remember(request.fingerprint, name, type),
		);
	}

	/** Copy Token: shows it, and gets a new one where it must be reissued. */
	#showToken(name: string): void {
		const token = this.#tokens.findLast(({ system, isDead }) => system === name && !isDead);
		const type = this.landscape.systems.get(name)?.type ?? '';
		const isExpired = token !== undefined && this.#clock >= token.expires;
		const shown = showToken(this.landscape, name, this.#now);
		this.#judge('showToken', name, shown.ok ? { ...shown, changes: [] } : shown, {
			'token-current': token !== undefined,
			'token-unused': token?.isUsed === false,
			'token-shown': !isExpired || TYPES.get(type)?.reissues === true,
		});
		if (shown.ok) {
			assert.equal(shown.reissue, isExpired);
			if (shown.reissue) {
				this.#getToken(name, shown.scenarioGroups);
			} else {
				assert.equal(shown.token.fingerprint, token?.fingerprint);
			}
		}
	}

	#openTenant(host: string, type: string | undefined): void {
		const known = this.landscape.tenants.get(host.toLowerCase());
		const wrong = [
			...((known?.type ?? type) === TYPE_WITHOUT_TOKEN ? ['token-not-applicable'] : []),
			...(known && type !== undefined && type !== known.type ? ['tenant-type-differs'] : []),
			...(!known && type === undefined ? ['type-empty'] : []),
		];
		const request = { tenant: host, ...(type === undefined ? {} : { type }) };
		this.#expect(`openTenant ${host} ${type}`, openTenant(this.landscape, request), wrong);
	}

	#createExtension(host: string, type: string | undefined, print: string, description: string): void {
		const token = this.#tokens.find((known) => known.fingerprint === print);
		const tenant = this.landscape.tenants.get(host.toLowerCase());
		const decision = createExtension(
			this.landscape,
			{ tenant: host, fingerprint: print, description, ...(type === undefined ? {} : { type }) },
			this.#now,
		);
		if (!token || token.isDead || token.isUsed) {
			const code = !token || token.isDead ? 'token-unknown' : 'token-used';
			this.#expect(`createExtension ${host}, ${code}`, decision, [
				code,
				'tenant-type-differs',
				'token-not-applicable',
			]);
			return;
		}
		const system = this.landscape.systems.get(token.system);
		const earlier = this.#earlier.get(token.system);
		this.#judge(
			'createExtension',
			token.system,
			decision,
			{
				'token-current': true,
				'token-unused': true,
				'token-unexpired': this.#clock < token.expires,
				'tenant-type':
					(type ?? tenant?.type ?? system?.type) === system?.type &&
					(!tenant || type === undefined || tenant.type === type),
				'tenant-same':
					earlier === undefined ||
					earlier === host.toLowerCase() ||
					!TYPES.get(system?.type ?? '')?.sameTenant,
			},
			() => {
				token.isUsed = true;
				assert.equal(extensionOf(this.landscape, token.system)?.tenant.host, host.toLowerCase());
			},
		);
	}

	#settle(host: string, name: string, outcome: 'succeed' | 'fail'): void {
		const isHere = this.landscape.tenants.get(host.toLowerCase())?.extensions.has(name) === true;
		const decision = settleExtension(this.landscape, { tenant: host, system: name, outcome }, this.#now);
		if (isHere) {
			const isUnderWay = this.state(name) === 'pending/enabling';
			this.#settleOnce(outcome, name, decision, isUnderWay);
			if (isUnderWay && outcome === 'succeed') {
				this.#earlier.set(name, host.toLowerCase());
				this.#cut.delete(name);
			}
		} else {
			this.#expect(`${outcome} ${name} in ${host}`, decision, CODES_OF_EVENT[outcome]);
		}
	}

	#settleDeregistration(name: string, event: 'deregistered' | 'deregistrationFailed'): void {
		const outcome = event === 'deregistered' ? 'succeed' : 'fail';
		const decision = settleDeregistration(this.landscape, name, outcome, this.#now);
		if (this.landscape.systems.has(name)) {
			this.#settleOnce(event, name, decision, this.state(name) === 'deregistering/enabled');
		} else {
			this.#expect(`${event} ${name}`, decision, CODES_OF_EVENT[event]);
		}
	}

	/** Settling what is not under way any more changes nothing, and is no refusal. */
	#settleOnce(event: Event, name: string, decision: Decision, isUnderWay: boolean): void {
		if (isUnderWay) {
			this.#judge(event, name, decision, {});
		} else {
			assert.ok(decision.ok && decision.changes.length === 0, `${event} of "${name}" must change nothing`);
		}
	}

	#deleteExtension(host: string, name: string): void {
		const decision = deleteExtension(this.landscape, { tenant: host, system: name });
		const isHere = this.landscape.tenants.get(host.toLowerCase())?.extensions.has(name) === true;
		if (isHere) {
			const wasRegistered = this.state(name).startsWith('registered/');
			this.#judge('deleteExtension', name, decision, {}, () => wasRegistered && this.#cut.add(name));
		} else {
			this.#expect(`deleteExtension ${name} in ${host}`, decision, CODES_OF_EVENT.deleteExtension);
		}
	}

	#deregister(name: string): void {
		const decision = deregisterSystem(this.landscape, name);
		this.#judge('deregister', name, decision, { unused: !this.#isUsed(name) });
	}

	#reset(name: string): void {
		this.#judge('reset', name, resetSystem(this.landscape, name, this.#now), {});
	}

	#remove(name: string): void {
		this.#judge('remove', name, removeSystem(this.landscape, name), { unused: !this.#isUsed(name) }, () =>
			this.#kill(name),
		);
	}

	#settleRemoval(name: string, event: 'removed' | 'removalFailed'): void {
		const decision = settleRemoval(this.landscape, name, event === 'removed' ? 'succeed' : 'fail');
		if (this.landscape.systems.has(name)) {
			this.#settleOnce(event, name, decision, /^(listed-)?removing\//.test(this.state(name)));
			if (!this.landscape.systems.has(name)) {
				this.#earlier.delete(name);
			}
		} else {
			this.#expect(`${event} ${name}`, decision, CODES_OF_EVENT[event]);
		}
	}

	#addSubaccount(name: string): void {
		this.#expect(`addSubaccount ${name}`, addSubaccount(this.landscape, name), [
			...(name === '' ? ['subaccount-empty'] : []),
			...(this.landscape.subaccounts.has(name) ? ['subaccount-taken'] : []),
		]);
	}

	#removeSubaccount(name: string): void {
		const subaccount = this.landscape.subaccounts.get(name);
		this.#expect(`removeSubaccount ${name}`, removeSubaccount(this.landscape, name), [
			...(subaccount ? [] : ['subaccount-unknown']),
			...(subaccount?.entitlements.length ? ['subaccount-in-use'] : []),
		]);
	}

	#addServicePlans(subaccount: string, name: string, { type, choice }: Step): void {
		const isSensible = choice % 2 === 0;
		const registered = [...this.landscape.systems.keys()].filter((candidate) =>
			this.state(candidate).startsWith('registered/'),
		);
		const system = isSensible && registered.length > 0 ? pick(registered, type) : name;
		const record = this.landscape.systems.get(system);
		const fitting = TYPES.get(record?.type ?? '')?.service;
		const service = isSensible && fitting ? fitting : pick(SERVICES, type);
		const plans = isSensible
			? [pick(PLANS.get(service) ?? PLAN_NAMES, choice >> 1)]
			: PLAN_NAMES.slice(type % 5);
		const has = this.landscape.subaccounts.get(subaccount)?.entitlements ?? [];
		const decision = addServicePlans(this.landscape, { subaccount, service, system, plans });
		this.#expect(`addServicePlans ${subaccount} ${service} ${system} ${plans}`, decision, [
			...(this.landscape.subaccounts.has(subaccount) ? [] : ['subaccount-unknown']),
			...(PLANS.has(service) ? [] : ['service-unknown']),
			...(record ? [] : ['system-unknown']),
			...(record && record.status !== 'registered' ? ['system-not-registered'] : []),
			...(record && TYPES.get(record.type)?.service !== service ? ['service-unavailable'] : []),
			...(plans.length === 0 ? ['plan-missing'] : []),
			...(plans.every((plan) => PLANS.get(service)?.includes(plan)) ? [] : ['plan-unknown']),
			...(plans.some((plan) =>
				has.some((own) => own.service === service && own.plan === plan && own.system === system),
			)
				? ['entitlement-exists']
				: []),
		]);
	}

	#removeServicePlan({ choice, token, type, name }: Step): void {
		const all = [...this.landscape.subaccounts.values()].flatMap((subaccount) =>
			subaccount.entitlements.map((entitlement) => ({ ...entitlement, subaccount: subaccount.name })),
		);
		if (all.length > 0 && choice % 3 !== 0) {
			const { subaccount, service, plan, system } = pick(all, token);
			const decision = removeServicePlan(this.landscape, { subaccount, service, plan, system });
			this.#expect(`removeServicePlan ${plan} for ${system} in ${subaccount}`, decision, []);
			return;
		}
		const request = {
			subaccount: pick(SUBACCOUNTS, token),
			service: pick(SERVICES, type),
			plan: pick(PLAN_NAMES, choice),
			system: pick(ALL_NAMES, name),
		};
		const isThere = all.some(
			(own) =>
				own.subaccount === request.subaccount &&
				own.service === request.service &&
				own.plan === request.plan &&
				own.system === request.system,
		);
		this.#expect(`removeServicePlan ${JSON.stringify(request)}`, removeServicePlan(this.landscape, request), [
			...(this.landscape.subaccounts.has(request.subaccount) ? [] : ['subaccount-unknown']),
			...(isThere ? [] : ['entitlement-unknown']),
		]);
	}

	#createFormation(name: string, { type: number, token, name: first }: Step): void {
		const type = pick([...MEMBERS.keys(), 'Nonsense'], number);
		const systems = [pick(ALL_NAMES, first), pick(NAMES, token)].slice(number % 3);
		const decision = createFormation(this.landscape, { name, type, systems });
		this.#expect(`createFormation ${name} ${type} ${systems}`, decision, [
			...(name.startsWith('_') ? ['formation-name-invalid'] : []),
			...(this.landscape.formations.has(name) ? ['formation-taken'] : []),
			...(MEMBERS.has(type) ? [] : ['formation-type-unknown']),
			...systems.flatMap((system) => this.#wrongWithMember(type, system)),
		]);
	}

	#includeSystem(name: string, system: string): void {
		const formation = this.landscape.formations.get(name);
		const decision = includeSystem(this.landscape, { formation: name, system });
		this.#expect(`includeSystem ${name} ${system}`, decision, [
			...(formation ? this.#wrongWithMember(formation.type, system) : ['formation-unknown']),
			...(formation?.systems.includes(system) ? ['formation-member-exists'] : []),
		]);
	}

	#excludeSystem(name: string, { token, name: any }: Step): void {
		const members = this.landscape.formations.get(name)?.systems ?? [];
		const system = pick([...members, pick(ALL_NAMES, any)], token);
		const decision = excludeSystem(this.landscape, { formation: name, system });
		this.#expect(`excludeSystem ${name} ${system}`, decision, [
			...(this.landscape.formations.has(name) ? [] : ['formation-unknown']),
			...(members.includes(system) ? [] : ['system-unknown']),
		]);
	}

	#deleteFormation(name: string): void {
		const wrong = this.landscape.formations.has(name) ? [] : ['formation-unknown'];
		this.#expect(`deleteFormation ${name}`, deleteFormation(this.landscape, name), wrong);
	}

	/** Why a system may not be in a formation of a type (R-FOR-4, R-FOR-12). */
	#wrongWithMember(type: string, name: string): string[] {
		const system = this.landscape.systems.get(name);
		if (!system) {
			return ['system-unknown'];
		}
		const isReady =
			system.status !== 'removing' && (system.status === 'registered' || TYPES.get(system.type)?.joinsEarly);
		return isReady && MEMBERS.get(type)?.includes(system.type) ? [] : ['formation-member-not-allowed'];
	}

	// --- comparing

	/** The state of a name in the words of the tables. */
	state(name: string): string {
		const system = this.landscape.systems.get(name);
		const extensions = [...this.landscape.tenants.values()].flatMap(
			(tenant) => tenant.extensions.get(name) ?? [],
		);
		assert.ok(extensions.length <= 1, `"${name}" has ${extensions.length} extensions`);
		const listed = system?.status === 'registered' ? 'listed' : `listed-${system?.status}`;
		const own = system && (TYPES.has(system.type) ? system.status : listed);
		return `${own ?? 'absent'}/${extensions[0]?.status ?? 'none'}`;
	}

	/** Whether the decision is the one of the tables; then what it wants is done. */
	#judge(
		event: Event,
		name: string,
		decision: Decision,
		guards: Partial<Record<Guard, boolean>>,
		after: () => void = () => {},
	): void {
		const from = this.state(name);
		this.log.push(`${event} "${name.slice(0, 40)}" (${from}): ${decision.ok ? 'done' : decision.code}`);
		const rows = TRANSITIONS.filter(([, of, state]) => of === event && state === from);
		const fails = (row: Row) => (row.slice(4) as Guard[]).filter((guard) => guards[guard] !== true);
		const row = rows.find((candidate) => fails(candidate).length === 0);
		if (decision.ok) {
			assert.ok(row, `${event} of "${name}" was done, but the tables have no such transition from ${from}`);
			const others = NAMES.filter((other) => other !== name).map((other) => [other, this.state(other)]);
			this.#commit(decision.changes);
			assert.equal(this.state(name), row[3], `${row[0]}: ${event} of "${name}" from ${from}`);
			for (const [other, before] of others) {
				assert.equal(this.state(other as string), before, `${event} of "${name}" touched "${other}"`);
			}
			this.seen.add(row);
			after();
		} else {
			assert.equal(row, undefined, `${event} of "${name}" was refused (${decision.message})`);
			const failing =
				rows.length > 0
					? rows.flatMap(fails)
					: (Object.keys(guards) as Guard[]).filter((guard) => guards[guard] === false);
			this.#refused(decision, [
				...failing.flatMap((guard) => CODES_OF_GUARD[guard]),
				...(rows.length > 0 ? [] : CODES_OF_EVENT[event]),
			]);
		}
	}

	/** Whether a decision that is about no status was refused exactly when something was wrong with the request. */
	#expect(what: string, decision: Decision, wrong: readonly string[]): void {
		this.log.push(`${what.slice(0, 100)}: ${decision.ok ? 'done' : decision.code}`);
		if (decision.ok) {
			assert.deepEqual(wrong, [], `${what} was done`);
			const before = NAMES.map((name) => this.state(name));
			this.#commit(decision.changes);
			assert.deepEqual(
				NAMES.map((name) => this.state(name)),
				before,
				`${what} touched a status`,
			);
		} else {
			this.#refused(decision, wrong);
		}
	}

	#refused(refusal: Refusal, codes: readonly string[]): void {
		const { code, message } = refusal;
		assert.ok(codes.includes(code), `refused with ${code}, expected one of [${codes}]: ${message}`);
		assert.ok(message.length > 0 && message.length < 2000);
		this.codes.add(code);
		followRemedies(this.landscape, refusal, this.#now);
	}

	/** The changes in memory and in the file, which must say the same afterwards. */
	#commit(changes: readonly Change[]): void {
		const next = applyChanges(this.landscape, changes);
		const result = accepted(edit(this.#reading, changes));
		const again = read(result.reading.text);
		assert.equal(again.unreadable, undefined);
		assert.deepEqual(byName(again.landscape), byName(next));
		assert.deepEqual(
			again.findings.filter(({ severity }) => severity === 'error'),
			[],
		);
		this.#reading = again;
		this.landscape = next;
	}

	/** What must hold at every moment. */
	#checkInvariants(): void {
		const { systems, subaccounts, formations } = this.landscape;
		const reachable = new Set(TRANSITIONS.flatMap(([, , from, to]) => [from, to]));
		for (const [name, system] of systems) {
			assert.equal(system.name, name);
			assert.ok(reachable.has(this.state(name)), `"${name}" is in the state ${this.state(name)}`);
		}
		for (const { name, entitlements } of subaccounts.values()) {
			const keys = entitlements.map(({ service, plan, system }) => JSON.stringify([service, plan, system]));
			assert.equal(new Set(keys).size, keys.length, `subaccount "${name}" has a plan twice`);
			for (const { system } of entitlements) {
				assert.ok(
					this.state(system) === 'registered/enabled' || this.#cut.has(system),
					`"${name}" is entitled for "${system}"`,
				);
			}
		}
		for (const { name, systems: members } of formations.values()) {
			assert.equal(new Set(members).size, members.length, `formation "${name}" has a system twice`);
			for (const member of members) {
				const state = this.state(member);
				const joinsEarly = TYPES.get(systems.get(member)?.type ?? '')?.joinsEarly === true;
				assert.ok(
					/^listed(-remove-error)?\/none$/.test(state) ||
						state === 'registered/enabled' ||
						this.#cut.has(member) ||
						(joinsEarly && !state.startsWith('absent')),
					`formation "${name}" has "${member}", which is ${state}`,
				);
			}
		}
		const wrong = checkLandscape(this.landscape, this.#now).filter(
			({ severity, code, path }) =>
				severity === 'error' || (UNREACHABLE_FINDINGS.includes(code) && !this.#cut.has(this.#usedAt(path))),
		);
		assert.deepEqual(wrong, []);
	}

	/** The system that the entitlement or the membership at a path is for. */
	#usedAt([section, name, , index]: Path): string {
		const record = String(name);
		const at = Number(index);
		return section === 'subaccounts'
			? (this.landscape.subaccounts.get(record)?.entitlements[at]?.system ?? '')
			: (this.landscape.formations.get(record)?.systems[at] ?? '');
	}

	#isUsed(name: string): boolean {
		return (
			[...this.landscape.subaccounts.values()].some(({ entitlements }) =>
				entitlements.some(({ system }) => system === name),
			) || [...this.landscape.formations.values()].some(({ systems }) => systems.includes(name))
		);
	}

	#mint(): string {
		return fingerprint(++this.#counter);
	}

	#remember(print: string, system: string, type: string): void {
		this.#kill(system);
		const expires = this.#clock + (TYPES.get(type)?.validity ?? 0) * 1000;
		this.#tokens.push({ fingerprint: print, system, expires, isUsed: false, isDead: false });
	}

	#kill(system: string): void {
		for (const token of this.#tokens) {
			token.isDead ||= token.system === system;
		}
	}
}

/** Whether the groups fit the type (R-CSG-1). */
function fits(type: string, groups: readonly string[]): boolean {
	return TYPES.get(type)?.groups ? groups.length > 0 && !groups.includes('Nonsense') : groups.length === 0;
}
