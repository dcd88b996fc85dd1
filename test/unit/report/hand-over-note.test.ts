import assert from 'node:assert/strict';
import fc from 'fast-check';
import { handOverNote } from '../../../src/report/hand-over-note.ts';
import { accepted, assertRefused, landscape, listed, PAIRED, system, token } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { ACME, assertGolden, inLanguage, LANGUAGES, localTime, NOW } from './golden.ts';
import { assertInert, FINGERPRINT, HOSTILE_TEXTS, saying } from './inert.ts';

const context = { now: NOW, localTime };
const note = (name: string, of = ACME) => accepted(handOverNote(of, name, context));

describe('A hand-over note', () => {
	for (const language of LANGUAGES) {
		for (const [name, file] of [
			['S4 TEST', 's4'],
			['SFSF', 'successfactors'],
			['Shop', 'commerce'],
			['IBP', 'ibp'],
		] as const) {
			it(`has what the administrator of a tenant needs: ${name} (${language})`, () => {
				assertGolden(
					`note-${file}.${language}.md`,
					inLanguage(language, () => note(name).note),
				);
			});
		}
	}

	it('R-TOK-8: has neither the token nor its fingerprint, and says that the token comes by another way', () => {
		const { note: text } = note('S4 TEST');
		assert.ok(ACME.systems.get('S4 TEST')?.token?.fingerprint);
		assert.ok(!/sha256|abcdabcd/.test(text));
		assert.ok(text.includes('you get the token separately, through a safe channel'));
	});

	it('R-TUT-2: names the system as the description to enter, with every character', () => {
		const name = `${'A*b `c` |'.repeat(20)}end`;
		const { note: text } = note(name, landscape({ systems: [system({ name })] }));
		assert.ok(text.includes(`Description to enter in the tenant: \`\`${name}\`\``));
	});

	it('says plainly that nobody can begin without a token, or with one that is used or expired', () => {
		for (const [fields, says] of [
			[{}, undefined],
			[{ token: token({ usedAt: PAIRED }) }, 'was already used (2026-11-21, 09:12 GMT)'],
			[{ token: token({ expiresAt: NOW }) }, 'expired: it was valid until 2026-11-21, 10:00 GMT'],
			[{ status: 'registered' }, 'is registered in Acme. You can pair only pending systems.'],
			[{ status: 'error' }, "couldn't be registered in Acme. You can pair only pending systems."],
		] as const) {
			const made = note('X', landscape({ systems: [system({ name: 'X', ...fields })] }));
			assert.equal(made.isUsable, says === undefined);
			assert.equal(made.note.includes('**Note:**'), says !== undefined);
			assert.equal(made.note.includes('Token valid until:'), says === undefined);
			assert.equal(made.note.includes('What the Token Allows'), says === undefined);
			assert.ok(made.note.includes(says ?? ''));
		}
		const { token: _, ...without } = system({ name: 'X' });
		const made = note('X', landscape({ systems: [without] }));
		assert.equal(made.isUsable, false);
		assert.ok(made.note.includes("There's no integration token yet."));
		assert.ok(!made.note.includes('What the Token Allows'));
	});

	it('names the tenant where only that one can pair, or has paired', () => {
		const tenant = 'Tenant: `my300002.s4hana.example`';
		assert.ok(note('S4 TEST').note.includes(tenant));
		const { note: other } = note('X', landscape({ systems: [system({ name: 'X' })] }));
		assert.ok(!other.includes('Tenant:'));
	});

	it('of a practice landscape says that it is one', () => {
		assert.ok(note('X', landscape({ systems: [system({ name: 'X' })] })).note.includes('practice landscape'));
		assert.ok(!note('S4 TEST').note.includes('practice landscape'));
	});

	it('is refused for systems that are not there, and for types without a token', () => {
		assertRefused(handOverNote(ACME, 'No such', context), 'system-unknown');
		assertRefused(handOverNote(landscape({ systems: [listed()] }), 'J', context), 'token-not-applicable');
	});

	it('stays what it is whatever names are, and never has a fingerprint', () => {
		const check = (text: string) => {
			for (const language of LANGUAGES) {
				assertInert(inLanguage(language, () => note(text, saying(text)).note));
			}
		};
		for (const text of HOSTILE_TEXTS) {
			check(text);
		}
		const part = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 30 }));
		forAll(
			150,
			fc.array(part, { minLength: 1, maxLength: 4 }),
			fc.constantFrom('', ' ', '|', '`', '\n', FINGERPRINT),
			(parts, glue) => check(parts.join(glue)),
		);
	});
});
