import assert from 'node:assert/strict';
import * as v from 'valibot';
import type { Landscape } from '../../../src/model/landscape.ts';
import { PageState } from '../../../src/tenant/messages.ts';
import { pageStateOf } from '../../../src/tenant/page-state.ts';
import {
	BEFORE_EXPIRY,
	DEV,
	extension,
	HOST,
	inUse,
	landscape,
	NOW,
	PAIRED,
	paired,
	registeredSystem,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';

const NOTHING_HELD = { held: [], now: BEFORE_EXPIRY, localTime: (instant: string) => `on ${instant}` };

function stateOf(shown: Landscape) {
	const state = pageStateOf({ landscape: shown, unreadable: undefined }, HOST, NOTHING_HELD);
	assert(state);
	assert.deepEqual(v.parse(PageState, state), state, 'of the contract');
	return state;
}

function rowOf(shown: Landscape) {
	const [row] = stateOf(shown).rows;
	assert(row);
	return row;
}

describe('what the tenant page is told', () => {
	it('nothing of a tenant that the landscape does not know', () => {
		assert.equal(
			pageStateOf({ landscape: landscape(), unreadable: undefined }, HOST, NOTHING_HELD),
			undefined,
		);
	});

	it('moments as the person writes them, and none where nothing is recorded', () => {
		const shown = paired(registeredSystem(), extension({ changedAt: '2026-11-21T09:12:04Z' }));
		assert.equal(rowOf(shown).changedOn, 'on 2026-11-21T09:12:04Z');
		const { changedAt: _, ...unrecorded } = extension();
		assert.equal(rowOf(landscape({ tenants: [tenant([unrecorded])] })).changedOn, '');
	});

	it('R-REC-1: when somebody recorded what the tenant showed', () => {
		const shown = paired(registeredSystem(), extension({ recordedAt: NOW }));
		assert.equal(rowOf({ ...shown, mode: 'recorded' }).changedOn, `on ${NOW}`);
	});

	it('the words of the tenant’s application', () => {
		const { application } = stateOf(landscape({ tenants: [tenant()] }));
		assert.equal(application.name, 'Maintain Extensions on SAP BTP');
		assert.equal(application.create, 'New');
		assert.match(application.ownNote, /Failed, Disabled/);
	});

	it('for SuccessFactors those of the Extension Center, with Integrated for Enabled', () => {
		const type = 'SAP SuccessFactors';
		const shown = landscape({
			systems: [registeredSystem({ type })],
			tenants: [tenant([extension()], { type })],
		});
		const { application, rows } = stateOf(shown);
		assert.equal(application.name, 'Extension Center');
		assert.equal(application.statusColumn, 'Integration Status');
		assert.deepEqual(application.statuses[1], { status: 'enabled', label: 'Integrated' });
		assert.match(application.ownNote, /\.$/);
		assert.equal(rows[0]?.statusLabel, 'Integrated');
	});

	it('the words of most tenants for a type that the catalog does not know', () => {
		const { application } = stateOf(landscape({ tenants: [tenant([], { type: 'constructor' })] }));
		assert.equal(application.name, 'Maintain Extensions on SAP BTP');
	});

	it('R-EXT-11: that a failed extension can be deleted', () => {
		const shown = paired(system({ status: 'error' }), extension({ status: 'failed' }));
		assert.equal(rowOf(shown).deletable, true);
		assert.equal(rowOf(shown).blocked, '');
	});

	it('that an extension under way can’t be deleted, which needs no reason', () => {
		const shown = paired(system({ token: token({ usedAt: PAIRED }) }), extension({ status: 'enabling' }));
		assert.equal(rowOf(shown).deletable, false);
		assert.equal(rowOf(shown).blocked, '');
	});

	it('R-EXT-10, DEC-36: what deleting an enabled extension breaks, by name', () => {
		assert.match(
			rowOf(paired()).consequence,
			/no longer registered\. You can pair it again with a new token\.$/,
		);
		const { deletable, consequence } = rowOf(inUse());
		assert.equal(deletable, true);
		for (const part of ['api-access', '"dev"', '"Side by side"']) {
			assert(consequence.includes(part), part);
		}
	});

	it('R-EXT-12: that the extension of a deregistered system is disabled and can be deleted', () => {
		const shown = paired(systemWithoutToken({ status: 'unregistered' }), extension({ status: 'disabled' }));
		assert.equal(rowOf(shown).statusLabel, 'Disabled');
		assert.equal(rowOf(shown).deletable, true);
	});

	it('decides about each row alone', () => {
		const shown = landscape({
			systems: [registeredSystem(), registeredSystem({ name: 'QA', status: 'deregistering' })],
			tenants: [tenant([extension(), extension({ system: 'QA' })])],
		});
		assert.deepEqual(
			stateOf(shown).rows.map(({ deletable }) => deletable),
			[true, false],
		);
	});

	it('of the tokens on this machine only those of pending systems of the tenant’s type', () => {
		const systems = [
			system(),
			system({ name: 'QA' }),
			system({ name: 'MKT', type: 'SAP Marketing Cloud' }),
			registeredSystem({ name: 'PRD' }),
		];
		const reading = { landscape: landscape({ systems, tenants: [tenant()] }), unreadable: undefined };
		assert.deepEqual(pageStateOf(reading, HOST, NOTHING_HELD)?.copyable, []);
		assert.deepEqual(
			pageStateOf(reading, HOST, { ...NOTHING_HELD, held: ['QA', 'MKT', 'PRD', 'unknown'] })?.copyable,
			['QA'],
		);
	});

	it('R-EXT-11: why a registration failed, what to do next, and with which commands', () => {
		const shown = paired(system({ status: 'error' }), extension({ status: 'failed' }));
		const [step, ...more] = stateOf(shown).steps;
		assert.deepEqual(more, []);
		assert.equal(
			step?.message,
			`The registration of "${DEV}" failed. In practice, that happens only if you choose it when you create the extension. Next: delete the failed extension in the tenant, then get a new token.`,
		);
		assert.deepEqual(
			step?.actions.map(({ command }) => command),
			['deleteExtension', 'openTroubleshooting'],
		);
		const deleted = landscape({ systems: [system({ status: 'error' })], tenants: [tenant()] });
		assert.deepEqual(
			stateOf(deleted).steps.map(({ message, actions }) => [message, actions.map(({ command }) => command)]),
			[
				[
					`The registration of "${DEV}" failed, and its extension is deleted. Next: get a new token.`,
					['getToken', 'openTroubleshooting'],
				],
			],
		);
	});

	it('that service plans come after Enabled, until there are some', () => {
		assert.deepEqual(stateOf(paired()).steps, [
			{
				system: DEV,
				hasFailed: false,
				message: `"${DEV}" is registered. Next: add the subaccount that you deploy your application to.`,
				actions: [{ command: 'addSubaccount', title: 'Add Subaccount' }],
			},
		]);
		assert.deepEqual(
			stateOf({ ...paired(), subaccounts: new Map([['dev', subaccount()]]) }).steps.map(
				({ message, actions }) => [message, actions.map(({ command }) => command)],
			),
			[[`"${DEV}" is registered. Next: add service plans for a subaccount.`, ['addServicePlans']]],
		);
		assert.deepEqual(stateOf(inUse()).steps, []);
	});

	it('what comes next for a system whose extension was deleted', () => {
		const shown = landscape({
			systems: [system({ status: 'unregistered', pairedTenant: HOST })],
			tenants: [tenant(), tenant([], { host: 'other.example' })],
		});
		const [step] = stateOf(shown).steps;
		assert.match(step?.message ?? '', /isn't registered any more. Next: get a token/);
		assert.deepEqual(
			step?.actions.map(({ command }) => command),
			['getToken', 'removeSystem'],
		);
	});

	it('what comes next only for systems of this tenant, for failures first, and for a few', () => {
		const names = ['A', 'B', 'C', 'D'];
		const shown = landscape({
			systems: [
				...names.map((name) => registeredSystem({ name })),
				system({ name: 'FAILED', status: 'error' }),
				registeredSystem({ name: 'ELSEWHERE' }),
				system({ name: 'OTHER TYPE', type: 'SAP Marketing Cloud', status: 'error' }),
			],
			tenants: [
				tenant([
					...names.map((name, index) =>
						extension({ system: name, changedAt: `2026-11-21T0${index}:00:00Z` }),
					),
				]),
				tenant([extension({ system: 'ELSEWHERE' })], { host: 'other.example' }),
			],
		});
		assert.deepEqual(
			stateOf(shown).steps.map((step) => step.system),
			['FAILED', 'D', 'C'],
		);
		assert.deepEqual(stateOf({ ...shown, mode: 'recorded' }).steps, []);
		const unreadable = { ok: false, code: 'landscape-unreadable', message: 'Line 3' } as const;
		assert.deepEqual(pageStateOf({ landscape: shown, unreadable }, HOST, NOTHING_HELD)?.steps, []);
	});

	it('that a recorded landscape is locked', () => {
		const shown = landscape({ mode: 'recorded', tenants: [tenant()] });
		assert.match(stateOf(shown).locked, /Acme is recorded/);
	});
});
