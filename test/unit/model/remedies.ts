import assert from 'node:assert/strict';
import { systemType } from '../../../src/model/catalog/system-types.ts';
import type { Refusal, Remedy } from '../../../src/model/decision.ts';
import { deregisterSystem, removeSystem, resetSystem } from '../../../src/model/deregistration.ts';
import { removeServicePlan } from '../../../src/model/entitlements.ts';
import { deleteExtension, openTenant } from '../../../src/model/extensions.ts';
import { createFormation, deleteFormation, excludeSystem } from '../../../src/model/formations.ts';
import type { Instant } from '../../../src/model/instant.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { addSubaccount } from '../../../src/model/subaccounts.ts';
import { getToken, registerSystem, showToken } from '../../../src/model/systems.ts';
import { fingerprint, KYMA, S4 } from '../factories.ts';

type Fields = Readonly<Record<string, string>>;
type Answer = { readonly ok: boolean };

/** What the rules answer to everything that a person can choose after the button of a remedy. */
const ANSWERS: Readonly<
	Record<Remedy['command'], (landscape: Landscape, fields: Fields, now: Instant) => readonly Answer[]>
> = {
	addSubaccount: (landscape) => [addSubaccount(landscape, 'one that nobody has')],
	copyToken: (landscape, { system = '' }, now) => [showToken(landscape, system, now)],
	createFormation: (landscape) => [
		createFormation(landscape, { name: 'one that nobody has', type: KYMA, systems: [] }),
	],
	deleteExtension: (landscape, { tenant = '', system = '' }) => [
		deleteExtension(landscape, { tenant, system }),
	],
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
	openLandscape: () => [{ ok: true }],
	openTenant: (landscape, { system }) => {
		const type = system === undefined ? S4 : (landscape.systems.get(system)?.type ?? '');
		return systemType(type) ? [openTenant(landscape, { tenant: 'one.nobody.has.example', type })] : [];
	},
	registerSystem: (landscape, _, now) => [
		registerSystem(landscape, { name: 'one that nobody has', type: S4 }, now),
	],
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

/** Follows every action that a refusal offers one step: each has something that can be chosen and isn't refused. */
export function followRemedies(
	landscape: Landscape,
	{ code, message, remedies = [] }: Refusal,
	now: Instant,
): void {
	for (const { command, fields = {} } of remedies) {
		const answers = ANSWERS[command](landscape, fields, now);
		assert.ok(
			answers.some(({ ok }) => ok),
			`${code}: "${message}" offers ${command} ${JSON.stringify(fields)}, which is refused: ${JSON.stringify(answers)}`,
		);
	}
}
