import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkProject } from '../../src/model/projects/check-project.ts';
import { readProject } from '../../src/project/read-project.ts';
import { inUse } from '../unit/factories.ts';

const FIXTURES = join(import.meta.dirname, '..', 'unit', 'project', 'fixtures');
const COUNT = 50;

/** The files of the fixtures, again and again until there are so many projects, and two ways to read them. */
export function projectReading() {
	const names = readdirSync(FIXTURES);
	const projects = Array.from({ length: COUNT }, (_, index) => ({
		folder: `file:///p${index}`,
		texts: textsOf(names[index % names.length] ?? ''),
		large: [],
	}));
	const context = { landscapes: [inUse()], isTracked: () => true };
	return {
		count: COUNT,
		size: projects.flatMap(({ texts }) => [...texts.values()]).reduce((sum, { length }) => sum + length, 0),
		read: () => {
			// As read for the first time: what was read is remembered for its files.
			const all = projects.flatMap((files) => readProject({ ...files }) ?? []);
			return all.map((project) => checkProject(project, { ...context, projects: all }));
		},
		parse: () => projects.map(({ texts }) => [...texts.values()].map((text) => parseAllDocuments(text))),
	};
}

function textsOf(name: string): ReadonlyMap<string, string> {
	const root = join(FIXTURES, name);
	const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && entry.name !== 'expected.txt',
	);
	return new Map(
		files.map(({ parentPath, name: file }) => {
			const path = join(parentPath, file);
			return [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
		}),
	);
}
