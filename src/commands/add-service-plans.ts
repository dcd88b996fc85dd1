import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, ThemeIcon } from 'vscode';
import { serviceNamed } from '../model/catalog/services.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import {
	availablePlans,
	availableServices,
	checkEntitlement,
	addServicePlans as decide,
	entitleableSystems,
} from '../model/entitlements.ts';
import type { Landscape } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { inform } from '../workspace/messages.ts';
import { text } from './command.ts';
import { landscapeCommand } from './landscape-command.ts';
import { askSystem } from './questions.ts';
import { askMany, askOne, runWizard, step } from './wizard.ts';

const FIELDS = v.object({
	landscape: text(),
	subaccount: text(),
	service: text(),
	system: text(),
	plans: v.optional(v.array(v.string())),
});

/**
 * *Add Service Plans*: entitles a subaccount to plans of a service for one system. Refuses with the codes of the rule
 * `addServicePlans` in model/.
 */
export const addServicePlans = landscapeCommand({
	name: 'addServicePlans',
	title: () => l10n.t('Add Service Plans'),
	fields: FIELDS,
	required: ['subaccount', 'service', 'system', 'plans'],
	run: async (services, fields, call, { uri, landscape, title }) => {
		const refused = checkGiven(landscape(), fields);
		if (refused) {
			return refused;
		}
		let { subaccount, service, system, plans } = fields;
		const rows = () => {
			const owner = landscape().subaccounts.get(subaccount ?? '');
			const offered = serviceNamed(service ?? '');
			return owner && offered ? availablePlans(owner, offered, system ?? '') : [];
		};
		const isComplete = [subaccount, service, system, plans].every((field) => field !== undefined);
		const end = await runWizard(
			title,
			[
				step(
					'subaccount',
					() => fields.subaccount === undefined,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the subaccount'),
							choices: [...landscape().subaccounts.values()].map(({ name, entitlements }) => ({
								label: name,
								description:
									entitlements.length === 1
										? l10n.t('1 service plan')
										: l10n.t`${entitlements.length} service plans`,
								value: name,
							})),
						}),
					(value) => {
						subaccount = value;
					},
				),
				step(
					'service',
					() => fields.service === undefined,
					(frame) =>
						askOne(frame, {
							placeholder: l10n.t('Select the service'),
							choices: availableServices(landscape()).map(({ label, name }) => ({
								label,
								description: name,
								value: name,
							})),
						}),
					(value) => {
						service = value;
					},
				),
				step(
					'system',
					() => fields.system === undefined,
					(frame) => {
						const offered = serviceNamed(service ?? '');
						return askSystem(
							frame,
							l10n.t('Select the registered system'),
							offered ? entitleableSystems(landscape(), offered) : [],
						);
					},
					(value) => {
						system = value;
					},
				),
				step(
					'plans',
					() => fields.plans === undefined,
					(frame) =>
						askMany(frame, {
							placeholder:
								rows().length === 0
									? l10n.t('The subaccount already has all plans for this system')
									: l10n.t('Select the available plans'),
							choices: rows().map(({ name, purpose }) => ({
								label: name,
								detail: purpose(),
								picked: plans?.includes(name) ?? false,
								value: name,
							})),
							validate: (selected) =>
								selected.length === 0 ? l10n.t('select at least one plan') : undefined,
						}),
					(value) => {
						plans = [...value];
					},
				),
				step(
					'plans',
					() => !isComplete,
					(frame) =>
						askOne(frame, {
							placeholder:
								plans?.length === 1
									? l10n.t`1 plan from ${shorten(system ?? '')} for subaccount ${shorten(subaccount ?? '')}`
									: l10n.t`${plans?.length ?? 0} plans from ${shorten(system ?? '')} for subaccount ${shorten(subaccount ?? '')}`,
							choices: [
								{
									label:
										plans?.length === 1
											? l10n.t('Add 1 Service Plan')
											: l10n.t`Add ${plans?.length ?? 0} Service Plans`,
									iconPath: new ThemeIcon('add'),
									detail:
										plans?.length === 1
											? l10n.t`${plans.join()} of ${serviceNamed(service ?? '')?.label ?? ''}, 1 unit`
											: l10n.t`${plans?.join(', ') ?? ''} of ${serviceNamed(service ?? '')?.label ?? ''}, 1 unit each`,
									value: true,
								},
							],
						}),
					() => undefined,
				),
			],
			call,
		);
		if (!end.done || subaccount === undefined || service === undefined || system === undefined || !plans) {
			return end.refusal;
		}
		const request = { subaccount, service, system, plans };
		const result = await services.writer.change(uri, (current) => decide(current, request));
		if (!result.ok) {
			return result;
		}
		if (call.interactive) {
			void inform(
				l10n.t`Subaccount "${shorten(subaccount)}" is entitled to ${plans.join(', ')} for "${shorten(system)}".`,
				l10n.t('Open File'),
			).then((action) => {
				if (action) {
					void commands.executeCommand('systemLandscape.openLandscape', {
						landscape: uri.toString(),
						subaccount,
						interactive: true,
					});
				}
			});
		}
		return { ok: true };
	},
});

/** What can be refused before anything is asked: given fields that can't be right, and lists with nothing to choose. */
function checkGiven(
	landscape: Landscape,
	{ subaccount, service, system }: v.InferOutput<typeof FIELDS>,
): Refusal | undefined {
	if (subaccount === undefined && landscape.subaccounts.size === 0) {
		return refuse(
			'subaccount-unknown',
			l10n.t`${landscape.globalAccount} has no subaccount yet. Add the one that your application is deployed to.`,
		);
	}
	return checkEntitlement(landscape, { subaccount, service, system });
}
