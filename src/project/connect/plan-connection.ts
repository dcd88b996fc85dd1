import { isRefusal } from '../../model/decision.ts';
import { type Connection, checkConnection } from '../../model/projects/connection.ts';
import { readJson } from '../json-tree.ts';
import { isJavaProject, missingPackages } from '../packages.ts';
import type { ProjectFiles } from '../project-files.ts';
import { checkDeployer, checkRead } from './check-deployer.ts';
import { connectChart } from './connect-chart.ts';
import { connectMta } from './connect-mta.ts';
import { connectRequires, FILES_OF_REQUIRES } from './connect-requires.ts';
import type { ConnectPlan, PlannedFile, Remaining } from './plan.ts';

/**
 * *Connect CAP Project*: what changes in a project's files so that a deployment creates the service instance, and the
 * application reads from its destination. What is there is completed, never doubled; what contradicts is replaced by edits
 * of their own. A second plan for the files that come of it changes nothing. Refuses with the codes of
 * {@link checkConnection}, `project-not-deployable`, `project-unreadable`, `project-requires-missing`, `resource-taken`,
 * `stage-malformed` and `service-module-ambiguous`, and then changes nothing.
 */
export function planConnection(files: ProjectFiles, connection: Connection): ConnectPlan {
	const refusal = checkConnection(connection) ?? checkDeployer(files, connection.deployer);
	if (refusal) {
		return refusal;
	}
	const deployed =
		connection.deployer === 'kyma' ? connectChart(files, connection) : connectMta(files, connection);
	if (isRefusal(deployed)) {
		return deployed;
	}
	const required = connectRequires(files, connection, deployed.destination);
	if (isRefusal(required)) {
		return required;
	}
	const planned: readonly PlannedFile[] = [...deployed.files, ...required.files];
	const paths = planned.map(({ path }) => path);
	const unread = checkRead(
		files,
		connection.service === undefined ? paths : [...paths, ...FILES_OF_REQUIRES],
	);
	if (unread) {
		return unread;
	}
	return {
		ok: true,
		files: planned,
		remaining: {
			commands: [...(connection.service === undefined ? [] : packageCommands(files)), ...deployed.commands],
			deployments: deployed.deployments,
			destination: deployed.destination,
			isJava: isJavaProject(files.texts),
		},
	};
}

/** Packages without which CAP can't read from a destination. */
function packageCommands(files: ProjectFiles): Remaining['commands'] {
	const { tree } = readJson('', files.texts.get('package.json') ?? '');
	const missing = tree && !isJavaProject(files.texts) && missingPackages(tree);
	return missing ? [`npm install ${missing.names.join(' ')}`] : [];
}
