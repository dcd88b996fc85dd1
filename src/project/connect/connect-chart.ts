import * as l10n from '@vscode/l10n';
import { refuse } from '../../model/decision.ts';
import { shorten } from '../../model/names.ts';
import { type Connection, checkInstanceName } from '../../model/projects/connection.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { yamlTree } from '../edit-yaml.ts';
import { CHART_FILE, nameInCluster, VALUES_FILE } from '../helm.ts';
import type { ProjectFiles } from '../project-files.ts';
import { DEPLOYER_FILES } from './check-deployer.ts';
import { completed, listAt, valueAt } from './complete.ts';
import { connectParameters } from './connect-parameters.ts';
import { refuseUnreadable } from './connect-requires.ts';
import { type Deployed, plannedFile } from './plan.ts';
import { treeMap, wantedArrangement } from './wanted.ts';
import { planYaml } from './yaml-plan.ts';

const INSTANCE_CHART = 'service-instance';

/** The parameters of the authorization service, which `cds add xsuaa` makes. */
const SECURITY_FILE = 'xs-security.json';

/**
 * Writes a service instance to a Helm chart and its values, and binds the service to the destination service. Refuses with
 * `project-unreadable`, `resource-taken`, `resource-malformed`, and `project-not-deployable` where there is no chart.
 */
export function connectChart(files: ProjectFiles, connection: Connection): Deployed {
	const [chartText = '', valuesText = ''] = DEPLOYER_FILES.kyma.map((path) => files.texts.get(path));
	const chart = yamlTree(chartText);
	const values = yamlTree(valuesText);
	if (!chart || !values) {
		return refuseUnreadable(chart ? VALUES_FILE : CHART_FILE);
	}
	const { resource: alias, offering, plan } = connection;
	const own = valueAt(values, alias);
	const known = [valueAt(own, 'serviceOfferingName'), valueAt(own, 'servicePlanName')];
	const isOther = known.some((value, index) => value !== undefined && value !== [offering, plan][index]);
	const isOtherChart = listAt(chart, 'dependencies').some(
		(one) => aliasOf(one) === alias && valueAt(one, 'name') !== INSTANCE_CHART,
	);
	if (isOther || isOtherChart || (own !== undefined && !(own instanceof Map))) {
		return refuse('resource-taken', l10n.t`The chart has another "${shorten(alias)}". Choose another name.`);
	}
	const release = textIn(chart, 'name') ?? 'release';
	const name = nameInCluster(release, alias, {
		nameOverride: textIn(own, 'nameOverride'),
		fullnameOverride: textIn(own, 'fullnameOverride'),
	});
	const tooLong = checkInstanceName(name, 'kyma');
	if (tooLong) {
		return tooLong;
	}
	const destination = destinationAlias(values);
	const chartEdits = planYaml(chartText, (tree, extent) => {
		const wanted = [alias, destination].map((name) => dependency(tree, name));
		return completed(tree, treeMap({ dependencies: wanted }), extent) as TreeMap;
	});
	const { path, inValues } = placeOfParameters(own, connection);
	const valuesEdits = planYaml(valuesText, (tree, extent) => {
		const wanted = treeMap({
			...serviceBinding(tree, destination),
			[destination]: destinationService(tree, destination),
			[alias]: treeMap({
				serviceOfferingName: offering,
				servicePlanName: plan,
				parameters: inValues,
			}),
		});
		return completed(tree, wanted, extent) as TreeMap;
	});
	if (!chartEdits || !valuesEdits) {
		return refuseUnreadable(chartEdits ? VALUES_FILE : CHART_FILE);
	}
	const parameters = path === undefined ? undefined : connectParameters(files, path, connection, undefined);
	if (parameters && !parameters.ok) {
		return parameters;
	}
	return {
		ok: true,
		files: [
			...plannedFile(CHART_FILE, chartEdits),
			...plannedFile(VALUES_FILE, valuesEdits),
			...(parameters?.files ?? []),
		],
		destination: textIn(own, 'externalName') ?? name,
		commands: deployCommands(files, values, release, { alias, path }),
	};
}

function aliasOf(dependency: Tree): Tree | undefined {
	return valueAt(dependency, 'alias') ?? valueAt(dependency, 'name');
}

/** A dependency on the chart of service instances, of the version that the others have. */
function dependency(chart: TreeMap, alias: string): TreeMap {
	const others = listAt(chart, 'dependencies').filter((one) => valueAt(one, 'name') === INSTANCE_CHART);
	const own = others.find((one) => aliasOf(one) === alias);
	const version = valueAt(own ?? others[0], 'version') ?? '>0.0.0';
	return treeMap({ name: INSTANCE_CHART, alias, version });
}

/** The alias of the destination service, also of one that isn't there yet. */
function destinationAlias(values: TreeMap): string {
	return aliasFor(values, 'destination') ?? 'destination';
}

function aliasFor(values: TreeMap, offering: string): string | undefined {
	return [...values].find(([, value]) => valueAt(value, 'serviceOfferingName') === offering)?.[0];
}

/** The values of the destination service; those of a new one as `cds add destination` has them. */
function destinationService(values: TreeMap, alias: string): TreeMap {
	return treeMap({
		serviceOfferingName: 'destination',
		servicePlanName: 'lite',
		parameters: values.has(alias) ? undefined : treeMap({ version: '1.0.0' }),
	});
}

function textIn(tree: Tree | undefined, key: string): string | undefined {
	const value = valueAt(tree, key);
	return typeof value === 'string' ? value : undefined;
}

/** The binding of the service to the destination service; nothing where the chart has no `srv`, or it is bound already. */
function serviceBinding(values: TreeMap, destination: string): Readonly<Record<string, Tree>> {
	const bindings = valueAt(values, 'srv', 'bindings');
	const isBound =
		bindings instanceof Map &&
		[...bindings.values()].some((binding) => valueAt(binding, 'serviceInstanceName') === destination);
	return valueAt(values, 'srv') instanceof Map && !isBound
		? {
				srv: treeMap({
					bindings: treeMap({ [destination]: treeMap({ serviceInstanceName: destination }) }),
				}),
			}
		: {};
}

/**
 * Where parameters go: the system's name to the values; the rest, which is the same everywhere, to a file for `--set-file`,
 * unless the values have it already.
 */
function placeOfParameters(
	own: Tree | undefined,
	connection: Connection,
): { readonly path: string | undefined; readonly inValues: TreeMap } {
	const { system, plan, resource, emClientId } = connection;
	const arrangement = valueAt(own, 'parameters', 'communicationArrangement');
	const isInValues = arrangement !== undefined;
	return {
		path: plan === 'api-access' && !isInValues ? `${resource}.json` : undefined,
		inValues: treeMap({
			systemName: system,
			emClientId,
			communicationArrangement: isInValues ? wantedArrangement(connection, arrangement) : undefined,
		}),
	};
}

/** What deploys the chart, with the files of parameters that belong to it, also that of the authorization service. */
function deployCommands(
	{ texts }: ProjectFiles,
	values: TreeMap,
	release: string,
	parameters: { readonly alias: string; readonly path: string | undefined },
): readonly string[] {
	const alias = aliasFor(values, 'xsuaa');
	const hasFile = texts.has(SECURITY_FILE) && valueAt(values, alias ?? '', 'jsonParameters') === undefined;
	const flags = [{ alias, path: hasFile ? SECURITY_FILE : undefined }, parameters].flatMap((file) =>
		file.alias === undefined || file.path === undefined
			? []
			: [`--set-file ${file.alias}.jsonParameters=${file.path}`],
	);
	return ['cds build --production', ['helm upgrade --install', release, './gen/chart', ...flags].join(' ')];
}
