import assert from 'node:assert/strict';
import { systemType } from '../../../src/model/catalog/system-types.ts';
import { type Decision, type Refusal, type Remedy, refuse } from '../../../src/model/decision.ts';
import { deregisterSystem, removeSystem, resetSystem } from '../../../src/model/deregistration.ts';
import { checkEntitlement, removeServicePlan } from '../../../src/model/entitlements.ts';
import { deleteExtension, openTenant } from '../../../src/model/extensions.ts';
import {
	createFormation,
	deleteFormation,
	excludeSystem,
	includeSystem,
} from '../../../src/model/formations.ts';
import type { Instant } from '../../../src/model/instant.ts';
import {
	extensionOf,
	type Landscape,
	SYSTEM_STATUSES,
	type SystemStatus,
} from '../../../src/model/landscape.ts';
import { mergeSystems, type Pair } from '../../../src/model/merging-systems.ts';
import { recordExtension, recordStatus } from '../../../src/model/recording.ts';
import { addSubaccount } from '../../../src/model/subaccounts.ts';
import { getToken, registerSystem, showToken } from '../../../src/model/systems.ts';
import { fingerprint, KYMA, S4 } from '../factories.ts';

type Fields = Readonly<Record<string, string>>;
type Answer = Decision | Refusal;
const DONE: Answer = { ok: true, changes: [] };

/** A command that is offered, by a refusal, a finding or as the next step, with the fields that are known. */
export interface OfferedStep {
	readonly command: string;
	readonly fields?: Readonly<Record<string, string | readonly string[]>>;
	readonly anyway?: true;
}

/** What the rules answer to everything that a person can choose after a command that is offered. */
const ANSWERS: Readonly<
	Record<
		Remedy['command'] | 'addServicePlans' | 'includeSystem',
		(landscape: Landscape, fields: Fields, now: Instant) => readonly Answer[]
	>
> = {
	// It's about a project's files, which no rule of landscapes refuses.
	addDeployer: () => [DONE],
	addServicePlans: (landscape, fields) => [checkEntitlement(landscape, fields) ?? DONE],
	addSubaccount: (landscape, { name = 'one that nobody has' }) => [addSubaccount(landscape, name)],
	includeSystem: (landscape, { formation = '' }) =>
		[...landscape.systems.keys()].map((system) => includeSystem(landscape, { formation, system })),
	// It makes a file of its own, which no rule refuses.
	copyAsPractice: () => [DONE],
	copyToken: (landscape, { system = '' }, now) => {
		const shown = showToken(landscape, system, now);
		const print = fingerprint(50_000);
		return shown.ok && shown.reissue
			? [getToken(landscape, { system, scenarioGroups: shown.scenarioGroups, fingerprint: print }, now)]
			: [shown.ok ? DONE : shown];
	},
	createFormation: (landscape) => [
		createFormation(landscape, { name: 'one that nobody has', type: KYMA, systems: [] }),
	],
	deleteExtension: (
		landscape,
		{ system = '', tenant = extensionOf(landscape, system)?.tenant.host ?? '' },
	) => [deleteExtension(landscape, { tenant, system })],
	deleteFormation: (landscape, { formation = '' }) => [deleteFormation(landscape, formation)],
	deregisterSystem: (landscape, { system = '' }) => [deregisterSystem(landscape, system)],
	excludeSystem: (landscape, fields) =>
		[...landscape.formations.keys()]
			.filter((name) => fields.formation === undefined || fields.formation === name)
			.map((formation) => excludeSystem(landscape, { formation, system: fields.system ?? '' })),
	getToken: (landscape, { system = '' }, now) => {
		const groups = systemType(landscape.systems.get(system)?.type ?? '')?.token.scenarioGroups ?? [];
		const scenarioGroups = groups.slice(0, 1).map(({ label }) => label);
		return [getToken(landscape, { system, scenarioGroups, fingerprint: fingerprint(50_000) }, now)];
	},
	openLandscape: () => [DONE],
	openTenant: (landscape, { system = '', tenant, ...fields }) => {
		const host = tenant ?? extensionOf(landscape, system)?.tenant.host ?? 'one.nobody.has.example';
		const type = fields.type ?? landscape.systems.get(system)?.type ?? S4;
		return [openTenant(landscape, { tenant: host, type })];
	},
	recordExtension: (landscape, { system, tenant }, now) =>
		(system === undefined ? [...landscape.systems.keys()] : [system]).map((name) => {
			const host = tenant ?? extensionOf(landscape, name)?.tenant.host ?? 'one.nobody.has.example';
			return recordExtension(landscape, { tenant: host, system: name, status: 'enabled' }, now);
		}),
	recordStatus: (landscape, { system = '', status, anyway }, now) =>
		(status === undefined ? SYSTEM_STATUSES : [status as SystemStatus]).map((next) =>
			recordStatus(landscape, { system, status: next, anyway: anyway === 'true' }, now),
		),
	registerSystem: (landscape, { name = 'one that nobody has', type }, now) =>
		(type === undefined ? [S4, 'Joule'] : [type]).map((label) =>
			registerSystem(landscape, { name, type: label }, now),
		),
	removeServicePlan: (landscape, fields) =>
		[...landscape.subaccounts.values()].flatMap(({ name, entitlements }) =>
			entitlements
				.map((entitlement) => ({ ...entitlement, subaccount: name }))
				.filter((key) =>
					(['subaccount', 'system'] as const).every((at) => [undefined, key[at]].includes(fields[at])),
				)
				.map((key) => removeServicePlan(landscape, key)),
		),
	removeSystem: (landscape, { system = '' }) => [removeSystem(landscape, system)],
	resetSystem: (landscape, { system = '' }, now) => [resetSystem(landscape, system, now)],
};

/** What a command that is offered leads to: the first of its answers that isn't a refusal, or a refusal. */
export function followStep(
	landscape: Landscape,
	{ command, fields = {}, anyway }: OfferedStep,
	now: Instant,
): Answer {
	const { systems, ...rest } = fields;
	if (command === 'mergeSystems') {
		return mergeSystems(landscape, systems as Pair);
	}
	const given = { ...(rest as Fields), ...(anyway && { anyway: 'true' }) };
	const answers = ANSWERS[command as keyof typeof ANSWERS](landscape, given, now);
	return answers.find(({ ok }) => ok) ?? answers[0] ?? refuse('request-malformed', 'Nothing to choose.');
}

/** Follows every action that a refusal offers one step: each has something that can be chosen and isn't refused. */
export function followRemedies(
	landscape: Landscape,
	{ code, message, remedies = [] }: Refusal,
	now: Instant,
	told = 'a landscape',
): void {
	for (const remedy of remedies) {
		const answer = followStep(landscape, remedy, now);
		assert.ok(
			answer.ok,
			`${told}: ${code}: "${message}" offers ${JSON.stringify(remedy)}, which is refused: ${JSON.stringify(answer)}`,
		);
	}
}
