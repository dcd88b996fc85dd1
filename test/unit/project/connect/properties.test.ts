import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseJson } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import type { Connection } from '../../../../src/model/projects/connection.ts';
import { planConnection } from '../../../../src/project/connect/plan-connection.ts';
import { readProject } from '../../../../src/project/read-project.ts';
import { DEV } from '../../factories.ts';
import { forAll } from '../../property-runs.ts';
import { generatedProject } from '../generated-project.ts';
import { applied } from './applied.ts';
import { generatedChart } from './generated-chart.ts';

type Texts = ReadonlyMap<string, string>;

const connection = (deployer: Connection['deployer']): fc.Arbitrary<Connection> =>
	fc
		.record({
			system: fc.constantFrom(DEV, 'QAS', 'S/4: "x" #1', "it's", 'yes', '010', '- a', '&a *b'),
			plan: fc.constantFrom('api-access', 'messaging'),
			scenario: fc.constantFrom('SAP_COM_0008', 'SAP_COM_0109'),
			isNew: fc.boolean(),
			service: fc.constantFrom(undefined, 'API_BUSINESS_PARTNER'),
			stages: fc.constantFrom(0, 2),
		})
		.map(({ system, plan, scenario, isNew, service, stages }) => {
			const isAccess = plan === 'api-access';
			const known = deployer === 'kyma' ? 'api-access' : 'orders-api-access';
			return {
				deployer,
				system,
				plan,
				scenario: isAccess ? scenario : undefined,
				arrangementName: isAccess ? 'ORDERS_1' : undefined,
				emClientId: isAccess ? undefined : 'ord',
				resource: isNew ? 's4' : known,
				service,
				servicePath: service && '/sap/opu/odata/sap/API_BUSINESS_PARTNER',
				inboundAuthentication: 'BasicAuthentication',
				stages:
					deployer === 'kyma' || stages === 0
						? []
						: [
								{ file: 'dev.mtaext', system },
								{ file: 'prod.mtaext', system: 'PRD' },
							],
			};
		});

const connect = (texts: Texts, wanted: Connection) =>
	planConnection({ folder: 'file:///p', texts, large: [] }, wanted);

const meaning = (path: string, text: string): unknown => {
	const plain = text.replace(/^\uFEFF/, '');
	return path.endsWith('.json') ? parseJson(plain) : parseYaml(plain);
};

const comments = (text: string) =>
	text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#(?: .*)?)$/.exec(line.trimEnd())?.[1] ?? []);

/** Whether what a text said is all still there: what is added stands beside it. */
function assertKept(before: unknown, after: unknown, path: string): void {
	if (Array.isArray(before)) {
		assert(Array.isArray(after), path);
		for (const [index, item] of before.entries()) {
			assertKept(item, after[index], `${path}/${index}`);
		}
	} else if (typeof before === 'object' && before !== null) {
		for (const [key, value] of Object.entries(before)) {
			assertKept(value, (after as Record<string, unknown>)[key], `${path}/${key}`);
		}
	} else if (before !== null) {
		assert.deepEqual(after, before, path);
	}
}

function assertConnected(texts: Texts, wanted: Connection): void {
	const plan = connect(texts, wanted);
	if (!plan.ok) {
		// An instance that is only looked for, or of the other plan, isn't the one that is asked for.
		assert.equal(plan.code, 'resource-taken');
		assert.notEqual(wanted.resource, 's4');
		return;
	}
	const added = applied(texts, plan.files, true);
	const after = applied(texts, plan.files);
	for (const [path, text] of texts) {
		assertKept(meaning(path, text), meaning(path, added.get(path) ?? ''), path);
		for (const result of [added, after]) {
			const kept = comments(result.get(path) ?? '');
			assert.deepEqual(kept, comments(text), path);
		}
		const lines = (result: Texts) =>
			(result.get(path) ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
		const left = new Set(lines(after));
		const changed = lines(texts).filter(
			(line) => !left.has(line) && !/systemName|scenarioId|communication/.test(line),
		);
		const isOneLine = changed.every((line) => /[{}[\]",]\s*$|^\uFEFF?[{}]|isServiceActive/.test(line));
		assert(isOneLine, `${path}: ${changed.join('\n')}`);
	}
	assert.deepEqual(connect(after, wanted), { ...plan, files: [] });
	const rest = connect(added, wanted);
	assert(rest.ok);
	assert.deepEqual(applied(added, rest.files), after);
	const project = readProject({ folder: 'file:///p', texts: after, large: [] });
	// A system that `mta.yaml` names itself stays there; each stage says its own.
	const usages =
		project?.usages.filter(
			({ resource, stage }) =>
				resource.value === wanted.resource && (stage !== undefined || wanted.stages.length === 0),
		) ?? [];
	const systems = wanted.stages.length > 0 ? wanted.stages.map(({ system }) => system) : [wanted.system];
	assert.deepEqual(usages.map(({ system }) => system?.value).toSorted(), systems.toSorted());
	for (const usage of usages) {
		assert.equal(usage.plan?.value, wanted.plan);
		assert.equal(usage.instance.value, plan.remaining.destination);
		assert.equal(usage.clientId?.value, wanted.emClientId);
		if (wanted.plan === 'api-access') {
			assert.equal(usage.scenario?.value, wanted.scenario);
			assert.equal(usage.arrangement?.value, wanted.arrangementName);
		}
		if (wanted.scenario === 'SAP_COM_0008') {
			assert.equal(new Set(usage.outboundServices.map(({ value }) => value)).size, 9);
			assert(usage.outboundServices.every(({ isActive }) => !isActive));
		}
	}
	const used = project?.destinations.map(({ service, name }) => `${service} ${name.value}`);
	assert.deepEqual(used, wanted.service ? [`${wanted.service} ${plan.remaining.destination}`] : []);
}

describe('connecting any project, in whatever style it is written', () => {
	it('keeps every other byte, is what was asked for, and changes nothing the second time: Cloud Foundry', () => {
		forAll(60, generatedProject, connection('cloud-foundry'), assertConnected);
	});

	it('keeps every other byte, is what was asked for, and changes nothing the second time: Kyma', () => {
		forAll(60, generatedChart, connection('kyma'), assertConnected);
	});
});
