import assert from 'node:assert/strict';
import { extensionStatusLabel, systemStatusLabel, timeLeft } from '../../../src/model/labels.ts';
import { EXTENSION_STATUSES, SYSTEM_STATUSES } from '../../../src/model/landscape.ts';
import { EXPIRES } from '../factories.ts';

/** Each status with what the classic cockpit shows, and the current one. */
const LABELS = [
	['pending', 'Pending', ''],
	['registered', 'Registered', 'Registered'],
	['error', 'Error', 'Error while Registering'],
	['deregistering', 'Deregistering', 'Deregistering'],
	['deregister-error', 'Deregister Error', 'Error while Deregistering'],
	['unregistered', 'Not registered', ''],
	['removing', 'Removing', 'Removing'],
	['remove-error', 'Error while Removing', 'Error while Removing'],
];

describe('labels of a system status', () => {
	it('DEC-1, DEC-4: the classic cockpit', () => {
		assert.deepEqual(
			SYSTEM_STATUSES.map((status) => [status, systemStatusLabel(status, 'classic')]),
			LABELS.map(([status, classic]) => [status, classic]),
		);
	});

	it('DEC-1, DEC-4: the current cockpit, which shows nothing before registration', () => {
		assert.deepEqual(
			SYSTEM_STATUSES.map((status) => [status, systemStatusLabel(status, 'current')]),
			LABELS.map(([status, , current]) => [status, current]),
		);
	});

	it('R-TYPE-2: the current cockpit shows nothing for a type without token, the classic one Registered', () => {
		assert.equal(systemStatusLabel('registered', 'current', 'Joule'), '');
		assert.equal(systemStatusLabel('removing', 'current', 'Joule'), 'Removing');
		assert.equal(systemStatusLabel('registered', 'classic', 'Joule'), 'Registered');
		assert.equal(systemStatusLabel('registered', 'current', 'SAP S/4HANA Cloud'), 'Registered');
	});
});

describe('labels of an extension status', () => {
	it('R-EXT-4, R-EXT-6, DEC-29: enabling, enabled, and our own words for failed and disabled', () => {
		for (const type of [undefined, 'SAP S/4HANA Cloud', 'A type of its own']) {
			assert.deepEqual(
				EXTENSION_STATUSES.map((status) => extensionStatusLabel(status, type)),
				['Enabling', 'Enabled', 'Failed', 'Disabled'],
			);
		}
	});

	it('R-EXT-15: a SuccessFactors tenant says Integrated', () => {
		assert.deepEqual(
			EXTENSION_STATUSES.map((status) => extensionStatusLabel(status, 'SAP SuccessFactors')),
			['Enabling', 'Integrated', 'Failed', 'Disabled'],
		);
	});
});

describe('time left', () => {
	for (const [now, words] of [
		['2026-11-20T10:00:00Z', '7 days'],
		['2026-11-20T10:00:01Z', '7 days'],
		['2026-11-20T22:00:01Z', '6 days'],
		['2026-11-25T10:00:00Z', '2 days'],
		['2026-11-25T10:00:01Z', '47 hours'],
		['2026-11-27T08:00:00Z', '2 hours'],
		['2026-11-27T08:00:01Z', '119 minutes'],
		['2026-11-27T09:58:00Z', '2 minutes'],
		['2026-11-27T09:58:01Z', '1 minute'],
		['2026-11-27T09:59:00Z', '1 minute'],
		['2026-11-27T09:59:01Z', 'less than a minute'],
		['2026-11-27T10:00:00Z', 'less than a minute'],
	] as const) {
		it(`at ${now} it is ${words}`, () => {
			assert.equal(timeLeft(EXPIRES, now), words);
		});
	}
});
