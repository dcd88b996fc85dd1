import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { applyEdits } from '../../../src/document/edit.ts';
import { checkProject } from '../../../src/model/projects/check-project.ts';
import type { ProjectFinding } from '../../../src/model/projects/finding.ts';
import type { Project } from '../../../src/model/projects/usage.ts';
import { usageState } from '../../../src/model/projects/usage-state.ts';
import { projectFixesOf } from '../../../src/project/fixes.ts';
import { readProject } from '../../../src/project/read-project.ts';
import { DEV, entitlement, inUse, landscape, registeredSystem, subaccount, system } from '../factories.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const GOLDEN = 'expected.txt';
const LANDSCAPE = inUse({
	systems: [registeredSystem(), system({ name: 'QAS' }), registeredSystem({ name: 'PRD' })],
	subaccounts: [subaccount([entitlement(), entitlement({ plan: 'messaging' })])],
});

function filesOf(name: string): Map<string, string> {
	const root = join(fixtures, name);
	const paths = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== GOLDEN)
		.map(({ parentPath, name: file }) => relative(root, join(parentPath, file)).replaceAll('\\', '/'));
	return new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const pathOf = (file: string) => decodeURIComponent(file.slice('file:///p/'.length));

/** The lines that one text has and the other hasn't. */
function changedLines(before: string, after: string): readonly string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	let start = 0;
	while (start < old.length && old[start] === now[start]) {
		start++;
	}
	let tail = 0;
	while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) {
		tail++;
	}
	const shown = (sign: string, lines: readonly string[]) =>
		lines.slice(start, lines.length - tail).map((line) => `    ${sign}${line}`);
	return [...shown('-', old), ...shown('+', now)];
}

/** What a person would see of a project: its usages with their state, and the findings with file, line and column. */
function told(texts: ReadonlyMap<string, string>, project: Project | undefined): string {
	const placeOf = (file: string, offset: number) => {
		const path = pathOf(file);
		const before = (texts.get(path) ?? '').slice(0, offset).split('\n');
		return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
	};
	if (!project) {
		return 'no project\n';
	}
	const context = { landscapes: [LANDSCAPE], projects: [project], isTracked: () => true };
	return [
		...project.usages.map((usage) => {
			const { deployer, resource, instance, plan, system: named, scenario, stage } = usage;
			const facts = [deployer, resource.value, instance.value, plan?.value, named?.value, scenario?.value];
			const own = stage ? ` in ${placeOf(stage, 0)}` : '';
			return `usage ${facts.map((fact) => fact ?? '-').join(' · ')}: ${usageState(usage, [LANDSCAPE])}${own}`;
		}),
		...checkProject(project, context).flatMap((finding) => {
			const { severity, code, message, at } = finding;
			const text = texts.get(pathOf(at.file)) ?? '';
			return [
				`${severity} ${code} ${placeOf(at.file, at.start)} ${message}`,
				...projectFixesOf(finding, text).flatMap(({ title, edits }) => [
					`  fix: ${title}`,
					...changedLines(text, applyEdits(text, edits)),
				]),
			];
		}),
		'',
	].join('\n');
}

// biome-ignore format: the test of the documentation reads titles in one line.
describe('a project (R-CAP-1, R-CAP-2, R-CAP-3, R-CAP-4, R-CAP-5, R-CAP-6, R-CAP-7, R-CAP-8, R-CAP-9, R-CAP-10, R-CAP-11, R-CAP-12, R-CAP-13)', () => {
	for (const name of readdirSync(fixtures)) {
		it(`is read and checked: ${name.replaceAll('-', ' ')}`, () => {
			const texts = filesOf(name);
			const result = told(texts, readProject({ folder: 'file:///p', texts, large: [] }));
			const golden = join(fixtures, name, GOLDEN);
			if (process.env.UPDATE_GOLDEN) {
				writeFileSync(golden, result);
			}
			assert.equal(result, readFileSync(golden, 'utf8'));
		});

		it(`has no finding that its own fix leaves: ${name.replaceAll('-', ' ')}`, () => {
			const texts = filesOf(name);
			for (const finding of findingsIn(texts)) {
				const path = pathOf(finding.at.file);
				const text = texts.get(path) ?? '';
				for (const { edits } of projectFixesOf(finding, text)) {
					const fixed = findingsIn(new Map(texts).set(path, applyEdits(text, edits)));
					assert(!fixed.some(({ code, message }) => code === finding.code && message === finding.message));
				}
			}
		});
	}
});

function findingsIn(texts: ReadonlyMap<string, string>): readonly ProjectFinding[] {
	const project = readProject({ folder: 'file:///p', texts, large: [] });
	const context = { landscapes: [LANDSCAPE], projects: project ? [project] : [], isTracked: () => true };
	return project ? checkProject(project, context) : [];
}

describe('the landscape that the projects are checked against', () => {
	it('has a system that is registered and entitled, one that is pending, and one without plans', () => {
		assert.deepEqual([...LANDSCAPE.systems.keys()], [DEV, 'QAS', 'PRD']);
		assert.equal(landscape().systems.size, 0);
	});
});
