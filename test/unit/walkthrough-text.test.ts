import assert from 'node:assert/strict';
import { STEPS } from '../../src/model/progress.ts';
import { filesIn, textOf } from './repository.ts';

const english: Record<string, string> = JSON.parse(textOf('package.nls.json'));

/** The lines of the tutorial [S2], by part: the step of the walkthrough that says each, and the words it must say. */
const TUTORIAL: Readonly<Record<string, readonly (readonly [step: string, ...words: string[]])[]>> = {
	Prerequisites: [
		['prerequisites', 'extension applications'],
		['prerequisites', 'an enterprise global account, as its administrator'],
		['prerequisites', 'a dedicated tenant, as its administrator'],
		['prerequisites', 'extended Incident Management application, tested with the Business Partner API'],
	],
	'Note on what is entered': [
		['createLandscape', "isn't encrypted with a customer-managed key", "don't put secrets in names"],
	],
	'Add a system to your SAP BTP account': [
		['addSystem', 'SAP BTP cockpit', 'open your global account', 'System Landscape'],
		['addSystem', 'Systems', 'Add System'],
		['addSystem', 'Enter a unique name', 'SAP S/4HANA DEV System'],
		['addSystem', 'select the type', 'SAP S/4HANA Cloud', 'choose Add'],
		['addSystem', 'printable ASCII'],
		['getToken', 'Register System'],
		['getToken', 'Get Token for System "…"', 'All Communication Scenarios', 'choose Get Token'],
		['getToken', 'Pending'],
		['copyToken', 'copy the integration token and close the dialog', 'Send', 'tenant administrator'],
		['copyToken', '7 days', 'once, for one system', 'you get a new one when you copy it'],
	],
	'Add integration token to SAP S/4HANA Cloud system': [
		['openTenant', 'log on to the SAP S/4HANA Cloud tenant'],
		['openTenant', 'Administration → Communication Management', 'Maintain Extensions on SAP BTP'],
		['createExtension', 'in the section Extensions, choose New'],
		['createExtension', 'Paste the Integration Token'],
		['createExtension', 'the name of the system as Description', 'choose Create'],
		['createExtension', 'approve with Yes'],
		['registered', 'Enabled', 'refresh'],
		['registered', 'Registered', 'refresh'],
		['registered', 'Error', 'delete the failed extension in the tenant, then get a new token'],
	],
	'Set up entitlements for your SAP BTP subaccount': [
		['addSubaccount', 'extension application', 'subaccount'],
		['addServicePlans', 'global account', 'Entitlements → Entity Assignments'],
		['addServicePlans', 'your subaccount in Subaccounts/Directories'],
		['addServicePlans', 'Edit → Add Service Plans'],
		['addServicePlans', 'Select SAP S/4HANA Cloud Extensibility, your system'],
		['addServicePlans', 'api-access (messaging is for events)'],
		['addServicePlans', 'Choose Add 1 Service Plan, then Save'],
		['addServicePlans', 'quota'],
		['done', 'exact name of the system', 's4-hana-cloud', 'api-access', 'next tutorial'],
	],
};

describe('The walkthrough', () => {
	const order = STEPS.map(([id]) => id);

	it('says what the tutorial says, in its order', () => {
		const lines = Object.values(TUTORIAL).flat();
		const places = lines.map(([step]) => order.indexOf(step));
		assert.deepEqual(
			places,
			places.toSorted((one, other) => one - other),
		);
		for (const [step, ...words] of lines) {
			const text = (english[`walkthrough.${step}.description`] ?? '').replaceAll(/\*\*|__/g, '');
			for (const word of words) {
				assert.ok(text.includes(word), `${step}: ${word}`);
			}
		}
	});
});

describe('docs/tutorial-coverage.md', () => {
	const rows = Array.from(
		textOf('docs/tutorial-coverage.md').matchAll(/^\| ([THM]\d+) \| (.+) \| (.+) \| (.+) \|$/gm),
		([, id = '', , , shownBy = '']) => ({ id, tests: shownBy.split('; `') }),
	);

	it('numbers the statements of each source without a gap', () => {
		const numbers = (letter: string) =>
			rows.flatMap(({ id }) => (id.startsWith(letter) ? Number(id.slice(1)) : []));
		for (const [letter, count] of [
			['T', 47],
			['H', 35],
			['M', 3],
		] as const) {
			assert.deepEqual(
				numbers(letter),
				Array.from({ length: count }, (_, index) => index + 1),
			);
		}
	});

	it('names for each of them tests that exist', () => {
		const known = new Set(filesIn('test').map((file) => file.replaceAll('\\', '/')));
		for (const { id, tests } of rows) {
			assert.ok(tests.length > 0, id);
			for (const test of tests) {
				const [, file = '', title = ''] = /^`?([\w./-]+)`: (.+)$/.exec(test) ?? [];
				assert.ok(known.has(file) && textOf(`test/${file}`).includes(title), `${id}: ${test}`);
			}
		}
	});
});
