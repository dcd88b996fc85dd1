import * as l10n from '@vscode/l10n';
import { ThemeIcon } from 'vscode';
import { serviceNamed } from '../model/catalog/services.ts';
import { refuse } from '../model/decision.ts';
import {
	availablePlans,
	availableServices,
	checkEntitlement,
	addServicePlans as decide,
	entitleableSystems,
	type NewEntitlements,
} from '../model/entitlements.ts';
import { shorten } from '../model/names.ts';
import { inform } from '../workspace/messages.ts';
import { ask, inDialog, quickPick, quickPickMany, quickPickUnlessOne } from './ask.ts';
import { fields, type Given, text, texts } from './command.ts';
import type { Target } from './landscape-command.ts';
import { offer } from './offer.ts';
import { pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';

export const addServicePlansFields = fields({ subaccount: text, service: text, system: text, plans: texts });

/**
 * *Add Service Plans*: entitles a subaccount to plans of a service for one system. Refuses with the codes of the rule
 * `addServicePlans` in model/.
 */
export async function addServicePlans(
	given: Given<typeof addServicePlansFields>,
	{ title, file, landscape, change }: Target,
): Promise<Result> {
	const refused = checkEntitlement(landscape(), given);
	if (refused) {
		return refused;
	}
	/** The services that a system can have, or any. */
	const servicesFor = (system: string | undefined) =>
		availableServices(landscape()).filter(
			({ systemTypes }) =>
				system === undefined || systemTypes.includes(landscape().systems.get(system)?.type ?? ''),
		);
	const answers = await ask(
		title,
		given,
		{
			subaccount: ({ interactive }) =>
				inDialog(
					l10n.t('Entity Assignments'),
					quickPickUnlessOne(interactive, {
						placeholder: l10n.t('Subaccounts/Directories: select the subaccount'),
						choices: [...landscape().subaccounts.values()].map(({ name, entitlements }) => ({
							label: name,
							description:
								entitlements.length === 1
									? l10n.t('1 service plan')
									: l10n.t`${entitlements.length} service plans`,
							value: name,
						})),
					}),
				),
			service: ({ interactive, subaccount, system }) =>
				inDialog(
					addingTo(subaccount),
					quickPickUnlessOne(interactive, {
						placeholder: l10n.t('Select the service'),
						choices: servicesFor(system).map(({ label, name }) => ({
							label,
							description: name,
							value: name,
						})),
					}),
				),
			system: ({ interactive, service }) => {
				const offered = serviceNamed(service ?? '');
				// Until the service is chosen, only whether this will be a question counts.
				const systems = (offered ? [offered] : servicesFor(undefined))
					.map((each) => entitleableSystems(landscape(), each))
					.reduce((most, each) => (each.length > most.length ? each : most), []);
				return inDialog(
					l10n.t`Service Details: ${offered?.label ?? ''}`,
					pickSystemUnlessOne(interactive, l10n.t('Select the system to list its available plans'), systems),
				);
			},
			plans: ({ subaccount = '', service = '', system = '' }) => {
				const owner = landscape().subaccounts.get(subaccount);
				const offered = serviceNamed(service);
				const plans = owner && offered ? availablePlans(owner, offered, system) : [];
				if (owner && offered && plans.length === 0) {
					return refuse(
						'entitlement-exists',
						l10n.t`Subaccount "${shorten(subaccount)}" already has all plans for "${shorten(system)}".`,
						{ command: 'openLandscape', fields: { subaccount, service, system } },
					);
				}
				return inDialog(
					l10n.t`Service Details: ${offered?.label ?? ''}`,
					quickPickMany({
						placeholder: l10n.t('Select the available plans'),
						choices: plans.map(({ name, purpose }) => ({ label: name, detail: purpose(), value: name })),
						validate: (selected) => decide(landscape(), { subaccount, service, system, plans: selected }),
					}),
				);
			},
		},
		review,
	);
	if (!answers?.ok) {
		return answers;
	}
	const { subaccount, service, system, plans } = answers;
	const result = await change((current) => decide(current, answers), {
		question: l10n.t`Save the changes to subaccount "${shorten(subaccount)}"?`,
		detail: l10n.t`Unsaved changes: ${plans.join(', ')} for "${shorten(system)}". Without Save, nothing changes.`,
		button: l10n.t('Save'),
	});
	if (result?.ok && given.interactive) {
		const message = l10n.t`Subaccount "${shorten(subaccount)}" is entitled to ${plans.join(', ')} for "${shorten(system)}".`;
		const [plan = ''] = plans;
		const fields = { landscape: file.uri.toString(), subaccount, service, system, plan };
		offer(inform(message, l10n.t('Open File')), 'openLandscape', fields);
	}
	return result;
}

/** The title of the dialog in which services are added to a subaccount. */
function addingTo(subaccount = ''): string {
	return l10n.t`Subaccount ${shorten(subaccount)}: Add Service Plans`;
}

/** The last step: everything that was chosen, to look at before it is added. */
function review({ subaccount, service, system, plans }: NewEntitlements) {
	const label = serviceNamed(service)?.label ?? '';
	const question = quickPick<true>({
		placeholder:
			plans.length === 1
				? l10n.t`1 plan from ${shorten(system)} for subaccount ${shorten(subaccount)}`
				: l10n.t`${plans.length} plans from ${shorten(system)} for subaccount ${shorten(subaccount)}`,
		choices: [
			{
				label: plans.length === 1 ? l10n.t('Add 1 Service Plan') : l10n.t`Add ${plans.length} Service Plans`,
				iconPath: new ThemeIcon('add'),
				detail:
					plans.length === 1
						? l10n.t`${plans.join()} of ${label}, 1 unit`
						: l10n.t`${plans.join(', ')} of ${label}, 1 unit each`,
				value: true,
			},
		],
	});
	return inDialog(addingTo(subaccount), question);
}
