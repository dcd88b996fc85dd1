import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Connection } from '../../../../src/model/projects/connection.ts';
import type { ConnectPlan, PlannedFile } from '../../../../src/project/connect/plan.ts';
import { planConnection } from '../../../../src/project/connect/plan-connection.ts';
import { readProject } from '../../../../src/project/read-project.ts';
import { applied } from './applied.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const GOLDEN = 'expected.txt';
const OWN = [GOLDEN, 'connection.json'];

function filesOf(name: string): Map<string, string> {
	const root = join(fixtures, name);
	const paths = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !OWN.includes(entry.name))
		.map(({ parentPath, name: file }) => relative(root, join(parentPath, file)).replaceAll('\\', '/'));
	return new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function connectionOf(name: string): Connection {
	return JSON.parse(readFileSync(join(fixtures, name, 'connection.json'), 'utf8'));
}

const connect = (texts: ReadonlyMap<string, string>, connection: Connection): ConnectPlan =>
	planConnection({ folder: 'file:///p', texts, large: [] }, connection);

/** The text of a file with its edits marked: `+[...]` is added, `~[old→new]` replaced. */
function marked(text: string, file: PlannedFile): string {
	if ('created' in file) {
		return file.created;
	}
	let result = '';
	let done = 0;
	for (const { start, end, text: written, isReplacement } of file.edits) {
		result += text.slice(done, start);
		result += isReplacement
			? `~[${text.slice(start, end)}→${written}]`
			: `${text.slice(start, end) && `-[${text.slice(start, end)}]`}+[${written}]`;
		done = end;
	}
	return result + text.slice(done);
}

function told(texts: ReadonlyMap<string, string>, plan: ConnectPlan): string {
	if (!plan.ok) {
		return `${plan.code}: ${plan.message}\n`;
	}
	const { commands, deployments, destination, isJava } = plan.remaining;
	return [
		...plan.files.flatMap((file) => [
			`── ${file.path}`,
			marked(texts.get(file.path) ?? '', file).replaceAll('\r', '␍'),
		]),
		'── remaining',
		...commands,
		...deployments,
		`destination ${destination}${isJava ? ', by hand in Java' : ''}`,
		'',
	].join('\n');
}

describe('connecting a project', () => {
	for (const name of readdirSync(fixtures)) {
		it(`writes what the deployer needs, or says why not: ${name.replaceAll('-', ' ')}`, () => {
			const texts = filesOf(name);
			const result = told(texts, connect(texts, connectionOf(name)));
			const golden = join(fixtures, name, GOLDEN);
			if (process.env.UPDATE_GOLDEN || !existsSync(golden)) {
				writeFileSync(golden, result);
			}
			assert.equal(result, readFileSync(golden, 'utf8'));
		});

		it(`is what was asked for, and nothing the second time: ${name.replaceAll('-', ' ')}`, () => {
			const texts = filesOf(name);
			const connection = connectionOf(name);
			const plan = connect(texts, connection);
			if (!plan.ok) {
				return;
			}
			const after = applied(texts, plan.files);
			assert.deepEqual(connect(after, connection), { ...plan, files: [] });
			const project = readProject({ folder: 'file:///p', texts: after, large: [] });
			const usages = project?.usages.filter(({ resource }) => resource.value === connection.resource) ?? [];
			const wanted =
				connection.stages.length > 0 ? connection.stages.map(({ system }) => system) : [connection.system];
			assert.deepEqual(usages.map(({ system }) => system?.value ?? '').toSorted(), wanted.toSorted());
			for (const usage of usages) {
				assert.equal(usage.instance.value, plan.remaining.destination);
				assert.equal(usage.plan?.value, connection.plan);
				assert.equal(usage.scenario?.value, connection.scenario);
				assert.equal(usage.arrangement?.value, connection.arrangementName);
				assert.equal(usage.clientId?.value, connection.emClientId);
				const isBusinessPartner = connection.scenario === 'SAP_COM_0008';
				assert.equal(usage.outboundServices.length, isBusinessPartner ? 9 : 0);
				assert(usage.outboundServices.every(({ isActive }) => !isActive));
			}
			// What a person leaves out of the preview comes with the next plan.
			const partly = applied(texts, plan.files, true);
			const rest = connect(partly, connection);
			assert(rest.ok);
			assert.deepEqual(applied(partly, rest.files), after);
		});
	}
});
