import assert from 'node:assert/strict';
import * as v from 'valibot';
import { graphId } from '../../../src/diagram/graph.ts';
import { MapState } from '../../../src/map/messages.ts';
import { fieldsOf, pathInFile } from '../../../src/map/path-in-file.ts';
import {
	DEV,
	EXPIRES,
	entitlement,
	extension,
	formation,
	HOST,
	inUse,
	LATER,
	landscape,
	NOW,
	paired,
	registeredSystem,
	subaccount,
	system,
	systemWithoutToken,
	tenant,
} from '../factories.ts';
import { graph, HOSTILE, namedLandscape, stateOf } from '../map/drawn.ts';

const WHOLE = inUse({
	subaccounts: [subaccount([entitlement(), entitlement({ plan: 'messaging', amount: 2 })])],
});

const onlyNode = (shown: ReturnType<typeof graph>) => {
	const [node] = shown.nodes;
	assert(node);
	return node;
};

describe('what the map is told', () => {
	it('nothing of an empty landscape', () => {
		assert.deepEqual(graph(landscape()), { nodes: [], edges: [] });
	});

	it('every tenant, system, subaccount and formation, and what connects them', () => {
		const { nodes, edges } = graph(WHOLE);
		assert.deepEqual(
			nodes.map(({ kind, name }) => [kind, name]),
			[
				['tenant', HOST],
				['system', DEV],
				['subaccount', 'dev'],
				['formation', 'Side by side'],
			],
		);
		assert.deepEqual(
			edges.map(({ kind, from, to, label }) => [kind, from, to, label]),
			[
				['extension', graphId('tenants', HOST), graphId('systems', DEV), 'Enabled'],
				['entitlement', graphId('systems', DEV), graphId('subaccounts', 'dev'), 'api-access, messaging'],
				['membership', graphId('systems', DEV), graphId('formations', 'Side by side'), ''],
			],
		);
	});

	it('every application with how all its usages stand, also of a system that no landscape has', () => {
		const { nodes, edges } = graph(WHOLE, {
			applications: [
				{
					folder: 'file:///p/billing',
					name: 'billing',
					usages: [
						{ system: DEV, state: 'ready' },
						{ system: DEV, state: 'not-entitled' },
						{ system: 'Nobody', state: 'unknown-system' },
					],
				},
				{ folder: 'file:///p/other', name: 'other', usages: [{ system: 'PRD', state: 'ready' }] },
			],
		});
		assert.deepEqual(
			nodes.filter(({ kind }) => kind === 'application').map(({ name, label }) => [name, label]),
			[['billing', 'Not Entitled, Unknown System']],
		);
		assert.deepEqual(
			edges.filter(({ kind }) => kind === 'usage').map(({ from, details }) => [from, details]),
			[[graphId('systems', DEV), ['Ready', 'Not Entitled']]],
		);
		assert(!nodes.some(({ kind, name }) => kind === 'system' && name === 'Nobody'));
	});

	it('what the page accepts, also where names are hostile', () => {
		for (const name of HOSTILE) {
			const state = stateOf(graph(namedLandscape(name)));
			assert.deepEqual(
				v.parse(MapState, JSON.parse(JSON.stringify(state))),
				JSON.parse(JSON.stringify(state)),
			);
			assert.equal(state.nodes.length, 4);
		}
	});

	it('R-ENT-3: every plan of one connection with its service and units', () => {
		const [, edge] = graph(WHOLE).edges;
		assert.deepEqual(edge?.details, [
			'SAP S/4HANA Cloud Extensibility: api-access (1 unit)',
			'SAP S/4HANA Cloud Extensibility: messaging (2 units)',
		]);
	});

	it('DEC-1: the status in the words of the chosen terminology', () => {
		const failed = landscape({ systems: [system({ status: 'error' })] });
		assert.equal(onlyNode(graph(failed)).label, 'Error');
		assert.equal(onlyNode(graph(failed, { terminology: 'current' })).label, 'Error while Registering');
		const pending = landscape({ systems: [system()] });
		assert.equal(onlyNode(graph(pending)).label, 'Pending');
		assert.equal(onlyNode(graph(pending, { terminology: 'current' })).label, '');
	});

	it('the time that a token has left, until when, and what to do with it', () => {
		const node = onlyNode(graph(landscape({ systems: [system()] }), { now: '2026-11-20T10:00:00Z' }));
		assert.equal(node.token, '7 days left');
		assert.equal(node.until, EXPIRES);
		assert.equal(node.next, 'copy the token and paste it in the tenant');
	});

	it('what to do next with a system, until it is entitled', () => {
		const next = (records: Parameters<typeof landscape>[0]) =>
			graph(landscape(records)).nodes.find(({ kind }) => kind === 'system')?.next;
		assert.equal(next({ systems: [systemWithoutToken()] }), 'get a token');
		assert.equal(next({ systems: [system({ status: 'error' })] }), 'get a new token');
		assert.equal(
			next({
				systems: [system({ status: 'error' })],
				tenants: [tenant([extension({ status: 'failed' })])],
			}),
			'delete the failed extension in the tenant, then get a new token',
		);
		assert.equal(
			next({ systems: [registeredSystem()] }),
			'add the subaccount that you deploy your application to',
		);
		assert.equal(
			next({ systems: [registeredSystem()], subaccounts: [subaccount()] }),
			'add service plans for a subaccount',
		);
		assert.equal(next({ systems: [registeredSystem()], subaccounts: [subaccount([entitlement()])] }), '');
	});

	it('R-FOR-11: which systems a formation still needs', () => {
		const shown = graph(
			landscape({ formations: [formation({ type: 'Integration with Joule', systems: [] })] }),
		);
		assert.match(onlyNode(shown).next, /^include a system of type .+/);
	});

	it('a system that is named but not there, once', () => {
		const { nodes } = graph(
			landscape({
				tenants: [tenant([extension({ system: '__proto__' })])],
				subaccounts: [subaccount([entitlement({ system: '__proto__' })])],
				formations: [formation({ systems: ['__proto__'] })],
			}),
		);
		assert.deepEqual(
			nodes.filter(({ kind }) => kind === 'system').map(({ name, status, label }) => [name, status, label]),
			[['__proto__', 'unknown', 'not in this landscape']],
		);
	});

	it('of a system that is named in a file with an error that it cannot be read, and nothing to do until then', () => {
		const { nodes, edges } = graph(
			landscape({
				tenants: [tenant()],
				subaccounts: [subaccount([entitlement()]), subaccount([], 'test')],
				formations: [formation({ systems: [] })],
			}),
			{ isUnreadable: true },
		);
		assert.deepEqual(
			nodes.filter(({ kind }) => kind === 'system').map(({ status, label }) => [status, label]),
			[['unread', "can't be read"]],
		);
		assert([...nodes, ...edges].every(({ actions }) => actions.length === 0));
		assert(nodes.every(({ next }) => next === ''));
	});

	it('what can be done with each element, with the fields that the command needs', () => {
		const { nodes, edges } = graph(
			inUse({ systems: [registeredSystem(), system({ name: 'QAS' })], formations: [formation()] }),
			{ now: '2026-11-20T10:00:00Z' },
		);
		const offered = [...nodes, ...edges].map(({ id, actions }) => [
			actions.map(({ command }) => command),
			fieldsOf(JSON.parse(id)),
		]);
		assert.deepEqual(offered, [
			[['openTenant'], { tenant: HOST }],
			[[], { system: DEV }],
			[['copyToken', 'openTenant'], { system: 'QAS' }],
			[['addServicePlans'], { subaccount: 'dev' }],
			[[], { formation: 'Side by side' }],
			[['openTenant'], { tenant: HOST, system: DEV }],
			[['removeServicePlan'], { subaccount: 'dev', system: DEV }],
			[[], { formation: 'Side by side', system: DEV }],
		]);
	});

	it('what to do with what is connected with nothing yet', () => {
		const { nodes } = graph(
			landscape({
				tenants: [tenant()],
				subaccounts: [subaccount()],
				formations: [
					formation({ systems: ['gone'] }),
					formation({ name: 'Empty', type: 'Side-by-Side Extensibility with Kyma', systems: [] }),
				],
			}),
		);
		assert.deepEqual(
			nodes.map(({ next }) => next),
			[
				'create an extension with the token of a pending system',
				'register it, or correct its name in the file',
				'add service plans for a registered system',
				'',
				'include a system',
			],
		);
	});

	it('that a formation can include a system, while there is one that it may have', () => {
		const others = [registeredSystem(), registeredSystem({ name: 'QAS' })];
		const actionsWith = (systems: readonly string[]) =>
			graph(landscape({ systems: others, formations: [formation({ systems })] }))
				.nodes.find(({ kind }) => kind === 'formation')
				?.actions.map(({ command }) => command);
		assert.deepEqual(actionsWith([DEV]), ['includeSystem']);
		assert.deepEqual(actionsWith([DEV, 'QAS']), []);
	});

	it('no command that would be refused, and no next step that a record does not take', () => {
		const { nodes } = graph({
			...landscape({
				tenants: [tenant()],
				subaccounts: [subaccount()],
				formations: [formation({ systems: [] })],
			}),
			mode: 'recorded',
		});
		assert.deepEqual(
			nodes.map(({ kind, actions }) => [kind, actions.map(({ command }) => command)]),
			[
				['tenant', ['openTenant']],
				['subaccount', []],
				['formation', []],
			],
		);
		assert.equal(nodes[0]?.next, '');
	});

	it('R-REC-1: when a status was recorded, and nothing of that in practice', () => {
		const seen = paired(registeredSystem({ recordedAt: NOW }), extension({ recordedAt: LATER }));
		const { nodes, edges } = graph({ ...seen, mode: 'recorded' });
		assert.deepEqual(
			[...nodes, ...edges].map(({ kind, recorded }) => [kind, recorded]),
			[
				['tenant', ''],
				['system', NOW],
				['extension', LATER],
			],
		);
		assert.ok(graph(seen).nodes.every(({ recorded }) => recorded === ''));
	});

	it('never the text or the fingerprint of a token', () => {
		assert(!JSON.stringify(graph(landscape({ systems: [system()] }))).includes('sha256'));
	});
});

describe('the place of an element of the map in the file', () => {
	const place = (...parts: string[]) => pathInFile(WHOLE, parts);

	it('is that of the record, or of the entry that connects two', () => {
		assert.deepEqual(place('systems', DEV), ['systems', DEV]);
		assert.deepEqual(place('tenants', HOST, DEV), ['tenants', HOST, 'extensions', DEV]);
		assert.deepEqual(place('subaccounts', 'dev', 's4-hana-cloud', 'messaging', DEV), [
			'subaccounts',
			'dev',
			'entitlements',
			1,
		]);
		assert.deepEqual(place('formations', 'Side by side', DEV), ['formations', 'Side by side', 'systems', 0]);
	});

	it('is what holds it, where it has gone meanwhile', () => {
		assert.deepEqual(place('subaccounts', 'dev', 's4-hana-cloud', 'gone', DEV), ['subaccounts', 'dev']);
	});
});
