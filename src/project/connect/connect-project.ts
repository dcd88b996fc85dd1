import * as l10n from '@vscode/l10n';
import { isRefusal, type Refusal, refuse } from '../../model/decision.ts';
import { type Connection, checkConnection } from '../../model/projects/connection.ts';
import { readJson } from '../json-tree.ts';
import { missingPackages } from '../packages.ts';
import type { ProjectFiles } from '../project-files.ts';
import { checkDeployer, DEPLOYER_FILES } from './check-deployer.ts';
import { connectChart } from './connect-chart.ts';
import { connectMta } from './connect-mta.ts';
import { connectRequires, isJava, PLACES_OF_REQUIRES } from './connect-requires.ts';
import type { ConnectPlan, PlannedFile, Remaining } from './plan.ts';

/**
 * *Connect CAP Project*: what changes in a project's files so that a deployment creates the service instance, and the
 * application reads from its destination. What is there is completed, never doubled; what contradicts is replaced by edits
 * of their own. A second plan for the files that come of it changes nothing. Refuses with the codes of
 * {@link checkConnection}, `project-not-deployable`, `project-unreadable`, `project-requires-missing`, `resource-taken` and
 * `service-module-ambiguous`, and then changes nothing.
 */
export function connectProject(files: ProjectFiles, connection: Connection): ConnectPlan {
	const refusal =
		checkConnection(connection) ??
		checkRead(files, [
			...DEPLOYER_FILES[connection.deployer],
			...PLACES_OF_REQUIRES.map(({ path }) => path),
		]) ??
		checkDeployer(files, connection.deployer);
	if (refusal) {
		return refusal;
	}
	const deployed =
		connection.deployer === 'kyma' ? connectChart(files, connection) : connectMta(files, connection);
	if (isRefusal(deployed)) {
		return deployed;
	}
	const required = connectRequires(files, connection, deployed.destination);
	if (!required.ok) {
		return required;
	}
	const planned: readonly PlannedFile[] = [...deployed.files, ...required.files];
	const unread = checkRead(
		files,
		planned.map(({ path }) => path),
	);
	if (unread) {
		return unread;
	}
	return {
		ok: true,
		files: planned,
		remaining: {
			commands: [...packageCommands(files), ...deployed.commands],
			destination: deployed.destination,
			isJava: isJava(files),
		},
	};
}

/** Refuses files that are there, but weren't read, with `project-unreadable`. */
function checkRead({ large }: ProjectFiles, paths: readonly string[]): Refusal | undefined {
	const unread = paths.find((path) => large.includes(path));
	return unread === undefined
		? undefined
		: refuse(
				'project-unreadable',
				l10n.t`${unread} isn't read, as it's a link or larger than 1 MB. Make the change in the editor.`,
			);
}

/** Packages without which CAP can't read from a destination. */
function packageCommands(files: ProjectFiles): Remaining['commands'] {
	const { tree } = readJson('', files.texts.get('package.json') ?? '');
	const missing = tree && missingPackages(tree);
	return missing ? [`npm install ${missing.names.join(' ')}`] : [];
}
