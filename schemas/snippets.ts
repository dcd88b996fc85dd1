import { FORMATION_TYPES } from '../src/model/catalog/formation-types.ts';
import { SERVICES } from '../src/model/catalog/services.ts';
import { SYSTEM_TYPES } from '../src/model/catalog/system-types.ts';

/** A snippet by Red Hat YAML's convention `defaultSnippets`. */
interface Snippet {
	readonly label: string;
	readonly description: string;
	readonly body: unknown;
}

const choice = (stop: number, values: readonly string[]) =>
	`\${${stop}|${values.map((value) => value.replace(/[,|\\}$]/g, '\\$&')).join(',')}|}`;

const place = (stop: number, text: string) => `\${${stop}:${text}}`;

const [service] = SERVICES;

/** What can be inserted, by the section, or by the path of the list, in which it is offered. */
export const SNIPPETS: Readonly<Record<string, readonly Snippet[]>> = {
	systems: [
		{
			label: 'System',
			description: 'A system that is not registered yet',
			body: {
				[place(1, 'SAP S/4HANA DEV System')]: {
					type: choice(
						2,
						SYSTEM_TYPES.map(({ label }) => label),
					),
					status: 'pending',
				},
			},
		},
	],
	subaccounts: [
		{
			label: 'Subaccount',
			description: 'A subaccount without entitlements',
			body: { [place(1, 'dev')]: { entitlements: [] } },
		},
	],
	'subaccount.entitlements': [
		{
			label: 'Entitlement',
			description: 'A service plan for a registered system',
			body: {
				service: service?.name,
				plan: choice(1, service?.plans.map(({ name }) => name) ?? []),
				system: place(2, 'SAP S/4HANA DEV System'),
				amount: 1,
			},
		},
	],
	formations: [
		{
			label: 'Formation',
			description: 'A group of systems for one scenario',
			body: {
				[place(1, 'Side by side')]: {
					type: choice(
						2,
						FORMATION_TYPES.map(({ label }) => label),
					),
					systems: [place(3, 'SAP S/4HANA DEV System')],
				},
			},
		},
	],
};
