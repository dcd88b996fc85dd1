import assert from 'node:assert/strict';
import * as v from 'valibot';
import { GuideRequest, type GuideState } from '../../../src/guide/messages.ts';
import { connect } from '../../../src/guide/page/host.ts';
import { landscape, system } from '../factories.ts';
import { guideOf } from './shown.ts';

const origin = 'vscode-webview://page';

function connected() {
	const target = new EventTarget();
	const sent: GuideRequest[] = [];
	const shown: GuideState[] = [];
	const host = connect(
		{ postMessage: (message) => sent.push(message) },
		{ addEventListener: target.addEventListener.bind(target), origin },
		(state) => shown.push(state),
	);
	const receive = (data: unknown, from = origin) =>
		target.dispatchEvent(new MessageEvent('message', { data, origin: from }));
	return { host, sent, shown, receive };
}

describe('the guide’s talk with the extension', () => {
	let warnings: unknown[][];
	const warn = console.warn;
	beforeEach(() => {
		warnings = [];
		console.warn = (...said) => warnings.push(said);
	});
	afterEach(() => {
		console.warn = warn;
	});

	it('sends what the extension understands, and gives each answer to its request', async () => {
		const { host, sent, receive } = connected();
		host.ready();
		host.run('recordStatus');
		const asked = [
			host.record({ kind: 'added' }),
			host.record({ kind: 'token', token: 'abc', scenarioGroups: [], issuedAt: '' }),
			host.record({ kind: 'extension', tenant: 'my.example', status: 'enabled' }),
			host.record({ kind: 'extensionDeleted', tenant: 'my.example' }),
			host.record({ kind: 'cockpit', status: 'error', anyway: true }),
			host.record({ kind: 'subaccount', name: 'dev' }),
			host.record({ kind: 'plans', subaccount: 'dev', plans: ['api-access'] }),
			host.copyValue('name'),
			host.copy('copyHandOverNote'),
		];
		for (const request of sent) {
			assert.deepEqual(v.parse(GuideRequest, request), request);
		}
		const ids = sent.flatMap((request) => ('id' in request ? [request.id] : []));
		assert.equal(new Set(ids).size, asked.length);
		for (const id of ids.toReversed()) {
			receive({ kind: 'done', id, answer: { ok: false, message: `No ${id}.`, anyway: false } });
		}
		assert.deepEqual(
			(await Promise.all(asked)).map((answer) => (answer.ok ? '' : answer.message)),
			ids.map((id) => `No ${id}.`),
		);
	});

	it('shows each state that comes, and ignores what is not of the contract or from elsewhere', () => {
		const { shown, receive } = connected();
		const state = guideOf(landscape({ mode: 'recorded', systems: [system()] }));
		receive({ kind: 'state', state });
		receive({ kind: 'state', state: { ...state, parts: 'none' } });
		receive({ kind: 'state', state }, 'https://elsewhere.example');
		assert.deepEqual(shown, [state]);
		assert.equal(warnings.length, 1);
		assert.doesNotMatch(JSON.stringify(warnings), /SAP S\/4HANA/);
	});
});
