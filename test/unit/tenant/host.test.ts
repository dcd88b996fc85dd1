import assert from 'node:assert/strict';
import * as v from 'valibot';
import { PageRequest } from '../../../src/tenant/messages.ts';
import { connect } from '../../../src/tenant/page/host.ts';

const origin = 'vscode-webview://page';

function connected() {
	const target = new EventTarget();
	const sent: PageRequest[] = [];
	const heard: string[] = [];
	const host = connect(
		{ postMessage: (message) => sent.push(message) },
		{ addEventListener: target.addEventListener.bind(target), origin },
		{ state: (state) => heard.push(`state of ${state.host}`), refreshed: () => heard.push('refreshed') },
	);
	const receive = (data: unknown, from = origin) =>
		target.dispatchEvent(new MessageEvent('message', { data, origin: from }));
	return { host, sent, heard, receive };
}

describe('the tenant page’s talk with the extension', () => {
	let warnings: unknown[][];
	const warn = console.warn;
	beforeEach(() => {
		warnings = [];
		console.warn = (...said) => warnings.push(said);
	});
	afterEach(() => {
		console.warn = warn;
	});

	it('gives each answer to the request with its id, in whatever order they come', async () => {
		const { host, sent, receive } = connected();
		const draft = { token: 'abc', description: '' };
		const created = host.create(draft, 'succeed');
		const checked = host.check(draft);
		const deleted = host.delete('DEV');
		const ids = sent.map((message) => ('id' in message ? message.id : undefined));
		assert.equal(new Set(ids).size, 3);
		receive({ kind: 'done', id: ids[2], answer: { ok: true } });
		receive({
			kind: 'checked',
			id: ids[1],
			answer: { ok: true, system: 'DEV', scenarioGroups: ['All'], warning: '' },
		});
		receive({ kind: 'done', id: ids[0], answer: { ok: false, code: 'token-used', message: 'Used.' } });
		assert.deepEqual(await created, { ok: false, code: 'token-used', message: 'Used.' });
		assert.deepEqual(await checked, { ok: true, system: 'DEV', scenarioGroups: ['All'], warning: '' });
		assert.deepEqual(await deleted, { ok: true });
	});

	it('does not take an answer to a check for an answer to a change', async () => {
		const { host, sent, receive } = connected();
		const created = host.create({ token: 'abc', description: '' }, 'fail');
		const [request] = sent;
		assert(request?.kind === 'create');
		receive({
			kind: 'checked',
			id: request.id,
			answer: { ok: true, system: 'DEV', scenarioGroups: [], warning: '' },
		});
		receive({ kind: 'done', id: request.id + 1, answer: { ok: true } });
		assert.equal(await Promise.race([created, Promise.resolve('waiting')]), 'waiting');
	});

	it('ignores what is not of the contract, and does not print it', () => {
		const { heard, receive } = connected();
		for (const message of [
			undefined,
			'secret',
			{ kind: 'secret' },
			{ kind: 'state', state: { host: 'secret' } },
		]) {
			receive(message);
		}
		assert.deepEqual(heard, []);
		assert.equal(warnings.length, 4);
		assert(!JSON.stringify(warnings).includes('secret'));
	});

	it('asks for a token to be copied by the system’s name, and gets no answer', () => {
		const { host, sent } = connected();
		host.copyToken('DEV');
		assert.deepEqual(sent, [{ kind: 'copyToken', system: 'DEV' }]);
		assert.deepEqual(v.parse(PageRequest, sent[0]), sent[0]);
	});

	it('ignores messages from elsewhere', () => {
		const { heard, receive } = connected();
		receive({ kind: 'refreshed' }, 'https://elsewhere.example');
		assert.deepEqual(heard, []);
		receive({ kind: 'refreshed' });
		assert.deepEqual(heard, ['refreshed']);
	});
});
