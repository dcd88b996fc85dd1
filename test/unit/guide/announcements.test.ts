import assert from 'node:assert/strict';
import { announcements } from '../../../src/guide/page/announcements.ts';
import type { Extension, System } from '../../../src/model/landscape.ts';
import {
	extension,
	HOST,
	LATER,
	landscape,
	PAIRED,
	system,
	systemWithoutToken,
	tenant,
	token,
} from '../factories.ts';
import { guideOf } from './shown.ts';

const withSystem = (record: System, shown: readonly Extension[] = []) =>
	guideOf(landscape({ mode: 'recorded', systems: [record], tenants: [tenant(shown)] }));

const BEFORE = withSystem(systemWithoutToken({ recordedAt: PAIRED }));
const WITH_TOKEN = withSystem(system({ recordedAt: PAIRED }));

describe('what the guide reads out', () => {
	it('is nothing at first, and nothing where nothing changed', () => {
		assert.deepEqual(announcements(undefined, BEFORE), []);
		assert.deepEqual(announcements(BEFORE, BEFORE), []);
	});

	it('is what is recorded now, and what comes next, whoever recorded it', () => {
		assert.deepEqual(announcements(BEFORE, WITH_TOKEN), [
			'Get the token: Issued on the day 2026-11-20, valid until the day 2026-11-27, All Communication Scenarios.',
			'Next: Hand the token over.',
		]);
		const enabling = withSystem(system({ recordedAt: PAIRED, token: token({ usedAt: PAIRED }) }), [
			extension({ status: 'enabling', recordedAt: LATER }),
		]);
		assert.deepEqual(announcements(WITH_TOKEN, enabling), [
			'Hand the token over: Token used on the day 2026-11-21.',
			`Create the extension: ${HOST}: Enabling, recorded on the day 2026-11-22.`,
			'Next: Create the extension.',
		]);
	});

	it('is what stands in the way', () => {
		const failed = withSystem(system({ status: 'error', recordedAt: PAIRED }));
		assert.match(announcements(WITH_TOKEN, failed).join(' '), /The registration failed\. Get a new token/);
	});

	it('is that one can record again', () => {
		assert.deepEqual(announcements({ ...BEFORE, locked: 'Fix it.' }, BEFORE), ['You can record again.']);
	});
});
