import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseJson } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import { applyEdits } from '../../../src/document/edit.ts';
import { checkProject } from '../../../src/model/projects/check-project.ts';
import type { Project } from '../../../src/model/projects/usage.ts';
import { projectFixesOf } from '../../../src/project/fixes.ts';
import { readProject } from '../../../src/project/read-project.ts';
import { namesIn, renameAt } from '../../../src/project/rename.ts';
import { DEV, entitlement, inUse, registeredSystem, subaccount, system } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { generatedProject } from './generated-project.ts';

const LANDSCAPE = inUse({
	systems: [registeredSystem(), system({ name: 'QAS' })],
	subaccounts: [subaccount([entitlement(), entitlement({ plan: 'messaging' })])],
});
const NAMES = ['PRD', 'S/4: "x" #1', "it's", '{{ .Values }}', 'yes', '010', DEV];

type Texts = ReadonlyMap<string, string>;

function projectOf(texts: Texts): Project {
	const project = readProject({ folder: 'file:///p', texts, large: [] });
	assert(project);
	return project;
}

const findingsIn = (texts: Texts) => {
	const project = projectOf(texts);
	return checkProject(project, { landscapes: [LANDSCAPE], projects: [project], isTracked: () => true });
};

const pathOf = (file: string) => decodeURIComponent(file.slice('file:///p/'.length));

function meaning(path: string, text: string): unknown {
	const plain = text.replace(/^\uFEFF/, '');
	return path.endsWith('.json') ? parseJson(plain) : parseYaml(plain);
}

/** What nobody asked to be changed: every comment and every line that says something else. */
function untouched(before: string, after: string, isChanged: (line: string) => boolean): void {
	const kept = (text: string) => text.split('\n').filter((line) => !isChanged(line));
	assert.deepEqual(kept(after), kept(before));
}

describe('any project, in whatever style it is written', () => {
	it('keeps every other byte when its systems are renamed, and says the new name everywhere', () => {
		forAll(80, generatedProject, fc.constantFrom(...NAMES), (texts, to) => {
			const project = projectOf(texts);
			for (const from of new Set(namesIn(project).map(({ value }) => value))) {
				const after = new Map(texts);
				const places = namesIn(project).filter(({ value }) => value === from);
				for (const { at } of places.toSorted((one, other) => other.at.start - one.at.start)) {
					const path = pathOf(at.file);
					const edit = renameAt(texts.get(path) ?? '', at, from, to);
					assert(edit, `${path}: ${from}`);
					after.set(path, applyEdits(after.get(path) ?? '', [edit]));
				}
				for (const [path, text] of texts) {
					const renamed = after.get(path) ?? '';
					untouched(text, renamed, (line) => /system-?name/i.test(line));
					const expected = JSON.stringify(meaning(path, text)).replaceAll(
						JSON.stringify(from),
						JSON.stringify(to),
					);
					assert.equal(JSON.stringify(meaning(path, renamed)), expected);
				}
				const now = projectOf(after).usages.map(({ system: named }) => named?.value);
				assert.deepEqual(
					now,
					project.usages.map(({ system: named }) => (named?.value === from ? to : named?.value)),
				);
			}
		});
	});

	it('keeps every other byte when a finding is fixed, and then lacks that finding', () => {
		forAll(80, generatedProject, (texts) => {
			for (const finding of findingsIn(texts)) {
				const path = pathOf(finding.at.file);
				const text = texts.get(path) ?? '';
				for (const { title, edits } of projectFixesOf(finding, text)) {
					const fixed = applyEdits(text, edits);
					const after = findingsIn(new Map(texts).set(path, fixed));
					const isSame = ({ code, message }: typeof finding) =>
						code === finding.code && message === finding.message;
					assert(!after.some(isSame), `${title}\n${text}\n${fixed}`);
					const comments = (written: string) =>
						written.split('\n').flatMap((line) => /(?:^|\s)#(?: .*)?$/.exec(line.trimEnd())?.[0] ?? []);
					assert.deepEqual(comments(fixed).length, comments(text).length, title);
					assert(edits.every(({ start, end }) => start <= end && end <= text.length));
				}
			}
		});
	});
});
