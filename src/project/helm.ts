import { serviceNamed } from '../model/catalog/services.ts';
import type { Place, Said } from '../model/projects/place.ts';
import type { Secret, Usage } from '../model/projects/usage.ts';
import { readJson } from './json-tree.ts';
import { outboundPlace, PARAMETER_KEYS, parametersOf, systemNames } from './parameters.ts';
import { type ProjectFiles, uriOf } from './project-files.ts';
import { allAt, hasKey, itemsAt, mergedDeeply, type SaidTree, saidAt, textAt } from './said-tree.ts';
import { secretsIn } from './secrets.ts';
import { yamlOf } from './yaml-of.ts';

export const CHART_FILE = 'chart/Chart.yaml';
export const VALUES_FILE = 'chart/values.yaml';

/** What a Helm chart says. */
export interface Chart {
	readonly usages: readonly Usage[];
	readonly secrets: readonly Secret[];
	readonly broken: readonly Place[];
}

/**
 * Reads the service instances of a chart, as `cds add kyma` makes it: a dependency `service-instance` with an alias, whose
 * values are below that alias. `parameters` are merged over `jsonParameters` at every level.
 */
export function readChart(files: ProjectFiles): Chart | undefined {
	if (!files.texts.has(CHART_FILE) || !files.texts.has(VALUES_FILE)) {
		return undefined;
	}
	const chart = yamlOf(files, CHART_FILE);
	const values = yamlOf(files, VALUES_FILE);
	const release = textAt(chart.documents[0], 'name')?.value ?? '';
	const usages = itemsAt(chart.documents[0], 'dependencies').flatMap((dependency) => {
		const alias = textAt(dependency, 'alias') ?? textAt(dependency, 'name');
		return textAt(dependency, 'name')?.value === 'service-instance' && alias
			? usageOf(files, alias, release, saidAt(values.documents[0], alias.value))
			: [];
	});
	return {
		usages,
		secrets: usages.flatMap(({ resource }) => [
			...secretsIn(saidAt(values.documents[0], resource.value, 'parameters')),
			...secretsIn(fileOfParameters(files, resource.value)),
		]),
		broken: [chart, values].flatMap(({ broken }) => broken ?? []),
	};
}

/** The name that the chart gives an instance in the cluster, which is the instance's own without an `externalName`. */
export function nameInCluster(
	release: string,
	alias: string,
	{ nameOverride: name = alias, fullnameOverride }: Overrides,
): string {
	return fullnameOverride ?? (release === '' || release === name ? name : `${release}-${name}`);
}

/** What the values of an instance may say instead of its alias, and instead of its whole name. */
interface Overrides {
	readonly nameOverride: string | undefined;
	readonly fullnameOverride: string | undefined;
}

function usageOf(
	files: ProjectFiles,
	alias: Said,
	release: string,
	values: SaidTree | undefined,
): readonly Usage[] {
	const service = textAt(values, 'serviceOfferingName');
	if (!service || !serviceNamed(service.value)) {
		return [];
	}
	const parameters = saidAt(values, 'parameters');
	const json = textAt(values, 'jsonParameters');
	const below = json ? jsonIn(json) : fileOfParameters(files, alias.value);
	const effective = mergedDeeply(below, parameters);
	const names = systemNames([textAt(parameters, 'systemName'), textAt(below, 'systemName')], []);
	const external = textAt(values, 'externalName');
	const own = nameInCluster(release, alias.value, {
		nameOverride: textAt(values, 'nameOverride')?.value,
		fullnameOverride: textAt(values, 'fullnameOverride')?.value,
	});
	return [
		{
			project: files.folder,
			deployer: 'kyma',
			resource: alias,
			stage: undefined,
			instance: external ?? { value: own, at: alias.at },
			service,
			plan: textAt(values, 'servicePlanName'),
			system: names[0],
			// Usually `--set-file` brings the file of parameters.
			isNamedElsewhere: !hasKey(values, 'jsonParameters'),
			names,
			...parametersOf(effective),
			outboundAt: outboundPlace(effective, alias.at),
			hidden: undefined,
			updatesAt: undefined,
			existingAt: undefined,
		},
	];
}

/** The file that is named like an instance, for `--set-file ALIAS.jsonParameters=ALIAS.json`. */
function fileOfParameters(files: ProjectFiles, alias: string): SaidTree | undefined {
	const path = `${alias}.json`;
	const { tree } = readJson(uriOf(files, path), files.texts.get(path) ?? '');
	return PARAMETER_KEYS.some((key) => hasKey(tree, key)) ? tree : undefined;
}

/** What a text of JSON in a YAML file says; escapes in it leave no places but that of the whole text. */
function jsonIn({ value, at }: Said): SaidTree | undefined {
	const { tree } = readJson(at.file, value);
	return tree && allAt(tree, at);
}
