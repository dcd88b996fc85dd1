import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { applyEdits } from '../../src/document/edit.ts';
import {
	type Connection,
	usualArrangement,
	usualResource,
	usualService,
} from '../../src/model/projects/connection.ts';
import type { Usage } from '../../src/model/projects/usage.ts';
import type { ConnectPlan } from '../../src/project/connect/plan.ts';
import { planConnection } from '../../src/project/connect/plan-connection.ts';
import type { ProjectFiles } from '../../src/project/project-files.ts';
import { readProject } from '../../src/project/read-project.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { CapTools } from './cap-tools.ts';
import { assertNothingLost } from './nothing-lost.ts';

const NAME = 'orders';
const SCENARIO = 'SAP_COM_0008';

/** A project on the disk that the real `cds` has made. */
export interface CapProject {
	readonly folder: string;
	/** What `cds` prints in the project. */
	cds(...args: readonly string[]): Promise<string>;
}

/** Makes a project for Node.js with `cds init` and `cds add`. */
export async function makeCapProject({ cds }: CapTools, ...features: readonly string[]): Promise<CapProject> {
	const above = temporaryFolder('cap');
	await cds(above, 'init', NAME, '--nodejs');
	const folder = join(above, NAME);
	const project = { folder, cds: (...args: readonly string[]) => cds(folder, ...args) };
	// As by a person who takes what is proposed.
	await project.cds('add', features.join(','), '--y');
	return project;
}

/** What a person chooses who takes what is proposed. */
export function usualConnection(
	deployer: Connection['deployer'],
	system = 'SAP S/4HANA DEV System',
): Connection {
	const service = usualService(SCENARIO);
	return {
		deployer,
		system,
		plan: 'api-access',
		scenario: SCENARIO,
		arrangementName: usualArrangement(NAME, SCENARIO),
		resource: usualResource(NAME, 'api-access', deployer),
		service: service?.name,
		servicePath: service?.path,
		inboundAuthentication: 'BasicAuthentication',
		emClientId: undefined,
		stages: [],
	};
}

/** Connects a project on the disk, and makes sure that a second plan changes nothing. */
export function connect(project: CapProject, connection: Connection): ConnectPlan & { ok: true } {
	const files = filesOf(project);
	const plan = planConnection(files, connection);
	assert(plan.ok);
	for (const file of plan.files) {
		const path = join(project.folder, file.path);
		mkdirSync(dirname(path), { recursive: true });
		const text = 'created' in file ? file.created : applyEdits(files.texts.get(file.path) ?? '', file.edits);
		writeFileSync(path, text);
	}
	assert.deepEqual(planConnection(filesOf(project), connection), { ...plan, files: [] });
	return plan;
}

/** Fails unless a connected project has the one usage that was planned, and all that its files said before. */
export function assertConnected(
	project: CapProject,
	plan: ConnectPlan & { ok: true },
	before: ReadonlyMap<string, string>,
): void {
	const [usage, ...others] = usagesIn(project);
	assert.deepEqual(others, []);
	assert.equal(usage?.system?.value, 'SAP S/4HANA DEV System');
	assert.equal(usage.instance.value, plan.remaining.destination);
	const after = filesOf(project).texts;
	for (const [path, text] of before) {
		assertNothingLost(parse(text), parse(after.get(path) ?? ''), path);
	}
}

/** The usages of systems in a project, as the extension reads them. */
export function usagesIn(project: CapProject): readonly Usage[] {
	return readProject(filesOf(project))?.usages ?? [];
}

/** The files that the extension would read in a project for Node.js. */
export function filesOf({ folder }: CapProject): ProjectFiles {
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
		.filter((path) => /^(?:(?:chart|srv)\/.*|[^/]*)\.(?:json|ya?ml)$/.test(path));
	return {
		folder: pathToFileURL(folder).href,
		texts: new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
		large: [],
	};
}
