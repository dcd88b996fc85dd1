/** A rule of the domain in a few words, and the tests whose titles name it, or why there is none. */
export type Rule =
	| { readonly says: string; readonly tests: readonly string[] }
	| { readonly says: string; readonly notModelled: string };

const shown = (says: string, ...tests: readonly string[]): Rule => ({ says, tests });
const notModelled = (says: string, reason: string): Rule => ({ says, notModelled: reason });

/**
 * Every rule of domain.md 2.3, 4, 5, 7.2 and 8.2 and every transition of 3.1, 3.2 and 3.3, in their order. Tests are files
 * below test/, without `.test.ts`.
 */
export const RULES: Readonly<Record<string, Rule>> = {
	// --- 2.3 names
	'R-NAME-1': shown('a name is mandatory', 'unit/model/names'),
	'R-NAME-2': shown('printable ASCII only', 'unit/model/names'),
	'R-NAME-3': shown('once per global account', 'unit/model/register-system', 'unit/model/removing'),
	'R-NAME-4': notModelled(
		'recommended: unique and telling, with the type in it',
		'SAP recommends it and does not enforce it, so there is nothing that could be refused.',
	),
	'R-NAME-5': shown('length and blanks are undocumented: DEC-6', 'unit/model/names'),

	// --- 3.1 the system, classic
	B1: shown('Register System', 'unit/model/register-system'),
	B1a: shown('Add without Get Token', 'unit/model/register-system'),
	B2: shown('Display Token, Copy Token', 'unit/model/show-token'),
	B3: shown('the token expires and is reissued', 'unit/model/show-token'),
	B4: shown('pairing starts, the token is used', 'unit/model/pairing'),
	B5: shown('registration succeeded', 'unit/model/settling'),
	B6: shown('registration failed', 'unit/model/settling', 'extension/pairing'),
	B7: shown('failed extension deleted, then a new token', 'unit/model/get-token', 'extension/pairing'),
	B8: shown('Deregister', 'unit/model/deregistration'),
	B9: shown('deregistration finished', 'unit/model/deregistration'),
	B10: shown('deregistration failed', 'unit/model/deregistration', 'unit/model/reset'),
	B11: shown('a pending system is removed instead', 'unit/model/deregistration', 'unit/model/removing'),

	// --- 3.2 the system, current
	N1: shown('Add System', 'unit/model/register-system'),
	N2: shown('Get Token', 'unit/model/get-token'),
	N3: notModelled(
		'Get Token for an auto-discovered system',
		'A landscape file does not hold how a system came to be: every system in it was added by hand.',
	),
	N4: shown('pairing succeeded', 'unit/model/settling'),
	N5: shown('pairing failed', 'unit/model/settling'),
	N6: shown('after a failed registration: remove, then add anew', 'unit/model/removing'),
	N7: shown('Deregister System', 'unit/model/deregistration'),
	N8: shown('deregistered: the row stays, the same tenant may pair again', 'unit/model/deregistration'),
	N9: shown('deregistration failed', 'unit/model/deregistration'),
	N10: notModelled(
		'Deregister System again after it failed',
		'The primary sources forbid it in Deregister Error and come first; Reset System stands for the answer to the incident.',
	),
	N11: shown('Remove System where nothing is connected', 'unit/model/removing'),
	N12: shown('a registered system must be deregistered first', 'unit/model/removing'),
	N13: shown('removed: the name can be added anew', 'unit/model/removing'),
	N14: notModelled(
		'removal failed',
		'Practice removes a record at once, so a removal is never under way; the status is read and shown where a file has it.',
	),
	N15: shown('remove again', 'unit/model/removing'),
	N16: notModelled(
		'auto-discovered systems cannot be removed',
		'A landscape file does not hold how a system came to be: every system in it was added by hand.',
	),
	N17: shown("a lasting error is reported to the type's component", 'unit/model/deregistration'),

	// --- 3.3 the extension
	E1: shown('New', 'browser/tutorial'),
	E2: shown('Cancel of the draft', 'unit/model/pairing', 'browser/tutorial'),
	E3: shown('Create, up to the approval', 'unit/model/pairing'),
	E4: shown('Yes: enabling', 'unit/model/pairing'),
	E5: shown('Back and Cancel of the approval', 'unit/model/pairing', 'browser/tutorial'),
	E6: shown('enabled', 'unit/model/settling'),
	E7: shown('failed', 'unit/model/settling'),
	E8: notModelled(
		'Disable',
		'SAP took Disable out of its documents and DEC-28 leaves it off; only deregistering disables an extension (E12).',
	),
	E9: notModelled(
		're-enable',
		'Without Disable there is nothing to enable again; a disabled extension is taken over by pairing again.',
	),
	E10: shown('Delete of a settled extension', 'unit/model/settling'),
	E11: shown('Delete of a failed extension', 'unit/model/settling'),
	E12: shown('the system is deregistered', 'unit/model/deregistration'),

	// --- 4 tokens
	'R-TOK-1': shown('belongs to one system record', 'unit/model/token-types'),
	'R-TOK-2': shown('minted by Register or Get Token', 'unit/model/register-system', 'unit/model/get-token'),
	'R-TOK-3': shown(
		'7 days',
		'unit/model/tokens',
		'unit/model/token-types',
		'unit/model/instants',
		'extension/tokens',
	),
	'R-TOK-4': shown('10 minutes', 'unit/model/token-types'),
	'R-TOK-5': shown('usable once', 'unit/model/pairing', 'unit/model/token-types', 'extension/tokens'),
	'R-TOK-6': shown(
		'expired: reissued',
		'unit/model/show-token',
		'unit/model/token-types',
		'extension/tokens',
	),
	'R-TOK-7': shown('shown again while pending', 'unit/model/show-token'),
	'R-TOK-8': shown('handed over as a secret', 'unit/model/token-types'),
	'R-TOK-9': shown('1000 open tokens per type', 'unit/model/open-tokens-limit'),
	'R-TOK-10': shown(
		'carries the choice of scenario groups',
		'unit/model/scenario-groups',
		'unit/model/token-types',
	),
	'R-TOK-11': shown('worthless after a failure', 'unit/model/get-token', 'extension/pairing'),
	'R-TOK-12': shown('a newer token: DEC-7', 'unit/model/get-token'),
	'R-TOK-13': shown('opaque text', 'unit/model/tokens'),
	'R-TOK-14': shown('expired from expiresAt on', 'unit/model/tokens', 'unit/model/pairing'),

	// --- 5 communication scenario groups
	'R-CSG-1': shown('at least one', 'unit/model/scenario-groups', 'unit/model/register-system'),
	'R-CSG-2': shown('several, All with others: DEC-9', 'unit/model/scenario-groups'),
	'R-CSG-3': shown('another choice needs a new token', 'unit/model/get-token'),
	'R-CSG-4': notModelled(
		'another global account with other groups registers the system itself',
		'One landscape file is one global account: a second account has a file of its own, which knows nothing of the first.',
	),
	'R-CSG-5': notModelled(
		'a scenario outside the groups of the token',
		"A landscape file does not hold service instances, so it holds no scenarioId to compare with the token's groups.",
	),

	// --- 7.2 entitlements
	'R-ENT-1': shown('offered with a registered system', 'unit/model/entitlements', 'extension/refusals'),
	'R-ENT-2': shown('plans per system', 'unit/model/entitlements'),
	'R-ENT-3': shown('the key of an entitlement', 'unit/model/entitlements'),
	'R-ENT-4': shown('units: DEC-10', 'unit/model/entitlements'),
	'R-ENT-5': shown('registered systems only', 'unit/model/entitlements', 'unit/model/findings'),
	'R-ENT-6': notModelled(
		'nothing is effective before Save',
		'A landscape file holds what was saved: Add Service Plans confirms and saves in one step.',
	),
	'R-ENT-7': notModelled(
		'who may edit entitlements',
		'A landscape file has no users; who may change it is up to the repository.',
	),
	'R-ENT-8': notModelled(
		'the subaccount needs Cloud Foundry or Kyma',
		'A landscape file does not hold which environments a subaccount has.',
	),
	'R-ENT-9': shown('one subaccount at a time', 'unit/model/entitlements'),
	'R-ENT-10': shown('blocks deregistering', 'unit/model/deregistration'),
	'R-ENT-11': notModelled(
		'removing while service instances exist',
		'A landscape file does not hold service instances, which DEC-11 would list.',
	),
	'R-ENT-12': shown('no registered system, no entitlement', 'unit/model/entitlements'),

	// --- 8.2 formations
	'R-FOR-1': shown('name', 'unit/model/formations'),
	'R-FOR-1a': notModelled('name in 2021', 'DEC-25 takes the current rule, R-FOR-1.'),
	'R-FOR-2': shown('the list of systems is filtered by type', 'unit/model/formations'),
	'R-FOR-3': shown('include and exclude later', 'unit/model/formations'),
	'R-FOR-4': shown('token types must be registered first', 'unit/model/formations'),
	'R-FOR-5': notModelled(
		'a subaccount in a formation',
		'Since 2025-01-08 a formation has no subaccount, and a landscape file holds none for it.',
	),
	'R-FOR-6': shown('Delete excludes the systems', 'unit/model/formations'),
	'R-FOR-7': shown('deleted for good', 'unit/model/formations'),
	'R-FOR-8': shown('blocks deregistering', 'unit/model/deregistration'),
	'R-FOR-9': notModelled(
		'consent before inclusion',
		'A landscape file does not hold consent requests: they are between global accounts.',
	),
	'R-FOR-10': notModelled(
		'configuration by hand after creation',
		'A landscape file does not hold what is configured inside a system.',
	),
};
