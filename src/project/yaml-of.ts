import { type ProjectFiles, uriOf } from './project-files.ts';
import { readYaml, type YamlFile } from './yaml-tree.ts';

const known = new WeakMap<ProjectFiles, Map<string, YamlFile>>();

/** What a YAML file of a project says; nothing where the file is absent. It's read once, however many readers ask. */
export function yamlOf(files: ProjectFiles, path: string): YamlFile {
	const read = known.get(files) ?? new Map<string, YamlFile>();
	known.set(files, read);
	const file = read.get(path) ?? readYaml(uriOf(files, path), files.texts.get(path) ?? '');
	read.set(path, file);
	return file;
}
