import * as l10n from '@vscode/l10n';
import { type Refusal, refuse } from '../../model/decision.ts';
import { shorten } from '../../model/names.ts';
import { CONNECTED_SERVICE } from '../../model/projects/connectable.ts';
import { type Connection, checkInstanceName } from '../../model/projects/connection.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { yamlTree } from '../edit-yaml.ts';
import { CHART_FILE, nameInCluster, VALUES_FILE } from '../helm.ts';
import { type ProjectFiles, uriOf } from '../project-files.ts';
import { DEPLOYER_FILES } from './check-deployer.ts';
import { completed, completedWith, listAt, textIn, treeMap, valueAt, type Wanted } from './complete.ts';
import { connectParameters } from './connect-parameters.ts';
import { jsonTree } from './json-plan.ts';
import { type Deployed, plannedFile, refuseUnreadable } from './plan.ts';
import { wantedArrangement } from './wanted.ts';
import { planYaml } from './yaml-plan.ts';

const INSTANCE_CHART = 'service-instance';

/** The parameters of the authorization service, which `cds add xsuaa` makes. */
const SECURITY_FILE = 'xs-security.json';

/**
 * Writes a service instance to a Helm chart and its values, and binds the service to the destination service. Refuses with
 * `project-unreadable`, `resource-taken` and `resource-malformed`.
 */
export function connectChart(files: ProjectFiles, connection: Connection): Deployed {
	const [chartText = '', valuesText = ''] = DEPLOYER_FILES.kyma.map((path) => files.texts.get(path));
	const chart = yamlTree(chartText);
	const values = yamlTree(valuesText);
	if (!chart || !values) {
		return refuseUnreadable(files, chart ? VALUES_FILE : CHART_FILE);
	}
	const { resource: alias, plan } = connection;
	const own = valueAt(values, alias);
	const release = textIn(chart, 'name') ?? 'release';
	const destination = destinationOf(values);
	const name = nameInCluster(release, alias, {
		nameOverride: textIn(own, 'nameOverride'),
		fullnameOverride: textIn(own, 'fullnameOverride'),
	});
	const refused = checkAlias(chart, own, connection, destination.alias) ?? checkInstanceName(name, 'kyma');
	if (refused) {
		return { ...refused, file: uriOf(files, VALUES_FILE) };
	}
	const chartEdits = planYaml(chartText, (tree) => {
		const dependencies = [alias, destination.alias].map((each) => dependency(tree, each));
		return completed(tree, treeMap({ dependencies }), 'lacking') as TreeMap;
	});
	const { path, inValues, inFile } = placeOfParameters(files, own, connection);
	const wanted: Wanted = {
		asked: treeMap({ [alias]: treeMap({ parameters: inValues.asked }) }),
		whole: treeMap({
			...serviceBinding(values, destination.alias),
			...(destination.isThere ? {} : { [destination.alias]: NEW_DESTINATION }),
			[alias]: treeMap({
				serviceOfferingName: CONNECTED_SERVICE,
				servicePlanName: plan,
				parameters: inValues.whole,
			}),
		}),
	};
	const valuesEdits = planYaml(valuesText, (tree, extent) => completedWith(tree, wanted, extent));
	if (!chartEdits || !valuesEdits) {
		return refuseUnreadable(files, chartEdits ? VALUES_FILE : CHART_FILE);
	}
	const parameters = path === undefined ? undefined : connectParameters(files, path, inFile);
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
		commands: ['cds build --production'],
		deployments: [deployment(files, values, release, { alias, path })],
	};
}

/** Refuses an alias that is something else's in the chart or its values with `resource-taken`. */
function checkAlias(
	chart: TreeMap,
	own: Tree | undefined,
	{ resource: alias, plan }: Connection,
	destination: string,
): Refusal | undefined {
	const dependencies = listAt(chart, 'dependencies').filter((one) => aliasOf(one) === alias);
	const isInstance = dependencies.every((one) => valueAt(one, 'name') === INSTANCE_CHART);
	const said = [valueAt(own, 'serviceOfferingName'), valueAt(own, 'servicePlanName')];
	const wanted = [CONNECTED_SERVICE, plan];
	const isSame = said.every((value, index) => value === undefined || value === wanted[index]);
	// Values of something else, such as `global`, name no service.
	const isOurs =
		own === undefined ||
		own === null ||
		(own instanceof Map && (dependencies.length > 0 || said[0] !== undefined));
	return isInstance && isSame && isOurs && alias !== destination
		? undefined
		: refuse('resource-taken', l10n.t`The chart has another "${shorten(alias)}". Choose another name.`);
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
function destinationOf(values: TreeMap): { readonly alias: string; readonly isThere: boolean } {
	const alias = aliasFor(values, 'destination') ?? 'destination';
	return { alias, isThere: values.has(alias) };
}

function aliasFor(values: TreeMap, offering: string): string | undefined {
	return [...values].find(([, value]) => valueAt(value, 'serviceOfferingName') === offering)?.[0];
}

/** The values of a destination service, as `cds add destination` has them. */
const NEW_DESTINATION = treeMap({
	serviceOfferingName: 'destination',
	servicePlanName: 'lite',
	parameters: treeMap({ version: '1.0.0' }),
});

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
 * unless the values have it already, or have JSON of their own, which that file would replace.
 */
function placeOfParameters(
	files: ProjectFiles,
	own: Tree | undefined,
	connection: Connection,
): { readonly path: string | undefined; readonly inValues: Wanted; readonly inFile: Wanted } {
	const { system, plan, resource, emClientId } = connection;
	const inValues = valueAt(own, 'parameters', 'communicationArrangement');
	const isInValues = inValues !== undefined || textIn(own, 'jsonParameters') !== undefined;
	const path = plan === 'api-access' && !isInValues ? `${resource}.json` : undefined;
	const inFile = path === undefined ? undefined : jsonTree(files.texts.get(path) ?? '');
	const known = isInValues ? inValues : valueAt(inFile, 'communicationArrangement');
	const arrangement = plan === 'api-access' ? wantedArrangement(connection, known) : undefined;
	const values = (extent: keyof Wanted) =>
		treeMap({
			systemName: system,
			emClientId,
			communicationArrangement: isInValues ? arrangement?.[extent] : undefined,
		});
	const file = (extent: keyof Wanted) =>
		treeMap({ communicationArrangement: isInValues ? undefined : arrangement?.[extent] });
	return {
		path,
		inValues: { whole: values('whole'), asked: values('asked') },
		inFile: { whole: file('whole'), asked: file('asked') },
	};
}

/** What deploys the chart, with the files of parameters that belong to it, also that of the authorization service. */
function deployment(
	{ texts }: ProjectFiles,
	values: TreeMap,
	release: string,
	parameters: { readonly alias: string; readonly path: string | undefined },
): string {
	const alias = aliasFor(values, 'xsuaa');
	const hasFile = texts.has(SECURITY_FILE) && valueAt(values, alias ?? '', 'jsonParameters') === undefined;
	const flags = [{ alias, path: hasFile ? SECURITY_FILE : undefined }, parameters].flatMap((file) =>
		file.alias === undefined || file.path === undefined
			? []
			: [`--set-file ${file.alias}.jsonParameters=${file.path}`],
	);
	return ['helm upgrade --install', release, './gen/chart', ...flags].join(' ');
}
