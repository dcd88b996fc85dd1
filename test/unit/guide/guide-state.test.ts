import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { guideStateOf } from '../../../src/guide/guide-state.ts';
import type { Part } from '../../../src/guide/messages.ts';
import { SYSTEM_TYPES } from '../../../src/model/catalog/system-types.ts';
import { refuse } from '../../../src/model/decision.ts';
import {
	EXTENSION_STATUSES,
	type ExtensionStatus,
	type Landscape,
	SYSTEM_STATUSES,
	type System,
	type SystemStatus,
} from '../../../src/model/landscape.ts';
import {
	DEV,
	entitlement,
	extension,
	HOST,
	ISSUED,
	LATER,
	landscape,
	listed,
	PAIRED,
	S4,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { CONTEXT, guideOf, instructionsOf, progressOf, stepOf, stepsOf } from './shown.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A recorded landscape with the system and, where a status is given, its extension. */
function recorded(record: System, shown?: ExtensionStatus, ...more: Parameters<typeof landscape>): Landscape {
	return landscape({
		mode: 'recorded',
		systems: [record],
		tenants: shown ? [tenant([extension({ status: shown, recordedAt: LATER })], { type: record.type })] : [],
		...more[0],
	});
}

const TOKENS = {
	none: undefined,
	open: token(),
	expired: token({ issuedAt: '2026-11-01T10:00:00Z', expiresAt: '2026-11-08T10:00:00Z' }),
	used: token({ usedAt: PAIRED }),
};

function inStatus(status: SystemStatus, tokenIs: keyof typeof TOKENS): System {
	const own = TOKENS[tokenIs];
	return { name: DEV, type: S4, status, recordedAt: PAIRED, ...(own && { token: own }) };
}

const spoken = (sentences: Part['needs'] = []) =>
	sentences.map((pieces) => pieces.map(({ text }) => text).join('')).join(' ');

function inGerman(test: () => void): void {
	const texts = JSON.parse(readFileSync(join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8'));
	l10n.config({ contents: texts });
	try {
		test();
	} finally {
		l10n.config({ contents: {} });
	}
}

describe('the registration guide', () => {
	describe('knows what is done and what comes next by what is recorded', () => {
		const pending: readonly (readonly [string, keyof typeof TOKENS, ExtensionStatus | undefined])[] = [
			['add+ token! handOver extension cockpit subaccount plans', 'none', undefined],
			['add+ token+ handOver! extension cockpit subaccount plans', 'open', undefined],
			['add+ token! handOver extension cockpit subaccount plans', 'expired', undefined],
			['add+ token! handOver extension cockpit subaccount plans', 'used', undefined],
			['add+ token+ handOver+ extension! cockpit subaccount plans', 'used', 'enabling'],
			['add+ token+ handOver+ extension! cockpit subaccount plans', 'none', 'enabling'],
			['add+ token+ handOver+ extension+ cockpit! subaccount plans', 'used', 'enabled'],
			['add+ token handOver extension! cockpit subaccount plans', 'used', 'failed'],
			['add+ token+ handOver! extension cockpit subaccount plans', 'open', 'disabled'],
			['add+ token! handOver extension cockpit subaccount plans', 'none', 'disabled'],
		];
		for (const [expected, tokenIs, shown] of pending) {
			it(`while pending, with the token ${tokenIs} and the extension ${shown ?? 'absent'}`, () => {
				assert.equal(progressOf(guideOf(recorded(inStatus('pending', tokenIs), shown))), expected);
			});
		}

		it('once registered, also where nobody recorded the extension', () => {
			assert.equal(
				progressOf(guideOf(recorded(inStatus('registered', 'used'), 'enabled'))),
				'add+ token+ handOver+ extension+ cockpit+ subaccount! plans',
			);
			assert.equal(
				progressOf(guideOf(recorded(inStatus('registered', 'none')))),
				'add+ token+ handOver+ extension cockpit+ subaccount! plans',
			);
		});

		it('R-TUT-1: until a subaccount is entitled', () => {
			const record = inStatus('registered', 'used');
			const before = guideOf(recorded(record, 'enabled', { subaccounts: [subaccount()] }));
			assert.equal(progressOf(before), 'add+ token+ handOver+ extension+ cockpit+ subaccount+ plans!');
			const after = guideOf(recorded(record, 'enabled', { subaccounts: [subaccount([entitlement()])] }));
			assert.equal(progressOf(after), 'add+ token+ handOver+ extension+ cockpit+ subaccount+ plans+');
			assert.equal(after.summary, 'Everything is recorded.');
		});

		it('R-SYS-8: after a failure first the extension, then a new token', () => {
			const failed = guideOf(recorded(inStatus('error', 'used'), 'failed'));
			assert.equal(progressOf(failed), 'add+ token handOver extension! cockpit subaccount plans');
			assert.match(stepOf(failed, 'extension').trouble, /^The registration failed\. Delete .+ new token\.$/);
			const { control } = stepOf(failed, 'extension');
			assert(control.kind === 'extension' && control.isDeletable);
			const deleted = guideOf(recorded(inStatus('error', 'used')));
			assert.equal(progressOf(deleted), 'add+ token! handOver extension cockpit subaccount plans');
			assert.match(stepOf(deleted, 'token').trouble, /^The registration failed\. Get a new token/);
		});

		it('that a system which was deregistered needs a new token', () => {
			assert.equal(
				progressOf(guideOf(recorded(inStatus('unregistered', 'used')))),
				'add+ token! handOver extension cockpit subaccount plans',
			);
		});

		it('that a system which nobody saw in the cockpit has to be added there', () => {
			assert.equal(
				progressOf(guideOf(recorded(systemWithoutToken()))),
				'add! token handOver extension cockpit subaccount plans',
			);
		});

		it('for every status of system, extension and token without a step too many', () => {
			for (const status of SYSTEM_STATUSES) {
				for (const tokenIs of Object.keys(TOKENS) as (keyof typeof TOKENS)[]) {
					for (const shown of [undefined, ...EXTENSION_STATUSES]) {
						const state = guideOf(recorded(inStatus(status, tokenIs), shown));
						const current = stepsOf(state).filter((step) => step.state === 'current');
						const isLeaving = /^(deregister|remov)/.test(status);
						assert.equal(current.length, isLeaving ? 0 : 1, `${status}, ${tokenIs}, ${shown}`);
						assert.notEqual(state.summary, '');
						assert.equal(state.locked, '');
						for (const step of stepsOf(state)) {
							assert.notEqual(step.title, '');
							assert(step.state !== 'done' || step.recorded !== '', `${step.id} says what is recorded`);
							assert(step.state !== 'current' || step.isShown, `${step.id} is shown`);
							assert(step.instructions.length > 0, `${step.id} says what to do`);
						}
					}
				}
			}
		});

		it('that nothing comes next for a system that is leaving, but Record Status', () => {
			const state = guideOf(recorded(inStatus('deregistering', 'used'), 'enabled'));
			assert.match(state.summary, /is being deregistered\. Record how that ends with Record Status\.$/);
		});
	});

	describe('says what is recorded, and when', () => {
		const shown = recorded(inStatus('registered', 'used'), 'enabled', {
			subaccounts: [subaccount([entitlement({ recordedAt: LATER })])],
		});

		it('in each step that is done', () => {
			const state = guideOf(shown);
			assert.deepEqual(
				stepsOf(state).map(({ id, recorded: words }) => [id, words]),
				[
					['add', 'Added'],
					[
						'token',
						'Issued on the day 2026-11-20, valid until the day 2026-11-27, All Communication Scenarios',
					],
					['handOver', 'Token used on the day 2026-11-21'],
					['extension', `${HOST}: Enabled, recorded on the day 2026-11-22`],
					['cockpit', 'Registered, recorded on the day 2026-11-21'],
					['subaccount', 'dev'],
					['plans', 'api-access for "dev", recorded on the day 2026-11-22'],
				],
			);
			assert.equal(state.status, 'Registered, recorded on the day 2026-11-21');
		});

		it('of a token without its text that only the date is known', () => {
			const { fingerprint: _, ...dates } = token();
			const state = guideOf(recorded(system({ token: dates, recordedAt: ISSUED })));
			assert.match(stepOf(state, 'token').recorded, /only the date is recorded/);
		});

		it('when the token expired', () => {
			const state = guideOf(recorded(inStatus('pending', 'expired')));
			assert.match(
				stepOf(state, 'token').trouble,
				/^The token expired on the day 2026-11-08\. Get a new one/,
			);
		});
	});

	describe('names what a person reads on SAP’s screens', () => {
		const fresh = recorded(systemWithoutToken({ recordedAt: PAIRED }));

		it('as the classic cockpit has it', () => {
			const state = guideOf(fresh);
			assert.deepEqual(instructionsOf(stepOf(state, 'add')), [
				'In SAP BTP cockpit, open the global account Acme and choose System Landscape > Systems.',
				`Choose Register System. Enter the name, and select the type. [${DEV}] [${S4}]`,
				'Choose Register.',
			]);
			assert.match(
				instructionsOf(stepOf(state, 'token')).join('\n'),
				/All Communication Scenarios.+Display Token/s,
			);
			assert.equal(state.status, 'Pending, recorded on the day 2026-11-21');
		});

		it('as the current cockpit has it', () => {
			const state = guideOf(fresh, { terminology: 'current' });
			assert.match(instructionsOf(stepOf(state, 'add')).join('\n'), /Choose Add System\..+Choose Add\.$/s);
			assert.deepEqual(instructionsOf(stepOf(state, 'token')), [
				`Go on in the dialog Get Token for System "${DEV}". You can also open it later, from the details of the system.`,
				'In Communication Scenario Groups, select All Communication Scenarios or those that the system needs.',
				'Choose Get Token, copy the token, and close the dialog.',
			]);
			const { control } = stepOf(state, 'cockpit');
			assert(control.kind === 'cockpit');
			assert.deepEqual(
				control.statuses.map(({ label }) => label),
				['Registered', 'Error while Registering'],
			);
		});

		it('R-EXT-15: as the tenant of its type has it', () => {
			const said = instructionsOf(stepOf(guideOf(fresh), 'extension')).join('\n');
			for (const name of [
				'Maintain Extensions on SAP BTP',
				'Extensions',
				'New',
				'Create',
				'Yes',
				'Enabled',
			]) {
				assert(said.includes(name), name);
			}
			assert(said.includes(`[${DEV}]`), 'the description can be copied');
			const people = guideOf(recorded(systemWithoutToken({ type: 'SAP SuccessFactors' })));
			const other = instructionsOf(stepOf(people, 'extension')).join('\n');
			for (const name of ['Extension Center', 'Add', 'Check Status', 'Integration Status', 'Integrated']) {
				assert(other.includes(name), name);
			}
			assert.doesNotMatch(other, /Maintain Extensions|Yes/);
			const { control } = stepOf(people, 'extension');
			assert(control.kind === 'extension');
			assert.deepEqual(
				control.statuses.map(({ label }) => label),
				['Enabling', 'Integrated', 'Failed'],
			);
		});

		it('R-TUT-3: with the roles that both people need', () => {
			const [account, people] = guideOf(recorded(systemWithoutToken({ type: 'SAP SuccessFactors' }))).parts;
			assert.equal(account?.who, 'Global account administrator');
			assert.match(spoken(account?.needs), /role collection Global Account Administrator\./);
			assert.equal(people?.who, 'Tenant administrator');
			assert.match(spoken(people?.needs), /Admin Access to MDF OData API/);
		});

		it('in German as the walkthrough and the tenant page say it', () => {
			inGerman(() => {
				const state = guideOf(fresh, { terminology: 'current' });
				const said = stepsOf(state).flatMap(instructionsOf).join('\n');
				for (const label of [
					'System hinzufügen',
					'Systeme',
					'Hinzufügen',
					'Token abrufen',
					`Token für das System „${DEV}“ abrufen`,
					'Erweiterungen',
					'Neu',
					'Beschreibung',
					'Anlegen',
					'Ja',
					'Servicepläne hinzufügen',
					'Sichern',
				]) {
					assert(said.includes(label), label);
				}
				for (const label of [' New', 'Create', 'Yes', 'Add System', 'Save']) {
					assert(!said.includes(label), label);
				}
				for (const status of SYSTEM_STATUSES) {
					for (const shown of [undefined, ...EXTENSION_STATUSES]) {
						const { summary } = guideOf(recorded(inStatus(status, 'used'), shown));
						assert.doesNotMatch(summary, /recorded|Record/, `${status}, ${shown}`);
					}
				}
			});
		});
	});

	describe('offers what can be recorded', () => {
		it('R-CSG-6: the groups of the type’s token, with those of the last one selected', () => {
			const { control } = stepOf(guideOf(recorded(systemWithoutToken())), 'token');
			assert(control.kind === 'token');
			assert.equal(control.groups.length, 9);
			assert.deepEqual(
				control.groups.filter(({ isSelected }) => isSelected).map(({ label }) => label),
				['All Communication Scenarios'],
			);
			const marketing = stepOf(
				guideOf(recorded(systemWithoutToken({ type: 'SAP Marketing Cloud' }))),
				'token',
			);
			assert(marketing.control.kind === 'token');
			assert.deepEqual(marketing.control.groups, []);
		});

		it('the tenants of the system’s type, and the one that has it', () => {
			const others = [
				tenant(),
				tenant([], { host: 'acme.successfactors.example', type: 'SAP SuccessFactors' }),
			];
			const before = stepOf(guideOf(recorded(system(), undefined, { tenants: others })), 'extension').control;
			assert(before.kind === 'extension');
			assert.deepEqual([before.tenant, before.tenants], ['', [HOST]]);
			const after = stepOf(guideOf(recorded(inStatus('pending', 'used'), 'enabling')), 'extension').control;
			assert(after.kind === 'extension');
			assert.equal(after.tenant, HOST);
			assert.deepEqual(
				after.statuses.filter(({ isRecorded }) => isRecorded).map(({ value }) => value),
				['enabling'],
			);
		});

		it('the plans that a subaccount does not have, api-access first of all', () => {
			const record = inStatus('registered', 'used');
			const subaccounts = [subaccount([entitlement()]), subaccount([], 'test')];
			const { control } = stepOf(guideOf(recorded(record, 'enabled', { subaccounts })), 'plans');
			assert(control.kind === 'plans');
			assert.deepEqual(
				control.subaccounts.map(({ name, plans }) => [
					name,
					plans.map((plan) => `${plan.name}${plan.isSelected ? '+' : ''}`),
				]),
				[
					['dev', ['messaging']],
					['test', ['api-access+', 'messaging']],
				],
			);
		});

		it('no service plans where there are none for the type, and says so', () => {
			for (const { label } of SYSTEM_TYPES.slice(3)) {
				const state = guideOf(recorded(systemWithoutToken({ type: label })));
				assert.equal(progressOf(state), 'add! token handOver extension cockpit');
				assert.match(state.parts[2]?.note ?? '', /service plans for systems of type/);
			}
		});

		it('R-TYPE-2: only its place on the list for a type without token', () => {
			const record = listed();
			const state = guideOf(recorded(record), {}, record.name);
			assert.equal(progressOf(state), 'cockpit!');
			assert.match(state.parts[0]?.note ?? '', /don't need an integration token/);
			const seen = guideOf(recorded({ ...record, recordedAt: PAIRED }), {}, record.name);
			assert.equal(progressOf(seen), 'cockpit+');
			assert.equal(seen.summary, 'Everything is recorded.');
			assert.match(
				stepOf(guideOf(recorded(listed('App', 'SAP BTP Application')), {}, 'App'), 'cockpit')
					.instructions.flatMap(({ values }) => values)
					.map(({ text }) => text)
					.join(),
				/^App,SAP BTP Application$/,
			);
		});
	});

	describe('says why there is nothing to guide', () => {
		it('where the system is gone', () => {
			const state = guideOf(landscape({ mode: 'recorded' }));
			assert.match(state.locked, /doesn't have a system named/);
			assert.deepEqual(state.parts, []);
		});

		it('where the landscape is for practice now', () => {
			const state = guideOf(landscape({ systems: [system()] }));
			assert.match(state.locked, /practice/);
			assert.deepEqual(state.parts, []);
		});

		it('but shows what can be read of a file that can’t be written to', () => {
			const unreadable = { ...refuse('landscape-unreadable', 'Fix it in the editor.'), reason: 'syntax' };
			const state = guideStateOf(
				{ landscape: recorded(system()), unreadable: unreadable as never },
				DEV,
				CONTEXT,
			);
			assert.equal(state.locked, 'Fix it in the editor.');
			assert(state.parts.length > 0);
		});
	});

	it('never holds what a fingerprint says of a token', () => {
		assert.doesNotMatch(JSON.stringify(guideOf(recorded(system()))), /sha256/);
	});
});
