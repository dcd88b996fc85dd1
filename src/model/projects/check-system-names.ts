import * as l10n from '@vscode/l10n';
import { meant } from '../findings/collector.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { ProjectContext, ProjectFinding } from './finding.ts';
import { isComputed, isPlaceholder, isUrl } from './placeholders.ts';
import type { SystemName, Usage } from './usage.ts';
import { usageState } from './usage-state.ts';

/** Checks the name of the system that a usage asks for (R-CAP-1 to R-CAP-4). */
export function checkSystemNames(usage: Usage, context: ProjectContext): readonly ProjectFinding[] {
	const { names, system, isNamedElsewhere } = usage;
	const wrong = system
		? checkEffectiveName(usage, system.value, context)
		: isNamedElsewhere
			? []
			: missingName(usage);
	// What has no effect here may have it in another stage of the same resource.
	const effective = new Set(
		context.projects
			.find(({ folder }) => folder === usage.project)
			?.usages.filter(({ resource }) => resource.value === usage.resource.value)
			.map((stage) => stage.system?.value),
	);
	const others = names.filter(({ value }) => !effective.has(value));
	return [...wrong, ...others.flatMap((name) => otherName(name, system?.value) ?? [])];
}

function missingName({ resource, deployer, names }: Usage): readonly ProjectFinding[] {
	const said = names.find(({ effect }) => effect === 'ignored')?.value;
	const where = {
		'cloud-foundry': l10n.t('Add systemName to config.'),
		kyma: l10n.t('Add parameters.systemName.'),
		manifest: l10n.t('Add spec.parameters.systemName.'),
		'by-hand': '',
	}[deployer];
	return [
		{
			code: 'project-system-missing',
			severity: 'error',
			message: l10n.t`"${shorten(resource.value)}" doesn't name a system, so its service instance can't be created. ${where}`,
			at: resource.at,
			instead: said,
			resource: resource.value,
		},
	];
}

function checkEffectiveName(usage: Usage, name: string, context: ProjectContext): readonly ProjectFinding[] {
	const at = usage.system?.at ?? usage.resource.at;
	const isKnown = context.landscapes.some(({ systems }) => systems.has(name));
	if (!isKnown && (isUrl(name) || isPlaceholder(name))) {
		const message = isUrl(name)
			? l10n.t`"${shorten(name)}" is a URL. Enter the name that the system has in the System Landscape.`
			: l10n.t`"${shorten(name)}" is a placeholder. Enter the name that the system has in the System Landscape.`;
		return [{ code: 'project-system-placeholder', severity: 'error', message, at }];
	}
	const warning = (code: ProjectFinding['code'], message: string, instead?: string): ProjectFinding => ({
		code,
		severity: 'warning',
		message,
		at,
		instead,
		system: name,
	});
	switch (context.landscapes.length > 0 ? usageState(usage, context.landscapes) : 'unnamed') {
		case 'unknown-system': {
			const names = context.landscapes.flatMap(({ systems }) => [...systems.keys()]);
			const instead = nearest(name, names);
			const message = l10n.t`No landscape of this workspace has a system named "${shorten(name)}". The name must match letter by letter.`;
			return [warning('project-system-unknown', meant(message, instead), instead)];
		}
		case 'not-registered':
			return [
				warning(
					'project-system-not-registered',
					l10n.t`The system "${shorten(name)}" isn't registered, so the service instance can't be created.`,
				),
			];
		case 'not-entitled':
			return [
				warning(
					'project-not-entitled',
					l10n.t`No subaccount is entitled to ${usage.service.value}, plan ${usage.plan?.value ?? ''}, for "${shorten(name)}".`,
				),
			];
		default:
			return [];
	}
}

/** What is wrong with a place beside the one that counts. */
function otherName(
	{ value, at, effect }: SystemName,
	effective: string | undefined,
): ProjectFinding | undefined {
	if (effective === undefined || value === effective || isComputed(effective) || isComputed(value)) {
		return undefined;
	}
	if (effect === 'hidden') {
		return {
			code: 'project-system-differs',
			severity: 'warning',
			message: l10n.t`This says "${shorten(value)}", but "${shorten(effective)}" from another place wins.`,
			at,
			instead: effective,
		};
	}
	return effect === 'ignored'
		? {
				code: 'project-system-name-without-effect',
				severity: 'hint',
				message: l10n.t`system-name has no effect: the deployer reads config.systemName, which is "${shorten(effective)}".`,
				at,
				instead: effective,
			}
		: undefined;
}
