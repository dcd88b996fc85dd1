import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkProject } from '../../../src/model/projects/check-project.ts';
import { projectFixesOf } from '../../../src/project/fixes.ts';
import { readProject } from '../../../src/project/read-project.ts';
import { inUse } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { generatedProject } from './generated-project.ts';

/** What breaks a text: characters with a meaning, in the wrong place. */
const noise = fc.constantFrom(
	'{',
	'}',
	'[',
	']',
	':',
	'- ',
	'\n',
	'"',
	"'",
	'&a ',
	'*a',
	'{{ .Values.x }}',
	'---\n',
	'\t',
	'!!set ',
	'\uFEFF',
	'\0',
	'%',
	'|',
	'>',
);

/** Reads, checks and fixes; gives the findings, and how long reading took nobody waits for. */
function readAndFix(texts: ReadonlyMap<string, string>) {
	const project = readProject({ folder: 'file:///p', texts, large: [] });
	const found = project
		? checkProject(project, { landscapes: [inUse()], projects: [project], isTracked: () => true })
		: [];
	for (const finding of found) {
		const text = texts.get(decodeURIComponent(finding.at.file.slice('file:///p/'.length))) ?? '';
		assert(finding.at.start <= text.length && finding.at.end <= text.length + 1, JSON.stringify(finding));
		projectFixesOf(finding, text);
	}
	return found;
}

describe('a project with files that are anything', () => {
	it('is read without an exception when its texts are broken anywhere', () => {
		const breaks = fc.array(fc.tuple(fc.nat(), fc.nat(3), noise), { minLength: 1, maxLength: 5 });
		forAll(80, generatedProject, breaks, (texts, all) => {
			const broken = [...texts].map(([path, text]) => {
				const changed = all.reduce((current, [at, cut, what]) => {
					const start = at % (current.length + 1);
					return current.slice(0, start) + what + current.slice(start + cut);
				}, text);
				return [path, changed] as const;
			});
			readAndFix(new Map(broken));
		});
	});

	for (const [what, text] of [
		['100,000 brackets', '['.repeat(100_000)],
		[
			'aliases that unfold without end',
			`a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(10)}]`).join('\n')}\nresources: *j`,
		],
		['100,000 documents', '---\n'.repeat(100_000)],
		['a key that is a map', '? {a: b}\n: c\nresources: [{? {x: y} : z}]'],
		[
			'numbers, nulls and lists in place of all',
			'ID: 1\nresources: 7\nmodules: [null, 1, [2]]\n_schema-version: {}',
		],
		[
			'a resource without anything',
			'resources:\n  -\n  - name\n  - {}\n  - parameters: x\n  - parameters: {service: s4-hana-cloud}',
		],
		[
			'prototype keys',
			'__proto__:\n  resources: []\nresources:\n  - name: __proto__\n    parameters: {service: s4-hana-cloud, config: {__proto__: {systemName: x}}}',
		],
	] as const) {
		it(`is read in every file of it: ${what}`, () => {
			for (const path of [
				'mta.yaml',
				'dev.mtaext',
				'chart/Chart.yaml',
				'chart/values.yaml',
				'k8s/s4.yaml',
				'package.json',
				'.cdsrc.json',
				'.cdsrc.yaml',
				's4.json',
				'srv/src/main/resources/application.yaml',
				'pom.xml',
			]) {
				const others = [
					['mta.yaml', 'ID: a\nresources: []\n'],
					['chart/Chart.yaml', 'dependencies: [{name: service-instance, alias: a}]\n'],
					['chart/values.yaml', 'a: {serviceOfferingName: s4-hana-cloud}\n'],
				] as const;
				readAndFix(new Map([...others, [path, text]]));
			}
		});
	}
});
