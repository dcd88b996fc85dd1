import { SERVICES } from '../model/catalog/services.ts';
import type { NotRead, Project, Usage } from '../model/projects/usage.ts';
import { readChart, VALUES_FILE } from './helm.ts';
import { readJson } from './json-tree.ts';
import { MTA_FILE, parameterPaths, readMta } from './mta.ts';
import { isJavaProject, missingPackages, usesCap } from './packages.ts';
import { outboundPlace, parametersOf, systemNames } from './parameters.ts';
import { type ProjectFiles, uriOf } from './project-files.ts';
import { type RequiredServices, readRemoteServices, readRequiredServices } from './required-services.ts';
import { entriesAt, hasKey, type SaidTree, saidAt, textAt } from './said-tree.ts';
import { secretsIn } from './secrets.ts';
import { mayBeServiceInstance, readServiceInstance } from './service-instance.ts';
import { yamlOf } from './yaml-of.ts';

const MANIFEST = 'package.json';
const JAVA_CONFIGURATION = /^(?:[^/]+\/)?src\/main\/resources\/application\.ya?ml$/;
const CODE = '.cdsrc.js';

/** Reads a project; `undefined` where its files are those of none: neither CAP's nor an MTA's. Never throws. */
export function readProject(files: ProjectFiles): Project | undefined {
	const { folder, texts } = files;
	const notRead: NotRead[] = files.large.map((path) => ({
		reason: 'large',
		at: { file: uriOf(files, path), start: 0, end: 0 },
	}));
	const json = (path: string, isLenient = false): SaidTree | undefined => {
		const text = texts.get(path);
		const read = text === undefined ? undefined : readJson(uriOf(files, path), text, isLenient);
		if (read?.error) {
			notRead.push({ reason: 'syntax', at: read.error });
		}
		return read?.tree;
	};
	const manifest = json(MANIFEST);
	const mta = readMta(files);
	if (!mta && !usesCap(manifest) && !isJavaProject(texts)) {
		return undefined;
	}
	const chart = readChart(files);
	const manifests = serviceInstances(files);
	const broken = [...(mta?.broken ?? []), ...(chart?.broken ?? [])];
	notRead.push(...broken.map((at) => ({ reason: 'syntax' as const, at })));
	if (texts.has(CODE)) {
		notRead.push({ reason: 'code', at: { file: uriOf(files, CODE), start: 0, end: 0 } });
	}
	const required = requiredServices(files, manifest, (path) => json(path, true));
	const byHand = parametersByHand(files);
	const charted = (chart?.usages ?? []).map((usage) => withFileOfParameters(usage, byHand));
	const deployed = [...(mta?.usages ?? []), ...charted, ...manifests.map(({ usage }) => usage)];
	const named = new Set(charted.flatMap(({ names }) => names.map(({ at }) => at.file)));
	const alone = byHand.map(({ usage }) => usage).filter(({ resource: { at } }) => !named.has(at.file));
	return {
		folder,
		usages: [...deployed, ...alone],
		destinations: required.flatMap(({ destinations }) => destinations),
		existingInstances: mta?.existingInstances ?? [],
		remnants: required.flatMap(({ remnants }) => remnants),
		secrets: [
			...(mta?.secrets ?? []),
			...(chart?.secrets ?? []),
			...manifests.flatMap(({ secrets }) => secrets),
			...required.flatMap(({ secrets }) => secrets),
			...[...new Set([...parameterPaths(files), ...byHand.map(({ path }) => path)])].flatMap((path) =>
				secretsIn(readJson(uriOf(files, path), texts.get(path) ?? '').tree),
			),
		],
		parameterFiles: mta?.parameterFiles ?? [],
		destinationServiceAt: mta?.destinationServiceAt,
		missingPackages: manifest && deployed.length > 0 ? missingPackages(manifest) : undefined,
		deploymentUnreadAt: broken[0],
		notRead,
	};
}

/** What CAP and CAP Java say of required services. */
function requiredServices(
	files: ProjectFiles,
	manifest: SaidTree | undefined,
	json: (path: string) => SaidTree | undefined,
): readonly RequiredServices[] {
	const yaml = (path: string) => yamlOf(files, path).documents;
	const cds = [
		...yaml('.cdsrc.yaml'),
		json('.cdsrc.json'),
		saidAt(manifest, 'cds'),
		json('.cdsrc-private.json'),
	];
	const java = [...files.texts.keys()].filter((path) => JAVA_CONFIGURATION.test(path));
	return [
		readRequiredServices(cds.filter((tree) => tree !== undefined)),
		...java.map((path) => readRemoteServices(yaml(path))),
	];
}

/** The manifests of service instances, in any YAML file. */
function serviceInstances(files: ProjectFiles) {
	return [...files.texts]
		.filter(
			([path, text]) =>
				/\.ya?ml$/.test(path) && path !== MTA_FILE && path !== VALUES_FILE && mayBeServiceInstance(text),
		)
		.flatMap(([path]) => yamlOf(files, path).documents)
		.flatMap((tree) => readServiceInstance(files.folder, tree) ?? []);
}

/**
 * An instance of a chart with the file of parameters that the command line brings, `--set-file ALIAS.jsonParameters=FILE`:
 * the only one for its plan, where the values name no system.
 */
function withFileOfParameters(usage: Usage, byHand: ReturnType<typeof parametersByHand>): Usage {
	const candidates = byHand.filter(({ usage: { plan } }) => plan?.value === usage.plan?.value);
	const [file] = candidates.length === 1 && !usage.system ? candidates : [];
	if (!file) {
		return usage;
	}
	const { project, deployer, resource, stage, instance, service, plan } = usage;
	return { ...file.usage, project, deployer, resource, stage, instance, service, plan };
}

/**
 * The files of parameters that nothing in the project names: for `cf create-service … -c` or `helm … --set-file`. What
 * they are for isn't written anywhere, so the plan is the one whose parameters they have.
 */
function parametersByHand(files: ProjectFiles): readonly { readonly path: string; readonly usage: Usage }[] {
	const named = new Set(parameterPaths(files));
	return [...files.texts].flatMap(([path, text]) => {
		if (named.has(path) || !path.endsWith('.json') || !text.includes('"systemName"')) {
			return [];
		}
		const at = { file: uriOf(files, path), start: 0, end: 0 };
		const { tree } = readJson(at.file, text);
		const system = textAt(tree, 'systemName');
		const isMessaging = hasKey(tree, 'emClientId');
		if (!tree || !system || !(isMessaging || hasKey(tree, 'communicationArrangement'))) {
			return [];
		}
		const place = entriesAt(tree).get('systemName')?.key ?? at;
		const names = systemNames([system], []);
		const usage: Usage = {
			project: files.folder,
			deployer: 'by-hand',
			resource: { value: path, at: place },
			stage: undefined,
			instance: { value: '', at: place },
			service: { value: SERVICES[0]?.name ?? '', at: place },
			plan: { value: isMessaging ? 'messaging' : 'api-access', at: place },
			system: names[0],
			isNamedElsewhere: false,
			names,
			...parametersOf(tree),
			outboundAt: outboundPlace(tree, place),
			hidden: undefined,
			updatesAt: undefined,
			existingAt: undefined,
		};
		return [{ path, usage }];
	});
}
