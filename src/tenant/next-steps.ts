import * as l10n from '@vscode/l10n';
import type { Instant } from '../model/instant.ts';
import { extensionOf, type Landscape, type System, type Tenant } from '../model/landscape.ts';
import { nextActions } from '../model/next-actions.ts';
import { nextStep } from '../model/next-step.ts';
import type { PageStep } from './messages.ts';

/** More steps than these would hide the list that they follow from. */
const MOST_STEPS = 3;

/** The entry about failed registrations in the troubleshooting page, by one of its codes. */
const FAILED_TOPIC = 'extension-must-be-deleted-first';

/**
 * What comes next for the systems of a tenant: first for failed registrations, also where the failed extension is deleted
 * already, then for those that it paired before, and then for those that were enabled last. Nothing in a recorded
 * landscape.
 */
export function nextStepsOf(landscape: Landscape, { host, type }: Tenant, now: Instant): readonly PageStep[] {
	if (landscape.mode === 'recorded') {
		return [];
	}
	const changedAt = ({ name }: System) => extensionOf(landscape, name)?.extension.changedAt ?? '';
	const isHere = (system: System) => {
		const pairing = extensionOf(landscape, system.name);
		return pairing
			? pairing.tenant.host === host
			: system.pairedTenant === host || (system.status === 'error' && system.type === type);
	};
	return (['error', 'unregistered', 'registered'] as const)
		.flatMap((status) =>
			[...landscape.systems.values()]
				.filter((system) => system.status === status && isHere(system))
				.filter((system) => nextStep(landscape, system, now) !== '')
				.sort((one, other) => changedAt(other).localeCompare(changedAt(one))),
		)
		.slice(0, MOST_STEPS)
		.map((system) => stepOf(landscape, system, now));
}

function stepOf(landscape: Landscape, system: System, now: Instant): PageStep {
	const { name } = system;
	const hasFailed = system.status === 'error';
	const next = l10n.t`Next: ${nextStep(landscape, system, now)}`;
	const reason = !hasFailed
		? system.status === 'registered'
			? l10n.t`"${name}" is registered.`
			: l10n.t`"${name}" isn't registered any more.`
		: extensionOf(landscape, name)
			? l10n.t`The registration of "${name}" failed. In practice, that happens only if you choose it when you create the extension.`
			: l10n.t`The registration of "${name}" failed, and its extension is deleted.`;
	return {
		system: name,
		hasFailed,
		message: `${reason} ${next}.`,
		actions: [
			...nextActions(landscape, system, now).map(({ command, title }) => ({ command, title: title() })),
			...(hasFailed
				? [{ command: 'openTroubleshooting', title: l10n.t('Troubleshoot'), topic: FAILED_TOPIC }]
				: []),
		],
	};
}
