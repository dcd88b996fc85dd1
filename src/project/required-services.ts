import type { Said } from '../model/projects/place.ts';
import type { DestinationUse, Secret } from '../model/projects/usage.ts';
import { entriesAt, hasKey, itemsAt, type SaidEntry, type SaidTree, saidAt, textAt } from './said-tree.ts';
import { secretsIn } from './secrets.ts';

/** What an application needs of other systems. */
export interface RequiredServices {
	readonly destinations: readonly DestinationUse[];
	/** Services with credentials that lead nowhere. */
	readonly remnants: readonly Said[];
	readonly secrets: readonly Secret[];
}

const PROFILE = /^\[.+\]$/;

/** A required service as one file and one profile say it. */
interface Requirement {
	readonly name: Said;
	readonly tree: SaidTree;
}

/**
 * Reads `cds.requires` of the files that CAP reads, those that win last: `.cdsrc.yaml`, `.cdsrc.json`, `package.json`,
 * `.cdsrc-private.json`. Each of `trees` is what its file says below `cds`. Profiles count beside the rest.
 */
export function readRequiredServices(trees: readonly SaidTree[]): RequiredServices {
	const requirements = trees.flatMap(requirementsIn);
	const destinations = new Map<string, DestinationUse>();
	const led = new Set<string>();
	for (const { name, tree } of requirements) {
		const destination = textAt(tree, 'credentials', 'destination');
		if (destination) {
			// The same service may name another destination in another profile.
			destinations.set(JSON.stringify([name.value, destination.value]), {
				service: name.value,
				name: destination,
			});
		}
		if (['destination', 'url', 'path'].some((key) => hasKey(tree, 'credentials', key))) {
			led.add(name.value);
		}
	}
	return {
		destinations: [...destinations.values()],
		remnants: requirements
			.filter(
				({ name, tree }) =>
					!led.has(name.value) &&
					/^(?:odata|rest)/.test(textAt(tree, 'kind')?.value ?? '') &&
					saidAt(tree, 'credentials')?.kind === 'map',
			)
			.map(({ name }) => name),
		// A local database has a password that protects nothing.
		secrets: requirements
			.filter(
				({ name, tree }) => led.has(name.value) || /^(?:odata|rest)/.test(textAt(tree, 'kind')?.value ?? ''),
			)
			.flatMap(({ tree }) => secretsIn(saidAt(tree, 'credentials'))),
	};
}

/** The services of `requires`, with a profile at each place where CAP takes one. */
function requirementsIn(cds: SaidTree): readonly Requirement[] {
	return profilesOf(cds).flatMap((part) =>
		profilesOf(saidAt(part, 'requires')).flatMap((requires) =>
			[...entriesAt(requires)]
				.filter(([name]) => !PROFILE.test(name))
				.flatMap(([name, { key, value }]) =>
					profilesOf(value).map((tree) => ({ name: { value: name, at: key }, tree })),
				),
		),
	);
}

/** A tree and what it says for each profile. */
function profilesOf(tree: SaidTree | undefined): readonly SaidTree[] {
	const own = [...entriesAt(tree)].filter(([key]) => PROFILE.test(key)).map(([, { value }]) => value);
	return tree ? [tree, ...own] : [];
}

/** Reads `cds.remote.services` of a CAP Java application, in each document of `application.yaml`. */
export function readRemoteServices(documents: readonly SaidTree[]): RequiredServices {
	const services = documents.flatMap((document) => {
		const remote = ['cds', 'remote', 'services'];
		const listed = itemsAt(document, ...remote).flatMap((tree) => {
			const name = textAt(tree, 'name');
			return name ? [{ name, tree }] : [];
		});
		const mapped = [...entriesAt(document, ...remote)].map(([name, { key, value }]: [string, SaidEntry]) => ({
			name: { value: name, at: key },
			tree: value,
		}));
		return [...listed, ...mapped];
	});
	return {
		destinations: services.flatMap(({ name, tree }) => {
			const destination = textAt(tree, 'destination', 'name');
			return destination ? [{ service: name.value, name: destination }] : [];
		}),
		remnants: [],
		secrets: services.flatMap(({ tree }) => secretsIn(tree)),
	};
}
