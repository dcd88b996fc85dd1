import * as l10n from '@vscode/l10n';
import { BUSINESS_PARTNER_SCENARIO } from '../catalog/outbound-services.ts';
import { type Refusal, refuse } from '../decision.ts';
import { shorten } from '../names.ts';
import { isArrangementName, isClientId, isScenario, LONGEST_INSTANCE } from './forms.ts';

/** What creates the service instance of a project that is connected. */
export const DEPLOYERS = ['cloud-foundry', 'kyma'] as const;
/** What adds a deployer to a CAP project, for a terminal (cap.md 3). */
export const ADD_DEPLOYER: Readonly<Record<Connection['deployer'], string>> = {
	'cloud-foundry': 'cds add mta,destination,xsuaa',
	kyma: 'cds add kyma',
};
/** How an application logs on to the system (cap.md 2). */
export const INBOUND_AUTHENTICATIONS = [
	'BasicAuthentication',
	'OAuth2SAMLBearerAssertion',
	'ClientCertificateAuthentication',
] as const;

/** What *Connect CAP Project* writes, in the words of its fields. */
export interface Connection {
	readonly deployer: (typeof DEPLOYERS)[number];
	/** The name of a registered system. */
	readonly system: string;
	/** Technical name of the plan. */
	readonly plan: string;
	/** Id of a communication scenario; `api-access` needs it, and no other plan has one. */
	readonly scenario: string | undefined;
	readonly arrangementName: string | undefined;
	/** The resource in `mta.yaml`, or the alias in `Chart.yaml`. */
	readonly resource: string;
	/** The name in `cds.requires`, where the application is to read from the system. */
	readonly service: string | undefined;
	/** The path of the service below the system's host. */
	readonly servicePath: string | undefined;
	/** `BasicAuthentication` where nothing else is there or asked for. */
	readonly inboundAuthentication: (typeof INBOUND_AUTHENTICATIONS)[number] | undefined;
	/** `messaging` needs it, and no other plan has one. */
	readonly emClientId: string | undefined;
	/** The extensions of `mta.yaml`, each with the system of its landscape; then none is written to `mta.yaml` itself. */
	readonly stages: readonly Stage[];
}

/** A way to deploy: a file beside `mta.yaml` and the system that it is for. */
export interface Stage {
	/** Such as `dev.mtaext`. */
	readonly file: string;
	readonly system: string;
}

/** Refuses the name of a service instance that is too long with `resource-malformed`. */
export function checkInstanceName(name: string, deployer: Connection['deployer']): Refusal | undefined {
	const most = LONGEST_INSTANCE[deployer];
	return name.length > most
		? refuse(
				'resource-malformed',
				l10n.t`"${shorten(name)}" is too long for a service instance: it has ${name.length} characters, ${most} are possible.`,
			)
		: undefined;
}

/** Refuses the name of a resource or an alias with `resource-malformed`. */
export function checkResourceName(name: string, deployer: Connection['deployer']): Refusal | undefined {
	const tooLong = checkInstanceName(name, deployer);
	if (tooLong) {
		return tooLong;
	}
	const isKnown = deployer === 'kyma' ? /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/ : /^[A-Za-z0-9_.-]+$/;
	return isKnown.test(name)
		? undefined
		: refuse(
				'resource-malformed',
				deployer === 'kyma'
					? l10n.t(
							'Use lowercase letters, digits and hyphens. Begin with a letter, and end with a letter or digit.',
						)
					: l10n.t('Use letters, digits, hyphens, underscores and dots.'),
			);
}

/** Refuses the id of a communication scenario with `scenario-malformed` (R-CAP-6). */
export function checkScenario(scenario: string): Refusal | undefined {
	return isScenario(scenario)
		? undefined
		: refuse(
				'scenario-malformed',
				l10n.t`"${shorten(scenario)}" isn't the id of a communication scenario. Use uppercase letters, digits and underscores, as in SAP_COM_0008.`,
			);
}

/** Refuses the name of a communication arrangement with `arrangement-malformed` (R-CAP-6). */
export function checkArrangementName(name: string): Refusal | undefined {
	if (name === '') {
		return refuse('arrangement-malformed', l10n.t('Enter a name for the communication arrangement.'));
	}
	return isArrangementName(name)
		? undefined
		: refuse(
				'arrangement-malformed',
				l10n.t`"${shorten(name)}" can't be the name of a communication arrangement. Use letters, digits, hyphens and underscores, 80 at most.`,
			);
}

/** Refuses an `emClientId` with `client-id-malformed` (R-CAP-6). */
export function checkClientId(id: string): Refusal | undefined {
	return isClientId(id)
		? undefined
		: refuse(
				'client-id-malformed',
				l10n.t`"${shorten(id)}" can't be an emClientId. Use one to four letters and digits.`,
			);
}

/** Refuses the path of a service with `service-path-malformed`. */
export function checkServicePath(path: string): Refusal | undefined {
	return /^\/[^\s?#]*$/.test(path)
		? undefined
		: refuse(
				'service-path-malformed',
				l10n.t(
					'Use a path without spaces that begins with a slash, as in /sap/opu/odata/sap/API_BUSINESS_PARTNER. The destination has the host.',
				),
			);
}

/** What `cds.requires` has for CAP itself; none of these reads from a system. */
const OWN_SERVICES: ReadonlySet<string> = new Set([
	'app-service',
	'approuter',
	'audit-log',
	'auth',
	'connectivity',
	'db',
	'destinations',
	'extensibility',
	'html5-repo',
	'messaging',
	'multitenancy',
	'outbox',
	'queue',
	'toggles',
	'xsuaa',
]);

/** Refuses a name for `cds.requires` with `required-service-malformed`; also the name of a service of CAP itself. */
export function checkRequiredService(name: string): Refusal | undefined {
	if (OWN_SERVICES.has(name)) {
		return refuse(
			'required-service-malformed',
			l10n.t`CAP itself uses "${name}" in cds.requires. Use the name of a service that reads from a system, as in API_BUSINESS_PARTNER.`,
		);
	}
	return /^[A-Za-z_][\w.-]*$/.test(name)
		? undefined
		: refuse(
				'required-service-malformed',
				l10n.t('Use letters, digits, underscores, dots and hyphens, as in API_BUSINESS_PARTNER.'),
			);
}

/**
 * Refuses what can't be written as a whole, with the codes of the checks of its parts, and with
 * `system-not-deployable` a system whose name the deployer would take for a template or a placeholder (R-CAP-14).
 */
export function checkConnection(connection: Connection): Refusal | undefined {
	const { deployer, system, stages, scenario, arrangementName, emClientId, service, servicePath } =
		connection;
	const systems = [system, ...stages.map((stage) => stage.system)];
	const isMessaging = connection.plan === 'messaging';
	return (
		systems.map((name) => checkSystemName(name, deployer)).find((refusal) => refusal !== undefined) ??
		checkResourceName(connection.resource, deployer) ??
		(isMessaging ? checkClientId(emClientId ?? '') : checkScenario(scenario ?? '')) ??
		(isMessaging ? undefined : checkArrangementName(arrangementName ?? '')) ??
		(service === undefined ? undefined : checkRequiredService(service)) ??
		(servicePath === undefined ? undefined : checkServicePath(servicePath)) ??
		checkStages(stages)
	);
}

/** Refuses the name of a system that a deployer would change, with `system-not-deployable` (R-CAP-14). */
export function checkSystemName(system: string, deployer: Connection['deployer']): Refusal | undefined {
	const [computed, name] = deployer === 'kyma' ? [/\{\{|\}\}/, 'Helm'] : [/[$~]\{/, 'MTA'];
	return computed.test(system)
		? refuse(
				'system-not-deployable',
				l10n.t`${name} would replace a part of "${shorten(system)}". Rename the system first.`,
			)
		: undefined;
}

/** Refuses names of MTA extensions with `stage-malformed`; each stage has one of its own. */
function checkStages(stages: readonly Stage[]): Refusal | undefined {
	const files = stages.map(({ file }) => file);
	return files.every((file, index) => /^[\w.-]+\.mtaext$/.test(file) && files.indexOf(file) === index)
		? undefined
		: refuse('stage-malformed', l10n.t('Use a name such as dev.mtaext, another one for each landscape.'));
}

/** The service that a scenario is mostly used for, and its path, where that is known. */
export function usualService(scenario: string): { readonly name: string; readonly path: string } | undefined {
	return scenario === BUSINESS_PARTNER_SCENARIO
		? { name: 'API_BUSINESS_PARTNER', path: '/sap/opu/odata/sap/API_BUSINESS_PARTNER' }
		: undefined;
}

/** The name that a resource for a plan gets in a project, such as `orders-api-access`. */
export function usualResource(project: string, plan: string, deployer: Connection['deployer']): string {
	const cleaned = project
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '');
	const own = deployer === 'kyma' || cleaned === '' ? plan : `${cleaned}-${plan}`;
	return own.slice(-LONGEST_INSTANCE[deployer]).replace(/^-+/, '');
}

/** The name that a communication arrangement gets in a project, such as `ORDERS_0008`. */
export function usualArrangement(project: string, scenario: string): string {
	const cleaned = project
		.toUpperCase()
		.replaceAll(/[^A-Z0-9]+/g, '_')
		.replaceAll(/^_+|_+$/g, '');
	return `${cleaned || 'CAP'}_${scenario.replace(/^SAP_COM_/, '')}`.slice(-80);
}
