import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from '../../model/decision.ts';
import { ADD_DEPLOYER, type Connection } from '../../model/projects/connection.ts';
import { yamlTree } from '../edit-yaml.ts';
import { CHART_FILE, VALUES_FILE } from '../helm.ts';
import { MTA_FILE } from '../mta.ts';
import { type ProjectFiles, uriOf } from '../project-files.ts';
import { refuseUnreadable } from './plan.ts';

/** The files that a deployer reads. */
export const DEPLOYER_FILES: Readonly<Record<Connection['deployer'], readonly [string, ...string[]]>> = {
	'cloud-foundry': [MTA_FILE],
	kyma: [CHART_FILE, VALUES_FILE],
};

/**
 * Refuses a deployer whose files a project doesn't have, with `project-not-deployable` and what adds them, or whose files
 * can't be read, with `project-unreadable`.
 */
export function checkDeployer(files: ProjectFiles, deployer: Connection['deployer']): Refusal | undefined {
	const needed = DEPLOYER_FILES[deployer];
	const missing = needed.find((path) => !files.texts.has(path));
	const unread = checkRead(files, needed);
	if (unread || missing === undefined) {
		const broken = needed.find((path) => !yamlTree(files.texts.get(path) ?? ''));
		return unread ?? (broken === undefined ? undefined : refuseUnreadable(files, broken));
	}
	return refuse(
		'project-not-deployable',
		l10n.t`The project has no ${missing}. Add it first: ${ADD_DEPLOYER[deployer]}`,
		{ command: 'addDeployer', fields: { project: files.folder, deployer } },
	);
}

/** Refuses files that are there, but weren't read, with `project-unreadable`. */
export function checkRead(files: ProjectFiles, paths: readonly string[]): Refusal | undefined {
	const unread = paths.find((path) => files.large.includes(path));
	return unread === undefined
		? undefined
		: {
				...refuse(
					'project-unreadable',
					l10n.t`${unread} isn't read, as it's a link or larger than 1 MB. Make the change in the editor.`,
				),
				file: uriOf(files, unread),
			};
}
