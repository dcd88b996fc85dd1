import { assert } from 'chai';
import { languages } from 'vscode';
import { givenPendingSystem, SYSTEM, TENANT } from './given-landscape.ts';
import { clear, fileUri, run, succeed, textOf, until, untilText, write } from './landscape-folder.ts';

const KYMA = 'Side-by-Side Extensibility with Kyma';
const JOULE = 'Integration with Joule';

/** The problems of our file, as `code line`. */
function problems(): string[] {
	return languages
		.getDiagnostics(fileUri())
		.filter(({ source }) => source === 'System Landscape')
		.map(({ code, range }) => `${code} ${range.start.line}`);
}

/** A landscape with a registered S/4HANA system and two systems of types without token. */
async function givenRegisteredSystem(): Promise<void> {
	const token = await givenPendingSystem();
	await succeed('createExtension', { tenant: TENANT, token });
	await untilText(/status: registered/);
	for (const name of ['Joule 1', 'Joule 2']) {
		await succeed('registerSystem', { name, type: 'Joule', scenarioGroups: [] });
	}
}

describe('A formation', () => {
	beforeEach(clear);

	it('R-FOR-2, R-FOR-3, R-FOR-6: is created, gets a system, loses it and is deleted, each as few lines', async () => {
		await givenRegisteredSystem();
		const before = await textOf();
		assert.deepEqual(await run('createFormation', { name: 'Side by side', type: KYMA, systems: [] }), {
			ok: true,
		});
		assert.equal(await textOf(), `${before}formations:\n  Side by side:\n    type: ${KYMA}\n`);
		const membership = { formation: 'Side by side', system: SYSTEM };
		await succeed('includeSystem', membership);
		assert.include(await textOf(), `    type: ${KYMA}\n    systems:\n      - ${SYSTEM}\n`);
		await succeed('excludeSystem', membership);
		assert.equal(await textOf(), `${before}formations:\n  Side by side:\n    type: ${KYMA}\n`);
		await succeed('deleteFormation', { formation: 'Side by side' });
		assert.notInclude(await textOf(), 'Side by side');
	});

	it('R-FOR-8: holds its systems: they are deregistered only once it is gone', async () => {
		await givenRegisteredSystem();
		await succeed('createFormation', { name: 'Side by side', type: KYMA, systems: [SYSTEM] });
		const refused = await run('deregisterSystem', { system: SYSTEM });
		assert.deepInclude(refused, { ok: false, code: 'system-in-use' });
		assert.include(refused.message, 'the formation "Side by side"');
		await succeed('deleteFormation', { formation: 'Side by side' });
		await succeed('deregisterSystem', { system: SYSTEM });
		await untilText(/status: unregistered/);
	});

	const cases: readonly [name: string, fields: object, code: string][] = [
		['createFormation', { name: '' }, 'formation-name-invalid'],
		['createFormation', { name: '-F' }, 'formation-name-invalid'],
		['createFormation', { name: 'x'.repeat(129) }, 'formation-name-invalid'],
		['createFormation', { name: 'Side by side' }, 'formation-taken'],
		['createFormation', { name: 'F', type: '' }, 'formation-type-unknown'],
		['createFormation', { type: 'No such' }, 'formation-type-unknown'],
		['createFormation', { systems: ['No such'] }, 'system-unknown'],
		['createFormation', { type: KYMA, systems: ['Joule 1'] }, 'formation-member-not-allowed'],
		['createFormation', { name: 'F', type: JOULE, systems: ['Joule 1', 'Joule 2'] }, 'formation-rule-broken'],
		['createFormation', { name: 'F', type: KYMA, systems: SYSTEM }, 'request-malformed'],
		['includeSystem', { formation: 'No such' }, 'formation-unknown'],
		['includeSystem', { formation: 'Side by side', system: 'No such' }, 'system-unknown'],
		['includeSystem', { formation: 'Side by side', system: SYSTEM }, 'formation-member-exists'],
		['includeSystem', { formation: 'Side by side', system: 'Joule 1' }, 'formation-member-not-allowed'],
		['includeSystem', { system: 'Joule 1' }, 'formation-member-not-allowed'],
		['excludeSystem', { formation: 'No such' }, 'formation-unknown'],
		['excludeSystem', { formation: 'Side by side', system: 'Joule 1' }, 'system-unknown'],
		['excludeSystem', { system: 'Joule 1' }, 'formation-unknown'],
		['deleteFormation', { formation: 'side by side' }, 'formation-unknown'],
	];
	it('refuses what breaks its rules before it asks for anything, and leaves the file as it was', async () => {
		await givenRegisteredSystem();
		await succeed('createFormation', { name: 'Side by side', type: KYMA, systems: [SYSTEM] });
		const before = await textOf();
		for (const [name, fields, code] of cases) {
			const answer = await run(name, fields);
			assert.deepInclude(answer, { ok: false, code }, `${name} ${JSON.stringify(fields).slice(0, 80)}`);
			assert.match(String(answer.message), /\w.*\.$/, name);
		}
		assert.equal(await textOf(), before);
	});

	it('refuses every change where there is none yet, formation-unknown', async () => {
		await givenPendingSystem();
		for (const name of ['includeSystem', 'excludeSystem', 'deleteFormation']) {
			const answer = await run(name, {
				system: SYSTEM,
				...(name === 'deleteFormation' ? { formation: 'F' } : {}),
			});
			assert.deepInclude(answer, { ok: false, code: 'formation-unknown' }, name);
		}
	});

	it('R-FOR-4, R-FOR-12: written by hand, shows what breaks its rules as problems at their place', async () => {
		await write(
			[
				'version: 1',
				'globalAccount: Acme',
				'mode: recorded',
				'systems:',
				'  A: { type: SAP S/4HANA Cloud, status: pending }',
				'  J: { type: Joule, status: registered }',
				'formations:',
				`  F: { type: ${KYMA}, systems: [A, J] }`,
				'  G: { type: No such type, systems: [J] }',
				'',
			].join('\n'),
		);
		const found = await until(() => (problems().length > 2 ? problems() : undefined));
		assert.sameMembers(found, [
			'formation-member-not-allowed 7',
			'formation-member-not-allowed 7',
			'formation-type-unknown 8',
		]);
	});
});
