import assert from 'node:assert/strict';
import { checkRequiredService } from '../../../src/model/projects/connection.ts';
import { projectId } from '../../../src/project/project-id.ts';
import { assertRefused } from '../factories.ts';

const idOf = (texts: Readonly<Record<string, string>>) =>
	projectId({ folder: 'file:///clone-17', texts: new Map(Object.entries(texts)), large: [] });

describe('What a project calls itself', () => {
	it('is the id of its mta.yaml, or the name in package.json without its scope', () => {
		const manifest = '{"name": "@acme/orders"}';
		assert.equal(idOf({ 'mta.yaml': 'ID: incidents\n', 'package.json': manifest }), 'incidents');
		assert.equal(idOf({ 'mta.yaml': 'modules: []\n', 'package.json': manifest }), 'orders');
	});

	it('is unknown where neither says it, or nobody can read them', () => {
		assert.equal(idOf({ 'pom.xml': '<project/>' }), undefined);
		assert.equal(idOf({ 'mta.yaml': 'ID: {', 'package.json': '{' }), undefined);
	});
});

describe('A service in cds.requires', () => {
	it('is none of those that CAP itself has there', () => {
		for (const name of ['auth', 'db', 'messaging']) {
			assertRefused(checkRequiredService(name), 'required-service-malformed', name);
		}
		assert.equal(checkRequiredService('API_BUSINESS_PARTNER'), undefined);
	});
});
