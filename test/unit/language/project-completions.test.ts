import assert from 'node:assert/strict';
import { type CompletionContext, projectCompletionsAt } from '../../../src/language/project-completions.ts';
import { DEV, landscape, registeredSystem, system } from '../factories.ts';

const CONTEXT: CompletionContext = {
	landscapes: [landscape({ systems: [system({ name: 'QAS' }), registeredSystem()] })],
	instances: ['orders-api-access'],
};

/** The completions at `|` of a text, and the text with the first of them. */
function at(file: string, marked: string, first?: string) {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const found = projectCompletionsAt(file, text, offset, CONTEXT);
	const chosen = found.find(({ label }) => label === first) ?? found[0];
	return {
		labels: found.map(({ label }) => label),
		written: chosen ? text.slice(0, chosen.start) + chosen.text + text.slice(chosen.end) : text,
	};
}

describe('completions in files of projects', () => {
	for (const [file, marked, label, written] of [
		['mta.yaml', 'config:\n  systemName: |\n', DEV, `config:\n  systemName: ${DEV}\n`],
		['mta.yaml', 'config:\n  systemName:|\n', DEV, `config:\n  systemName: ${DEV}\n`],
		['mta.yaml', 'config:\n  systemName: "SA|P"\n', DEV, `config:\n  systemName: "${DEV}"\n`],
		[
			'mta.yaml',
			'parameters: { service-plan: a| }\n',
			'messaging',
			'parameters: { service-plan: messaging }\n',
		],
		['chart/values.yaml', 'a:\n  servicePlanName: |\n', 'api-access', 'a:\n  servicePlanName: api-access\n'],
		['x.json', '{ "systemName": "|" }', DEV, `{ "systemName": "${DEV}" }`],
		['x.json', '{ "systemName": | }', DEV, `{ "systemName": "${DEV}" }`],
		['x.json', '{ "systemName": "S|AP" }', 'QAS', '{ "systemName": "QAS" }'],
		['x.json', '{ "scenarioId": "|" }', 'SAP_COM_0008', '{ "scenarioId": "SAP_COM_0008" }'],
		[
			'x.json',
			'{ "outboundServices": [ { "id": "|" } ] }',
			'DEBMAS_IDOC',
			'{ "outboundServices": [ { "id": "DEBMAS_IDOC" } ] }',
		],
		[
			'x.json',
			'{ "inboundAuthentication": "|" }',
			'BasicAuthentication',
			'{ "inboundAuthentication": "BasicAuthentication" }',
		],
		[
			'package.json',
			'{ "credentials": { "destination": "|" } }',
			'orders-api-access',
			'{ "credentials": { "destination": "orders-api-access" } }',
		],
	] as const) {
		it(`offer ${label} at ${JSON.stringify(marked)} of ${file}`, () => {
			const found = at(file, marked, label);
			assert(found.labels.includes(label), found.labels.join());
			assert.equal(found.written, written);
		});
	}

	for (const [file, marked] of [
		['mta.yaml', 'resources:\n  - id: |\n'],
		['mta.yaml', '# systemName: |\n'],
		['mta.yaml', 'modules:\n  - service: |\n'],
		['mta.yaml', '__proto__: |\n'],
		['x.json', '{ "|": 1 }'],
		['x.json', '{ "id": "|" }'],
		['x.json', '{ "constructor": "|" }'],
		['package.json', '{ "destination": "|" }'],
		['x.json', '|'],
		['x.json', '{ "a": [ [ | '],
	] as const) {
		it(`offer nothing at ${JSON.stringify(marked)} of ${file}`, () => {
			assert.deepEqual(at(file, marked).labels, []);
		});
	}
});
