import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from '../../model/decision.ts';
import { ADD_DEPLOYER, type Connection } from '../../model/projects/connection.ts';
import { CHART_FILE, VALUES_FILE } from '../helm.ts';
import { MTA_FILE } from '../mta.ts';
import type { ProjectFiles } from '../project-files.ts';

/** The files that a deployer reads. */
export const DEPLOYER_FILES: Readonly<Record<Connection['deployer'], readonly [string, ...string[]]>> = {
	'cloud-foundry': [MTA_FILE],
	kyma: [CHART_FILE, VALUES_FILE],
};

/** Refuses a deployer whose files a project doesn't have, with `project-not-deployable` and what adds them. */
export function checkDeployer(
	{ folder, texts }: ProjectFiles,
	deployer: Connection['deployer'],
): Refusal | undefined {
	const missing = DEPLOYER_FILES[deployer].find((path) => !texts.has(path));
	return missing === undefined
		? undefined
		: refuse(
				'project-not-deployable',
				l10n.t`The project has no ${missing}. Add it first: ${ADD_DEPLOYER[deployer]}`,
				{ command: 'addDeployer', fields: { project: folder, deployer } },
			);
}
