import type { Place, Said } from './place.ts';

/** What makes the service instance: `cf deploy`, Helm, a manifest, or a person with the file of parameters. */
export type Deployer = 'cloud-foundry' | 'kyma' | 'manifest' | 'by-hand';

/** A place that says a system's name. */
export interface SystemName extends Said {
	/**
	 * `effective` is the one that the deployer reads; `hidden` is one that another place wins over; `ignored` is one that no
	 * deployer reads, such as `system-name` in `mta.yaml`.
	 */
	readonly effect: 'effective' | 'hidden' | 'ignored';
}

/** An outbound service that the parameters name. */
export interface OutboundService extends Said {
	readonly isActive: boolean;
	/** The value of `isServiceActive`, or what to add it to. */
	readonly activeAt: Place;
}

/** One place where a project asks for a system. */
export interface Usage {
	/** URI of the project's folder. */
	readonly project: string;
	readonly deployer: Deployer;
	/** The resource of `mta.yaml`, the alias in `Chart.yaml`, the name of the manifest, or the file of parameters. */
	readonly resource: Said;
	/** URI of the `.mtaext` file that this usage is for; `undefined` without one. */
	readonly stage: string | undefined;
	/** The service instance's name, which is that of the destination that it makes, and where it comes from. */
	readonly instance: Said;
	/** Technical name of the service. */
	readonly service: Said;
	/** Technical name of the plan. */
	readonly plan: Said | undefined;
	/** The effective name of the system. */
	readonly system: Said | undefined;
	/** Whether what isn't read here may name the system: an instance that exists, a secret, a file of the command line. */
	readonly isNamedElsewhere: boolean;
	/** Every place that says the system's name, the effective one first. */
	readonly names: readonly SystemName[];
	readonly scenario: Said | undefined;
	readonly arrangement: Said | undefined;
	readonly clientId: Said | undefined;
	readonly outboundServices: readonly OutboundService[];
	/** Where the list of outbound services is, or where it would be. */
	readonly outboundAt: Place;
	/** What `config` hides of the file of parameters: keys of `communicationArrangement`. */
	readonly hidden: { readonly keys: readonly string[]; readonly at: Place } | undefined;
	/** Where a second deployment would try to change the instance, which fails. */
	readonly updatesAt: Place | undefined;
	/** Where parameters say what nothing reads, as the resource only looks for an instance that exists. */
	readonly existingAt: Place | undefined;
}

/** A value that no file in a repository should have. */
export interface Secret {
	/** The key that says what it is, such as `password`. */
	readonly key: string;
	readonly at: Place;
}

/** Where an application reads from a destination. */
export interface DestinationUse {
	/** The service's name in `cds.requires` or `cds.remote.services`. */
	readonly service: string;
	readonly name: Said;
}

/** What one CAP project says about systems. */
export interface Project {
	/** URI of the folder. */
	readonly folder: string;
	readonly usages: readonly Usage[];
	readonly destinations: readonly DestinationUse[];
	/** Names of instances that other projects create, which are those of destinations. */
	readonly existingInstances: readonly string[];
	/** Required services without destination, URL and path. */
	readonly remnants: readonly Said[];
	readonly secrets: readonly Secret[];
	readonly parameterFiles: readonly ParameterFile[];
	/** Where the destination service has to be required, and isn't; nothing where it is, or nothing deploys with MTA. */
	readonly destinationServiceAt: Place | undefined;
	/** Packages that reading from a destination needs and `package.json` lacks, and where its dependencies are. */
	readonly missingPackages: { readonly names: readonly string[]; readonly at: Place } | undefined;
	/** Where what deploys the project can't be read, so that it may use systems that aren't known. */
	readonly deploymentUnreadAt: Place | undefined;
	/** Files that were not read, or only in part, and why. */
	readonly notRead: readonly NotRead[];
}

/** A file of parameters that `mta.yaml` names and nothing can be read from. */
export interface ParameterFile {
	readonly problem: 'missing' | 'malformed' | 'outside';
	readonly path: string;
	/** Where it's named; of a malformed one where its first error is. */
	readonly at: Place;
}

export interface NotRead {
	/** `code` is one that would have to be run, `large` one of more than a megabyte. */
	readonly reason: 'code' | 'large' | 'syntax';
	readonly at: Place;
}
