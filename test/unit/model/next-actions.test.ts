import assert from 'node:assert/strict';
import { removeSystem } from '../../../src/model/deregistration.ts';
import { EXTENSION_STATUSES, SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { nextActions } from '../../../src/model/next-actions.ts';
import { nextStep } from '../../../src/model/next-step.ts';
import { checkGetToken } from '../../../src/model/systems.ts';
import { landscape, NOW, paired, registeredSystem, system } from '../factories.ts';

describe('What can be done next', () => {
	it('is said as commands exactly where it is said in words, in practice', () => {
		for (const status of SYSTEM_STATUSES) {
			const one = status === 'registered' ? registeredSystem() : system({ status });
			const words = nextStep(landscape({ systems: [one] }), one, NOW);
			const actions = nextActions(landscape({ systems: [one] }), one, NOW);
			assert.equal(actions.length > 0, words !== '', status);
		}
	});

	it('R-REC-6: is what can be recorded, in a record, and nothing that is simulated', () => {
		for (const status of SYSTEM_STATUSES) {
			const one = status === 'registered' ? registeredSystem() : system({ status });
			const recorded = landscape({ mode: 'recorded', systems: [one] });
			const commands = nextActions(recorded, one, NOW).map(({ command }) => command);
			assert.equal(commands.length > 0, nextStep(recorded, one, NOW) !== '', status);
			for (const command of ['resetSystem', 'openTenant', 'createExtension']) {
				assert.ok(!commands.includes(command), `${status}: ${command}`);
			}
		}
	});

	it('offers no token and no removal that the rules refuse, whatever state the extension is in', () => {
		for (const status of SYSTEM_STATUSES) {
			for (const extensionStatus of EXTENSION_STATUSES) {
				for (const type of ['SAP S/4HANA Cloud', 'SAP Build']) {
					const one = system({ status, type });
					const connected = paired(one, { system: one.name, status: extensionStatus });
					for (const { command } of nextActions(connected, one, NOW)) {
						const told = `${type}, ${status}, ${extensionStatus}: ${command}`;
						if (command === 'getToken') {
							assert.equal(checkGetToken(connected, one.name), undefined, told);
						} else if (command === 'removeSystem') {
							assert.ok(removeSystem(connected, one.name).ok, told);
						}
					}
				}
			}
		}
	});
});
