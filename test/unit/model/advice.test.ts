import assert from 'node:assert/strict';
import { read } from '../../../src/document/read.ts';
import { findingsIn } from '../../../src/language/findings.ts';
import { fixesOf } from '../../../src/language/quick-fixes.ts';
import { SYSTEM_TYPES, systemType } from '../../../src/model/catalog/system-types.ts';
import { applyChanges } from '../../../src/model/change.ts';
import type { Decision, Refusal } from '../../../src/model/decision.ts';
import {
	checkDeregister,
	removeSystem,
	resetSystem,
	settleDeregistration,
} from '../../../src/model/deregistration.ts';
import { checkEntitlement } from '../../../src/model/entitlements.ts';
import { deleteExtension } from '../../../src/model/extensions.ts';
import { checkLandscape } from '../../../src/model/findings/check-landscape.ts';
import {
	checkInclude,
	createFormation,
	excludeSystem,
	includeSystem,
} from '../../../src/model/formations.ts';
import {
	EXTENSION_STATUSES,
	type Landscape,
	MODES,
	SYSTEM_STATUSES,
	type System,
} from '../../../src/model/landscape.ts';
import { nextActions } from '../../../src/model/next-actions.ts';
import { nextStep } from '../../../src/model/next-step.ts';
import { checkExtension } from '../../../src/model/pairing.ts';
import { removeSubaccount } from '../../../src/model/subaccounts.ts';
import { checkGetToken, checkNewSystemName, showToken } from '../../../src/model/systems.ts';
import {
	changedBy,
	DEV,
	entitlement,
	extension,
	fingerprint,
	formation,
	HOST,
	JOULE,
	KYMA,
	landscape,
	listed,
	NOW,
	OTHER_HOST,
	PAIRED,
	S4,
	subaccount,
	tenant,
	token,
} from '../factories.ts';
import { followRemedies, followStep, type OfferedStep } from './remedies.ts';

const DATA_INGESTION = 'Data Ingestion for Industry Cloud Solutions';
const WITH_MDI = 'Integration with SAP Master Data Integration';
const WITH_CIM = 'Integration with SAP Ariba Central Invoice Management';

/** The commands that a message names, as it names them. What the cockpit does isn't one of ours. */
const NAMED: readonly (readonly [RegExp, string])[] = [
	[/Copy Token|copy the token/, 'copyToken'],
	[/Get Token|(?<!to )\b[Gg]et a (new )?(token|one)(?!.* cockpit)/, 'getToken'],
	[/Reset System|reset the system/, 'resetSystem'],
	[/\bremove (it|the system)\b|[Tt]ry removing it/, 'removeSystem'],
	[/^(?!.*in the cockpit).*Deregister (it|the system)/, 'deregisterSystem'],
	[/[Dd]elete (it,|its( failed)? extension|that extension|the failed extension)/, 'deleteExtension'],
	[/Exclude it/, 'excludeSystem'],
	[/Delete the formation/, 'deleteFormation'],
	[/Register one first/, 'registerSystem'],
	[/Pair (it|one) in its tenant/, 'openTenant'],
];

/** What a first step leads to once it has finished. */
function settled(after: Landscape, { command, fields: { system } = {} }: OfferedStep): Landscape {
	return command === 'deregisterSystem' && typeof system === 'string'
		? changedBy(after, settleDeregistration, system, 'succeed', NOW)
		: after;
}

/** Asserts that nothing that a refusal offers or names is refused next. */
function checkRefusal(
	before: Landscape,
	refused: { readonly ok: boolean } | undefined,
	told: string,
): number {
	if (!refused || refused.ok) {
		return 0;
	}
	const refusal = refused as Refusal;
	followRemedies(before, refusal, NOW, told);
	const { code, message, remedies = [] } = refusal;
	const where = `${told}: ${code}: ${message}`;
	const [first] = remedies;
	for (const [pattern, command] of NAMED) {
		if (!pattern.test(message) || remedies.some((remedy) => remedy.command === command)) {
			continue;
		}
		// A second step, after the first.
		assert.ok(first, `${where} names ${command}, which it doesn't offer`);
		const step = followStep(before, first, NOW) as Decision & { readonly ok: true };
		const after = settled(applyChanges(before, step.changes), first);
		const second = followStep(after, { command, fields: first.fields ?? {} }, NOW);
		assert.ok(second.ok, `${where} → ${first.command} → ${command}: ${second.ok || second.message}`);
	}
	return remedies.length;
}

const TOKENS = {
	absent: undefined,
	open: token(),
	'without groups': {
		expiresAt: '2026-11-21T09:00:00Z',
		issuedAt: '2026-11-20T10:00:00Z',
		fingerprint: fingerprint(),
	},
	expired: token({ issuedAt: '2026-11-10T10:00:00Z', expiresAt: '2026-11-17T10:00:00Z' }),
	used: token({ usedAt: PAIRED }),
};
const TYPES = [...SYSTEM_TYPES.map(({ label }) => label), 'Joule'];

/** Every landscape of one system, its extension and what uses it; also those that only a person can write. */
function* everyLandscape(): Generator<readonly [string, Landscape, System]> {
	for (const mode of MODES) {
		for (const type of TYPES) {
			for (const status of SYSTEM_STATUSES) {
				for (const [state, own] of Object.entries(TOKENS)) {
					for (const extensionStatus of ['none', ...EXTENSION_STATUSES] as const) {
						for (const use of ['nothing', 'a plan', 'a formation']) {
							const groups = systemType(type)?.token.scenarioGroups.length
								? own
								: own && { ...own, scenarioGroups: [] };
							const record: System = { name: DEV, type, status, ...(groups && { token: groups }) };
							const extensions = extensionStatus === 'none' ? [] : [extension({ status: extensionStatus })];
							yield [
								`${mode}, ${type}, ${status}, token ${state}, extension ${extensionStatus}, used by ${use}`,
								landscape({
									mode,
									systems: [record],
									tenants: [tenant(extensions, { type }), tenant([], { host: OTHER_HOST, type })],
									subaccounts: [subaccount(use === 'a plan' ? [entitlement()] : [])],
									formations: [formation({ systems: use === 'a formation' ? [DEV] : [] })],
								}),
								record,
							];
						}
					}
				}
			}
		}
	}
}

describe('Advice in words', function () {
	this.timeout(120_000);

	it('by a refusal about a system is not refused next, in any state', () => {
		let followed = 0;
		for (const [told, before, { name, type }] of everyLandscape()) {
			const at = { tenant: HOST, system: name };
			const other = { tenant: OTHER_HOST, fingerprint: fingerprint() };
			const refusals = {
				getToken: checkGetToken(before, name),
				showToken: showToken(before, name, NOW),
				deregister: checkDeregister(before, name),
				remove: removeSystem(before, name),
				reset: resetSystem(before, name, NOW),
				deleteExtension: deleteExtension(before, at),
				pair: checkExtension(before, { ...other, tenant: HOST }, NOW),
				pairElsewhere: checkExtension(before, other, NOW),
				pairUnknown: checkExtension(before, { ...other, fingerprint: fingerprint(7) }, NOW),
				name: checkNewSystemName(before, name),
				entitle: checkEntitlement(before, { subaccount: 'dev', system: name }),
				anyService: checkEntitlement(before, { subaccount: 'dev', service: 's4-hana-cloud' }),
				noSubaccount: checkEntitlement(before, { subaccount: 'qa', system: name }),
				include: checkInclude(before, { formation: 'Side by side', system: name }),
				removeSubaccount: removeSubaccount(before, 'dev'),
			};
			for (const [rule, refused] of Object.entries(refusals)) {
				followed += checkRefusal(before, refused, `${told}, ${type}, ${rule}`);
			}
		}
		assert.ok(followed > 5000, String(followed));
	});

	it('as next step of a system, in words and as a command, is not refused', () => {
		for (const [told, before, record] of everyLandscape()) {
			const actions = nextActions(before, record, NOW);
			for (const { command } of actions) {
				const next = followStep(before, { command, fields: { system: record.name } }, NOW);
				assert.ok(next.ok, `${told}: ${command}: ${next.ok || next.message}`);
			}
			const words = nextStep(before, record, NOW);
			for (const [pattern, command] of NAMED) {
				if (before.mode === 'practice' && pattern.test(words)) {
					const commands = actions.map((action) => action.command);
					assert.ok(commands.includes(command) || commands.includes('deleteExtension'), `${told}: ${words}`);
				}
			}
		}
	});

	it('by a finding, in words, is not refused', () => {
		let followed = 0;
		for (const [told, before, record] of everyLandscape()) {
			for (const { message } of checkLandscape(before, NOW)) {
				for (const [pattern, command] of NAMED) {
					if (pattern.test(message)) {
						followed++;
						const next = followStep(before, { command, fields: { system: record.name } }, NOW);
						assert.ok(next.ok, `${told}: ${message}: ${next.ok || next.message}`);
					}
				}
			}
		}
		assert.ok(followed > 50, String(followed));
	});

	it('by a refusal about formations is not refused next', () => {
		const members = [
			listed('J'),
			listed('J2'),
			listed('OWN', DATA_INGESTION),
			listed('OWN2', DATA_INGESTION),
			listed('CIM', 'SAP Ariba Central Invoice Management'),
			{
				name: DEV,
				type: S4,
				status: 'registered',
				token: token({ scenarioGroups: ['Integration with SAP Start'], usedAt: PAIRED }),
			},
		] as const;
		const of = (name: string, type: string, systems: readonly string[]) => formation({ name, type, systems });
		const before = landscape({
			systems: members,
			tenants: [tenant([extension()])],
			formations: [
				of('Joule 1', JOULE, ['J']),
				of('Joule 2', JOULE, []),
				of('Own 1', DATA_INGESTION, ['OWN']),
				of('Own 2', DATA_INGESTION, []),
				of('MDI', WITH_MDI, []),
				of('CIM', WITH_CIM, []),
			],
		});
		let followed = 0;
		for (const { name: system } of members) {
			followed += checkRefusal(before, removeSystem(before, system), system);
			for (const name of before.formations.keys()) {
				followed += checkRefusal(
					before,
					includeSystem(before, { formation: name, system }),
					`${system} in ${name}`,
				);
				followed += checkRefusal(
					before,
					excludeSystem(before, { formation: name, system }),
					`${system} from ${name}`,
				);
			}
			const together = { name: 'New', type: JOULE, systems: ['J', 'J2', system] };
			followed += checkRefusal(before, createFormation(before, together), system);
		}
		followed += checkRefusal(landscape(), checkInclude(landscape(), {}), 'no formation');
		assert.ok(followed > 10, String(followed));
	});

	it('as the command of a quick fix is not refused', () => {
		const at =
			'tenants:\n  my1.example:\n    type: SAP S/4HANA Cloud\n    extensions:\n      GONE:\n        status: failed\n';
		const plan = '      - { service: s4-hana-cloud, plan: api-access, system: ABSENT }\n';
		let followed = 0;
		for (const mode of MODES) {
			for (const system of ['', 'systems:\n  DEV:\n    type: SAP S/4HANA Cloud\n    status: pending\n']) {
				const text = `version: 1\nglobalAccount: Acme\nmode: ${mode}\n${system}${at}subaccounts:\n  qa:\n  dev:\n    entitlements:\n${plan}formations:\n  Side:\n    type: Integration with SAP Build\n  Kyma:\n    type: ${KYMA}\n`;
				const reading = read(text);
				assert.equal(reading.unreadable, undefined);
				for (const finding of findingsIn(reading, NOW, 2)) {
					for (const { command } of fixesOf(reading, finding)) {
						if (command) {
							followed++;
							const next = followStep(
								reading.landscape,
								{ command: command.name, fields: command.fields },
								NOW,
							);
							assert.ok(next.ok, `${finding.message}: ${command.name}: ${next.ok || next.message}`);
						}
					}
				}
			}
		}
		assert.ok(followed > 2, String(followed));
	});
});
