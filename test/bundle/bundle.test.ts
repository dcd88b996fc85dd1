import { strict as assert } from 'node:assert';
import { read } from '../../src/document/read.ts';

describe('The tests against the bundle', () => {
	it('get their modules from the minified bundle', () => {
		assert.doesNotMatch(String(read), /\n/);
	});
});
