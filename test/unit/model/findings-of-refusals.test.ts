import assert from 'node:assert/strict';
import { filesIn, textOf } from '../repository.ts';

/** Which finding shows in a file what a rule refuses as a request. */
const SHOWN: Readonly<Record<string, string>> = {
	'arrangement-malformed': 'project-arrangement-malformed',
	'arrangement-taken': 'project-arrangement-taken',
	'client-id-malformed': 'project-client-id-malformed',
	'client-id-taken': 'project-client-id-taken',
	'entitlement-exists': 'entitlement-exists',
	'extension-exists': 'key-duplicate',
	'extension-must-be-deleted-first': 'extension-must-be-deleted-first',
	'formation-member-exists': 'formation-member-exists',
	'formation-member-not-allowed': 'formation-member-not-allowed',
	'formation-name-invalid': 'formation-name-invalid',
	'formation-rule-broken': 'formation-rule-broken',
	'formation-taken': 'key-duplicate',
	'formation-type-unknown': 'formation-type-unknown',
	'global-account-empty': 'global-account-empty',
	'mode-unknown': 'value-invalid',
	'name-empty': 'name-empty',
	'name-not-printable-ascii': 'name-not-printable-ascii',
	'name-surrounding-blanks': 'name-surrounding-blanks',
	'name-taken': 'key-duplicate',
	'name-too-long': 'name-too-long',
	'plan-missing': 'key-missing',
	'plan-unknown': 'plan-unknown',
	'resource-malformed': 'project-instance-name-too-long',
	'scenario-group-not-applicable': 'scenario-group-not-applicable',
	'scenario-group-redundant': 'scenario-group-redundant',
	'scenario-group-required': 'scenario-group-required',
	'scenario-group-unknown': 'scenario-group-unknown',
	'scenario-malformed': 'project-scenario-malformed',
	'service-unavailable': 'service-unavailable',
	'service-unknown': 'service-unknown',
	'status-forbids': 'status-contradicts-extension',
	'subaccount-empty': 'subaccount-empty',
	'subaccount-taken': 'key-duplicate',
	'system-not-registered': 'system-not-registered',
	'system-unknown': 'system-unknown',
	'tenant-invalid': 'tenant-invalid',
	'tenant-not-the-same': 'tenant-not-the-same',
	'tenant-type-differs': 'tenant-type-differs',
	'token-expired': 'token-expired',
	'token-limit-reached': 'token-limit-reached',
	'token-missing': 'status-contradicts-token',
	'token-not-applicable': 'token-not-applicable',
	'token-shared': 'token-shared',
	'token-used': 'status-contradicts-token',
	'token-wrong-type': 'tenant-type-differs',
	'type-empty': 'value-invalid',
};

/** Why no file can hold what the rule refuses. */
const NEVER: Readonly<Record<string, string>> = {
	'edit-unsafe': 'is about writing, not about a state',
	'entitlement-unknown': 'is about a request for something that is not in the file',
	'extension-unknown': 'is about a request for something that is not in the file',
	'formation-unknown': 'is about a request: nothing in the file refers to a formation',
	'history-unavailable': 'is about what Git knows, not about a state',
	'import-columns-missing': 'is about a file to import',
	'import-unreadable': 'is about a file to import',
	'landscape-changed': 'is about writing, not about a state',
	'landscape-exists': 'is about creating a file',
	'landscape-file-invalid': 'is about creating a file',
	'landscape-missing': 'is about the workspace, not about a file',
	'landscape-not-saved': 'is about writing, not about a state',
	'landscape-unreadable': 'is the sum of the findings of reading, each with its own code',
	'merge-not-needed': 'is about merging, not about a state',
	'merge-unreadable': 'is about conflict markers, which reading reports as merge-conflict',
	'mode-recorded': 'is about a request: any state may have been recorded',
	'mode-simulated': 'is about a request: any state may have been practiced',
	'no-folder': 'is about the workspace, not about a file',
	'not-recorded': 'is about a request: nothing is recorded in practice',
	'project-changed': 'is about writing, not about a state',
	'project-not-deployable': 'is about a project that nothing deploys yet',
	'project-not-saved': 'is about writing, not about a state',
	'project-requires-missing': 'is about a file that is not there',
	'project-unknown': 'is about the workspace, not about a file',
	'project-unreadable': "is about a file that can't be read, which reading reports as project-not-read",
	'record-not-committed': 'is about what Git knows, not about a state',
	'recorded-by-hand': 'is about a request: any state may have been recorded',
	'report-file-invalid': 'is about the name of another file',
	'report-not-saved': 'is about writing, not about a state',
	'request-malformed': 'is about the fields of a command',
	'required-service-malformed': 'is about a request: cds itself refuses such a name',
	'resource-taken': 'is about a request for a name that something else has',
	'service-module-ambiguous': 'is about a request: any of several services may read',
	'service-path-malformed': 'is about a request: a path in a file may be computed',
	'stage-malformed': 'is about the name of a file',
	'subaccount-in-use': 'a used subaccount is as it should be; only removing it is refused',
	'subaccount-unknown': 'is about a request: nothing in the file refers to a subaccount',
	'system-in-use': 'a used system is as it should be; only removing it is refused',
	'system-not-deployable': 'is about a request: in a file such a name is a placeholder',
	'system-not-duplicate': 'is about a request: two systems may well be two systems',
	'tenant-unknown': 'is about a request: nothing in the file refers to a tenant',
	'time-in-future': 'is about a request: the clocks of two computers may differ',
	'token-malformed': 'the text of a token is never in the file',
	'token-not-on-this-machine': 'the text of a token is never in the file',
	'token-not-stored': 'the text of a token is never in the file',
	'token-superseded': 'the text of a token is never in the file, nor are the fingerprints of earlier ones',
	'token-unknown': 'the text of a token is never in the file',
};

describe('what model/ refuses', () => {
	const union = /export type RefusalCode =([^;]+);/.exec(textOf('src/model/decision.ts'))?.[1] ?? '';
	const codes = Array.from(union.matchAll(/'([a-z-]+)'/g), ([, code = '']) => code);

	it('is shown by a finding, or has a reason why no file can hold it', () => {
		assert.deepEqual([...Object.keys(SHOWN), ...Object.keys(NEVER)].sort(), [...codes].sort());
	});

	it('is shown by findings that exist', () => {
		const sources = filesIn('src/model')
			.filter((file) => file.endsWith('.ts') && file !== 'decision.ts')
			.map((file) => textOf(`src/model/${file}`))
			.concat(textOf('src/document/read.ts'))
			.join('\n');
		for (const code of Object.values(SHOWN)) {
			const start = code.replace(/^status-contradicts-.*/, 'status-contradicts-');
			assert.ok(sources.includes(start), `no finding has the code ${code}`);
		}
	});
});
