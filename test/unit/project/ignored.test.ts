import assert from 'node:assert/strict';
import { checkProject } from '../../../src/model/projects/check-project.ts';
import { isIgnored } from '../../../src/project/ignored.ts';
import { readProject } from '../../../src/project/read-project.ts';
import { landscape, registeredSystem } from '../factories.ts';

const MTA = `resources:
  # about this resource
  - name: orders-api-access # here
    type: org.cloudfoundry.managed-service
    parameters:
      service: s4-hana-cloud
      service-plan: api-access
      path: s4.json
`;
const JSON_FILE = `{ "systemName": "Nobody", "communicationArrangement": { "scenarioId": "x" } }`;

/** The codes of what remains, with comments in `mta.yaml` and codes in the settings. */
function codes(mta: string, ignored: readonly string[] = []): readonly string[] {
	const texts = new Map([
		['mta.yaml', mta],
		['s4.json', JSON_FILE],
	]);
	const project = readProject({ folder: 'file:///p', texts, large: [] });
	assert(project);
	const context = {
		landscapes: [landscape({ systems: [registeredSystem()] })],
		projects: [project],
		isTracked: () => true,
	};
	const textOf = (file: string) => texts.get(file.slice('file:///p/'.length));
	return checkProject(project, context)
		.filter((finding) => !isIgnored(finding, project, { codes: ignored, textOf }))
		.map(({ code }) => code)
		.sort();
}

const ALL = ['project-scenario-malformed', 'project-system-unknown', 'project-updates-not-skipped'];
const WITHOUT_UPDATES = ['project-scenario-malformed', 'project-system-unknown'];

describe('a finding in a project is silenced', () => {
	it('by a comment in its line, or in the lines of comments above it', () => {
		assert.deepEqual(codes(MTA), ALL);
		const comment = 'system-landscape: ignore project-updates-not-skipped';
		assert.deepEqual(codes(MTA.replace('# here', `# ${comment}`)), WITHOUT_UPDATES);
		assert.deepEqual(codes(MTA.replace('# about', `# ${comment}\n  # about`)), WITHOUT_UPDATES);
		assert.deepEqual(codes(MTA.replaceAll('\n', '\r\n').replace('# here', `# ${comment}`)), WITHOUT_UPDATES);
	});

	it('in a file of parameters by a comment at the resource that names it', () => {
		assert.deepEqual(
			codes(MTA.replace('# here', '# system-landscape: ignore project-system-unknown, project-scenario-*')),
			['project-updates-not-skipped'],
		);
	});

	it('by the setting, with * for any characters', () => {
		assert.deepEqual(codes(MTA, ['project-s*']), ['project-updates-not-skipped']);
		assert.deepEqual(codes(MTA, ['*']), []);
		assert.deepEqual(codes(MTA, ['project-*-*-skipped']), WITHOUT_UPDATES);
		assert.deepEqual(codes(MTA, ['project-s*d*', 'project-updates-not-skipped-*', 'updates', '']), [
			'project-system-unknown',
			'project-updates-not-skipped',
		]);
	});

	it('by nothing else: another code, or a comment elsewhere', () => {
		assert.deepEqual(codes(MTA.replace('# here', '# system-landscape: ignore project-secret')), ALL);
		assert.deepEqual(codes(`${MTA}# system-landscape: ignore project-updates-not-skipped\n`), ALL);
	});
});
