import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { INSTANT_PATTERN, type JsonSchema, landscapeSchema } from '../../../schemas/landscape-schema.ts';
import { read } from '../../../src/document/read.ts';
import { KNOWN_KEYS } from '../../../src/document/schema.ts';
import { isInstant } from '../../../src/model/instant.ts';
import { forAll } from '../property-runs.ts';
import { filesIn, textOf } from '../repository.ts';
import { changedDocument, type Json, validDocument } from './documents.ts';

const file = textOf('schemas/system-landscape.schema.json');
const schema: JsonSchema = JSON.parse(file);
const manifest = JSON.parse(textOf('package.json'));

/** Keywords for editors, of VS Code and Red Hat YAML, and our own; whatever else is no keyword is a mistake. */
const FOR_EDITORS = [
	'markdownDescription',
	'enumDescriptions',
	'markdownEnumDescriptions',
	'defaultSnippets',
	'patternErrorMessage',
	'x-names',
	'x-refers-to',
];
const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: true });
ajv.addVocabulary(FOR_EDITORS);
const validate = ajv.compile(schema);

/** What the decoder says: these are the codes of texts that are no landscape by their keys and values. */
const REFUSALS = ['key-missing', 'value-invalid', 'section-invalid', 'not-a-landscape', 'landscape-empty'];

/** Whether the decoder takes a document; fails when it objects to anything but keys and values. */
function isRead(document: Json): boolean {
	const errors = read(JSON.stringify(document)).findings.filter(
		({ severity, code }) => severity === 'error' && code !== 'version-newer' && code !== 'token-in-file',
	);
	for (const { code, message } of errors) {
		assert.ok(REFUSALS.includes(code), `${code}: ${message}`);
	}
	return errors.length === 0;
}

function agree(document: Json): boolean {
	const taken = isRead(document);
	assert.equal(
		validate(document),
		taken,
		`${JSON.stringify(document)}: the decoder ${taken ? 'takes' : 'refuses'} it; ${ajv.errorsText(validate.errors)}`,
	);
	return taken;
}

const HEAD = { version: 1, globalAccount: 'Acme', mode: 'practice' };
const TOKEN = { expiresAt: '2026-11-27T10:00:00Z' };
const withSystem = (system: Json): Json => ({ ...HEAD, systems: { DEV: system } });
const withToken = (token: Json) => withSystem({ type: 'T', status: 'pending', token });
const withTenant = (tenant: Json): Json => ({ ...HEAD, tenants: { host: tenant } });
const withSubaccount = (subaccount: Json): Json => ({ ...HEAD, subaccounts: { dev: subaccount } });
const entitled = (more: { [key: string]: Json }) =>
	withSubaccount({ entitlements: [{ service: 's', plan: 'p', system: 'DEV', ...more }] });
const withFormation = (formation: Json): Json => ({ ...HEAD, formations: { F: formation } });

const TAKEN: Record<string, Json> = {
	'a head alone': HEAD,
	'a newer version, which only the reader refuses': { ...HEAD, version: 2 },
	'empty sections': { ...HEAD, systems: null, tenants: null, subaccounts: null, formations: null },
	'a system without token': withSystem({ type: 'T', status: 'registered' }),
	'a token that is nothing': withToken(null),
	'a token with its expiry alone': withToken(TOKEN),
	'a type that the catalog does not know': withSystem({ type: 'Of our own', status: 'error' }),
	'unknown keys everywhere': {
		...HEAD,
		x: 1,
		systems: { DEV: { type: 'T', status: 'error', x: { y: null } } },
	},
	'names that objects have': JSON.parse(
		'{"version":1,"globalAccount":"A","mode":"recorded","systems":{"__proto__":{"type":"T","status":"error"},"constructor":{"type":"T","status":"error"}}}',
	),
	'a leap day': withToken({ expiresAt: '2028-02-29T00:00:00Z' }),
	'a tenant without extensions': withTenant({ type: 'T', extensions: null }),
	'an empty subaccount': withSubaccount(null),
	'no entitlements': withSubaccount({ entitlements: null }),
	'an entitlement without amount': entitled({}),
	'a formation without systems': withFormation({ type: 'T', systems: null }),
};

const REFUSED: Record<string, Json> = {
	'a list': [],
	'a text': 'x',
	nothing: null,
	'a head without mode': { version: 1, globalAccount: 'Acme' },
	'version 0': { ...HEAD, version: 0 },
	'half a version': { ...HEAD, version: 1.5 },
	'a version as text': { ...HEAD, version: '1' },
	'an empty account': { ...HEAD, globalAccount: '' },
	'a mode with a capital': { ...HEAD, mode: 'Practice' },
	'sections that are lists': { ...HEAD, systems: [] },
	'sections that are texts': { ...HEAD, formations: 'x' },
	'a system that is nothing': withSystem(null),
	'a system without status': withSystem({ type: 'T' }),
	'a status of extensions': withSystem({ type: 'T', status: 'enabled' }),
	'a token without expiry': withToken({}),
	'a token that is text': withToken('x'),
	'a day that is not': withToken({ expiresAt: '2026-02-29T00:00:00Z' }),
	'a leap day of 2100': withToken({ expiresAt: '2100-02-29T00:00:00Z' }),
	'a time in another zone': withToken({ expiresAt: '2026-11-27T10:00:00+01:00' }),
	'a time with fractions': withToken({ expiresAt: '2026-11-27T10:00:00.5Z' }),
	'a time and a line break': withToken({ expiresAt: '2026-11-27T10:00:00Z\n' }),
	'an optional time that is nothing': withToken({ ...TOKEN, usedAt: null }),
	'a fingerprint in capitals': withToken({ ...TOKEN, fingerprint: `sha256:${'A'.repeat(64)}` }),
	'an empty scenario group': withToken({ ...TOKEN, scenarioGroups: [''] }),
	'scenario groups that are nothing': withToken({ ...TOKEN, scenarioGroups: null }),
	'a tenant that is nothing': withTenant(null),
	'extensions that are a list': withTenant({ type: 'T', extensions: [] }),
	'an extension that is nothing': withTenant({ type: 'T', extensions: { DEV: null } }),
	'a description that is no text': withTenant({
		type: 'T',
		extensions: { DEV: { status: 'enabled', description: 1 } },
	}),
	'no units': entitled({ amount: 0 }),
	'half a unit': entitled({ amount: 1.5 }),
	'units that are nothing': entitled({ amount: null }),
	'entitlements by name': withSubaccount({ entitlements: {} }),
	'an entitlement without system': withSubaccount({ entitlements: [{ service: 's', plan: 'p' }] }),
	'a subaccount that is a list': withSubaccount([]),
	'a subaccount that is text': withSubaccount('dev'),
	'a formation that is nothing': withFormation(null),
	'a system of a formation that is a number': withFormation({ type: 'T', systems: [1] }),
};

describe('The schema of the landscape file', () => {
	it('is what the generator makes of the decoder and the catalog now (npm run schema)', () => {
		assert.equal(file, `${JSON.stringify(landscapeSchema(), null, '\t')}\n`);
	});

	it('is a schema of draft-07, strictly, and has no keyword that nobody knows', () => {
		assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
		assert.equal(ajv.validateSchema(schema), true);
		assert.throws(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(schema), /unknown keyword/);
	});

	for (const [what, document] of Object.entries(TAKEN)) {
		it(`takes ${what}, as the decoder does`, () => {
			assert.equal(agree(document), true);
		});
	}

	for (const [what, document] of Object.entries(REFUSED)) {
		it(`refuses ${what}, as the decoder does`, () => {
			assert.equal(agree(document), false);
		});
	}

	it('takes and refuses what the decoder takes and refuses, in thousands of documents', () => {
		let taken = 0;
		let refused = 0;
		forAll(200, validDocument, (document) => assert.equal(agree(document), true));
		forAll(500, changedDocument, (document) => {
			if (agree(document)) {
				taken++;
			} else {
				refused++;
			}
		});
		assert.ok(taken > 200, `only ${taken} changed documents were taken`);
		assert.ok(refused > 200, `only ${refused} changed documents were refused`);
	}).timeout(60_000);

	it('has for times exactly the texts that the decoder takes, each day of two times 400 years', () => {
		const pattern = new RegExp(INSTANT_PATTERN, 'u');
		const two = (number: number) => String(number).padStart(2, '0');
		for (const start of [0, 1900]) {
			for (let year = start; year < start + 400; year++) {
				for (let month = 0; month <= 13; month++) {
					for (let day = 0; day <= 32; day++) {
						const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T23:59:59Z`;
						if (pattern.test(text) !== isInstant(text)) {
							assert.fail(text);
						}
					}
				}
			}
		}
		for (let number = 0; number < 100; number++) {
			for (const time of [`${two(number)}:00:00`, `00:${two(number)}:00`, `00:00:${two(number)}`]) {
				const text = `2026-11-20T${time}Z`;
				assert.equal(pattern.test(text), isInstant(text), text);
			}
		}
	}).timeout(30_000);

	it('takes every landscape file of the tests', () => {
		const folder = 'test/unit/document/fixtures';
		const names = filesIn(folder).filter((name) => /\.ya?ml$/.test(name));
		assert.ok(names.length >= 6);
		for (const name of names) {
			const text = textOf(`${folder}/${name}`);
			const valid = validate(parse(text, { logLevel: 'error' }));
			assert.ok(valid, `${name}: ${ajv.errorsText(validate.errors)}`);
		}
	});

	it('explains every key that the format knows, every record and every value of a list', () => {
		const seen = new Map<string, JsonSchema>();
		for (const part of partsOf(schema)) {
			if (part.title) {
				seen.set(String(part.title), part);
			}
			if (part.enum) {
				for (const keyword of ['enumDescriptions', 'markdownEnumDescriptions']) {
					const texts = part[keyword] as string[];
					assert.equal(texts.length, part.enum.length);
					assert.ok(texts.every((text) => text.length > 10));
				}
			}
		}
		const titles: Record<keyof typeof KNOWN_KEYS, string> = {
			landscape: 'System Landscape',
			system: 'System',
			token: 'Integration token',
			tenant: 'Tenant',
			extension: 'Extension',
			subaccount: 'Subaccount',
			entitlement: 'Entitlement',
			formation: 'Formation',
		};
		for (const [kind, keys] of Object.entries(KNOWN_KEYS)) {
			const record = seen.get(titles[kind as keyof typeof KNOWN_KEYS]);
			assert.ok(record, kind);
			assert.deepEqual(Object.keys(record.properties ?? {}).sort(), [...keys].sort());
			for (const part of [record, ...Object.values(record.properties ?? {})]) {
				assert.ok(String(part.description).length > 10);
				assert.ok(String(part.markdownDescription).startsWith(String(part.description)));
			}
		}
	});

	it('names the sections whose names are referred to, at each place that refers to them', () => {
		const parts = [...partsOf(schema)];
		const defined = parts.flatMap((part) => part['x-names'] ?? []);
		assert.deepEqual(defined, ['systems', 'tenants', 'subaccounts', 'formations']);
		const references = parts.flatMap((part) => part['x-refers-to'] ?? []);
		assert.deepEqual(references, ['tenants', 'systems', 'systems', 'systems']);
	});

	it('is offered to YAML editors for the files that are landscapes, and is packed', () => {
		const [{ fileMatch, url }, ...others] = manifest.contributes.yamlValidation;
		assert.deepEqual(others, []);
		assert.equal(url, './schemas/system-landscape.schema.json');
		assert.deepEqual([...fileMatch].sort(), [
			'*.system-landscape.yaml',
			'*.system-landscape.yml',
			'system-landscape.yaml',
			'system-landscape.yml',
		]);
		const packed = textOf('.vscodeignore').split('\n');
		assert.ok(packed.includes(`!${url.slice(2)}`));
	});
});

/** A schema and everything in it that is one. */
function* partsOf(part: unknown): Generator<JsonSchema> {
	if (part === null || typeof part !== 'object') {
		return;
	}
	if (Array.isArray(part)) {
		for (const item of part) {
			yield* partsOf(item);
		}
		return;
	}
	const { defaultSnippets, properties, ...rest } = part as JsonSchema;
	yield part as JsonSchema;
	for (const inner of [...Object.values(properties ?? {}), ...Object.values(rest)]) {
		yield* partsOf(inner);
	}
}
