import { isRefusal } from '../../model/decision.ts';
import { type Connection, checkConnection } from '../../model/projects/connection.ts';
import { readJson } from '../json-tree.ts';
import { missingPackages } from '../packages.ts';
import type { ProjectFiles } from '../project-files.ts';
import { connectChart } from './connect-chart.ts';
import { connectMta } from './connect-mta.ts';
import { connectRequires } from './connect-requires.ts';
import type { ConnectPlan, Remaining } from './plan.ts';

/**
 * *Connect CAP Project*: what changes in a project's files so that a deployment creates the service instance, and the
 * application reads from its destination. What is there is completed, never doubled; what contradicts is replaced by edits
 * of their own. A second plan for the files that come of it changes nothing. Refuses with the codes of
 * {@link checkConnection}, `project-not-deployable`, `project-unreadable` and `resource-taken`, and then changes nothing.
 */
export function connectProject(files: ProjectFiles, connection: Connection): ConnectPlan {
	const refusal = checkConnection(connection);
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
	return {
		ok: true,
		files: [...deployed.files, ...required.files],
		remaining: {
			commands: [...packageCommands(files), ...deployed.commands],
			destination: deployed.destination,
			isJava: isJava(files),
		},
	};
}

/** Packages without which CAP can't read from a destination. */
function packageCommands(files: ProjectFiles): Remaining['commands'] {
	const { tree } = readJson('', files.texts.get('package.json') ?? '');
	const missing = tree && missingPackages(tree);
	return missing ? [`npm install ${missing.names.join(' ')}`] : [];
}

/** Whether the application is CAP Java's, which doesn't read `cds.requires`. */
function isJava({ texts }: ProjectFiles): boolean {
	return /\bcds-/.test(texts.get('pom.xml') ?? '');
}
