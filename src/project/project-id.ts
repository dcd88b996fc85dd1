import { textIn } from './connect/complete.ts';
import { jsonTree } from './connect/json-plan.ts';
import { yamlTree } from './edit-yaml.ts';
import { MTA_FILE } from './mta.ts';
import type { ProjectFiles } from './project-files.ts';

/**
 * What a project calls itself: the id in `mta.yaml`, or the name in `package.json` without its scope; nothing where neither
 * says it.
 */
export function projectId({ texts }: ProjectFiles): string | undefined {
	const manifest = jsonTree(texts.get('package.json') ?? '', false);
	const name = textIn(yamlTree(texts.get(MTA_FILE) ?? ''), 'ID') || textIn(manifest, 'name');
	return name ? name.replace(/^@[^/]*\//, '') : undefined;
}
