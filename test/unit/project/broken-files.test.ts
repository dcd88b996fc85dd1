import assert from 'node:assert/strict';
import { checkProject } from '../../../src/model/projects/check-project.ts';
import { projectFixesOf } from '../../../src/project/fixes.ts';
import { readProject } from '../../../src/project/read-project.ts';
import { namesIn, renameAt } from '../../../src/project/rename.ts';
import { MISSPELT, MTA } from '../../browser/orders-project.ts';
import { inUse } from '../factories.ts';

describe('a file of a project with a syntax error', () => {
	const text = MTA.replace(/ {6}skip-service-updates.*\n/, '');
	const broken = `${text}  - name: [\n`;
	const read = (mta: string) => {
		const project = readProject({ folder: 'file:///p', texts: new Map([['mta.yaml', mta]]), large: [] });
		assert(project);
		const context = { landscapes: [inUse({})], projects: [project], isTracked: () => true };
		return { project, findings: checkProject(project, context) };
	};

	it('gets no fix, since nothing is written to it', () => {
		const fixed = (mta: string) =>
			read(mta).findings.filter((finding) => projectFixesOf(finding, mta).length > 0);
		assert.deepEqual(
			fixed(text).map(({ code }) => code),
			['project-system-unknown', 'project-updates-not-skipped'],
		);
		assert.deepEqual(fixed(broken), []);
	});

	it('gets no fix in JSON, either', () => {
		const manifest = `{
	"dependencies": { "@sap/cds": "^9" },
	"cds": { "requires": { "ORDERS": { "kind": "odata-v2", "credentials": { "destination": "orders-api-acces" } } } }
}`;
		const fixes = (json: string) => {
			const texts = new Map([
				['mta.yaml', MTA],
				['package.json', json],
			]);
			const project = readProject({ folder: 'file:///p', texts, large: [] });
			assert(project);
			const context = { landscapes: [inUse({})], projects: [project], isTracked: () => true };
			return checkProject(project, context)
				.filter(({ at }) => at.file.endsWith('package.json'))
				.flatMap((finding) => projectFixesOf(finding, json).map(({ title }) => title));
		};
		assert.deepEqual(fixes(manifest), ['Change to "orders-api-access"']);
		assert.deepEqual(fixes(manifest.replace(/\}$/, ', }}')), []);
	});

	it('keeps its names when a system is renamed', () => {
		const renamed = (mta: string) =>
			namesIn(read(mta).project).flatMap(({ at }) => renameAt(mta, at, MISSPELT, 'PRD') ?? []);
		assert.equal(renamed(text).length, 1);
		assert.deepEqual(renamed(broken), []);
	});
});
