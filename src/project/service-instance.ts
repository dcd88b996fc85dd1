import { serviceNamed } from '../model/catalog/services.ts';
import type { Secret, Usage } from '../model/projects/usage.ts';
import { outboundPlace, parametersOf, systemNames } from './parameters.ts';
import { hasKey, type SaidTree, saidAt, textAt } from './said-tree.ts';
import { secretsIn } from './secrets.ts';

/** Whether a text may be a manifest of a service instance, so that it's worth to be read. */
export function mayBeServiceInstance(text: string): boolean {
	return /^\s*kind:\s*["']?ServiceInstance\b/m.test(text);
}

/** Reads a document of a manifest, `kind: ServiceInstance`; nothing where it is another one. */
export function readServiceInstance(
	project: string,
	tree: SaidTree,
): { readonly usage: Usage; readonly secrets: readonly Secret[] } | undefined {
	const spec = saidAt(tree, 'spec');
	const service = textAt(spec, 'serviceOfferingName');
	const resource = textAt(tree, 'metadata', 'name');
	const isOurs =
		textAt(tree, 'kind')?.value === 'ServiceInstance' &&
		/^services\.cloud\.sap(?:\.com)?\//.test(textAt(tree, 'apiVersion')?.value ?? '');
	if (!isOurs || !resource || !service || !serviceNamed(service.value)) {
		return undefined;
	}
	const parameters = saidAt(spec, 'parameters');
	const names = systemNames([textAt(parameters, 'systemName')], []);
	return {
		usage: {
			project,
			deployer: 'manifest',
			resource,
			stage: undefined,
			instance: textAt(spec, 'externalName') ?? resource,
			service,
			plan: textAt(spec, 'servicePlanName'),
			system: names[0],
			isNamedElsewhere: hasKey(spec, 'parametersFrom'),
			names,
			...parametersOf(parameters),
			outboundAt: outboundPlace(parameters, resource.at),
			hidden: undefined,
			updatesAt: undefined,
			existingAt: undefined,
		},
		secrets: secretsIn(parameters),
	};
}
