import * as l10n from '@vscode/l10n';
import {
	BUSINESS_PARTNER_SCENARIO,
	BUSINESS_PARTNER_SERVICES,
	businessPartnerService,
} from '../catalog/outbound-services.ts';
import { meant } from '../findings/collector.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { ProjectContext, ProjectFinding } from './finding.ts';
import { isArrangementName, isClientId, isScenario, LONGEST_INSTANCE } from './forms.ts';
import { isComputed } from './placeholders.ts';
import type { Usage } from './usage.ts';

/** Checks how a usage makes its service instance, and with which parameters (R-CAP-5 to R-CAP-11). */
export function checkInstance(usage: Usage, context: ProjectContext): readonly ProjectFinding[] {
	return [
		...checkInstanceName(usage),
		...checkParameters(usage),
		...checkUniqueness(usage, context),
		...checkOutboundServices(usage),
		...checkDeployment(usage),
	];
}

function checkInstanceName({ instance, deployer }: Usage): readonly ProjectFinding[] {
	const most = LONGEST_INSTANCE[deployer];
	const { length } = instance.value;
	return length > most && !isComputed(instance.value)
		? [
				{
					code: 'project-instance-name-too-long',
					severity: 'error',
					message:
						deployer === 'cloud-foundry'
							? l10n.t`The service instance's name has ${length} characters, ${most} are possible. A longer one is cut, and no destination has the name that the application asks for.`
							: l10n.t`The service instance's name has ${length} characters, ${most} are possible. A longer one can't be deployed.`,
					at: instance.at,
				},
			]
		: [];
}

function checkParameters({ scenario, arrangement, clientId }: Usage): readonly ProjectFinding[] {
	const found: ProjectFinding[] = [];
	if (scenario && !isComputed(scenario.value) && !isScenario(scenario.value)) {
		const instead = scenario.value.trim().toUpperCase();
		found.push({
			code: 'project-scenario-malformed',
			severity: 'error',
			message: l10n.t`"${shorten(scenario.value)}" isn't the id of a communication scenario. Use uppercase letters, digits and underscores, as in SAP_COM_0008.`,
			at: scenario.at,
			instead: isScenario(instead) ? instead : undefined,
		});
	}
	if (arrangement && !isComputed(arrangement.value) && !isArrangementName(arrangement.value)) {
		found.push({
			code: 'project-arrangement-malformed',
			severity: 'error',
			message: l10n.t`"${shorten(arrangement.value)}" can't be the name of a communication arrangement. Use letters, digits, hyphens and underscores, 80 at most.`,
			at: arrangement.at,
		});
	}
	if (clientId && !isComputed(clientId.value) && !isClientId(clientId.value)) {
		found.push({
			code: 'project-client-id-malformed',
			severity: 'error',
			message: l10n.t`"${shorten(clientId.value)}" can't be an emClientId. Use one to four letters and digits.`,
			at: clientId.at,
		});
	}
	return found;
}

/** Names that only one instance of a system may have. */
function checkUniqueness(usage: Usage, { projects }: ProjectContext): readonly ProjectFinding[] {
	const { system, clientId, arrangement } = usage;
	const others = projects
		.flatMap(({ usages }) => usages)
		.filter((other) => !isSameInstance(usage, other) && system && other.system?.value === system.value);
	const found: ProjectFinding[] = [];
	const twin = others.find((other) => clientId && other.clientId?.value === clientId.value);
	if (clientId && twin && !isComputed(clientId.value)) {
		found.push({
			code: 'project-client-id-taken',
			severity: 'error',
			message: l10n.t`"${shorten(twin.resource.value)}" has the same emClientId for the same system. Each needs its own.`,
			at: clientId.at,
		});
	}
	const double = others.find((other) => arrangement && other.arrangement?.value === arrangement.value);
	if (arrangement && double && !isComputed(arrangement.value)) {
		found.push({
			code: 'project-arrangement-taken',
			severity: 'warning',
			message: l10n.t`"${shorten(double.resource.value)}" has a communication arrangement of the same name. Names are unique in a tenant.`,
			at: arrangement.at,
		});
	}
	return found;
}

/** What tells usages apart. */
export type UsageOfResource = Pick<Usage, 'project' | 'deployer'> & {
	readonly resource: { readonly value: string };
};

/** Whether two usages are the same resource, or two ways to deploy it. */
export function isSameInstance(one: UsageOfResource, other: UsageOfResource): boolean {
	return (
		one === other ||
		(one.project === other.project &&
			(one.resource.value === other.resource.value ||
				// A file of parameters may be for any of them, or in place of another one.
				one.deployer !== other.deployer ||
				one.deployer === 'by-hand'))
	);
}

/** The outbound services of SAP_COM_0008 have to be off; no other scenario has them. */
function checkOutboundServices({ scenario, outboundServices, outboundAt }: Usage): readonly ProjectFinding[] {
	if (!scenario || isComputed(scenario.value) || !isScenario(scenario.value)) {
		return [];
	}
	if (scenario.value !== BUSINESS_PARTNER_SCENARIO) {
		return outboundServices
			.filter(({ value }) => businessPartnerService(value))
			.map(({ value, at }) => ({
				code: 'project-outbound-service-unknown',
				severity: 'warning',
				message: l10n.t`"${shorten(value)}" is an outbound service of ${BUSINESS_PARTNER_SCENARIO}, not of ${shorten(scenario.value)}.`,
				at,
			}));
	}
	const known = BUSINESS_PARTNER_SERVICES.flatMap(({ id, name }) => [id, name]);
	const found = outboundServices.flatMap(({ value, at, isActive, activeAt }): ProjectFinding[] => {
		if (!businessPartnerService(value)) {
			const instead = nearest(value, known);
			const message = l10n.t`${BUSINESS_PARTNER_SCENARIO} has no outbound service "${shorten(value)}".`;
			return [
				{
					code: 'project-outbound-service-unknown',
					severity: 'warning',
					message: meant(message, instead),
					at,
					instead,
				},
			];
		}
		return isActive
			? [
					{
						code: 'project-outbound-service-active',
						severity: 'warning',
						message: l10n.t`The outbound service "${shorten(value)}" is on. The instance fails unless isServiceActive is false.`,
						at: activeAt,
					},
				]
			: [];
	});
	const named = new Set(outboundServices.map(({ value }) => businessPartnerService(value)?.id));
	const missing = BUSINESS_PARTNER_SERVICES.filter(({ id }) => !named.has(id));
	return missing.length === 0
		? found
		: [
				...found,
				{
					code: 'project-outbound-service-active',
					severity: 'warning',
					message: l10n.t`Turn off all outbound services of ${BUSINESS_PARTNER_SCENARIO} with isServiceActive: false, or the instance fails. Not listed: ${missing.map(({ id }) => id).join(', ')}.`,
					at: outboundAt,
					services: missing.map(({ id }) => id),
				},
			];
}

function checkDeployment({
	updatesAt,
	existingAt,
	hidden,
	instance,
	resource,
}: Usage): readonly ProjectFinding[] {
	const found: ProjectFinding[] = [];
	if (hidden) {
		found.push({
			code: 'project-config-hides-parameters',
			severity: 'error',
			message: l10n.t`config replaces the whole communicationArrangement of the file at path, so these are lost: ${hidden.keys.join(', ')}. Move them here, or remove communicationArrangement from config.`,
			at: hidden.at,
		});
	}
	if (updatesAt) {
		found.push({
			code: 'project-updates-not-skipped',
			severity: 'warning',
			message: l10n.t`The next deployment fails, as this service instance can't be updated. Add skip-service-updates with parameters: true.`,
			at: updatesAt,
			resource: resource.value,
		});
	}
	if (existingAt) {
		found.push({
			code: 'project-existing-service',
			severity: 'warning',
			message: l10n.t`An existing service isn't created, so these parameters of "${shorten(instance.value)}" have no effect. Use org.cloudfoundry.managed-service.`,
			at: existingAt,
			resource: resource.value,
		});
	}
	return found;
}
