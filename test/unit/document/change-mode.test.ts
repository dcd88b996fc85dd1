import assert from 'node:assert/strict';
import { changeMode } from '../../../src/document/change-mode.ts';
import { edit } from '../../../src/document/edit.ts';
import { read } from '../../../src/document/read.ts';
import { asPractice } from '../../../src/model/converting.ts';
import { accepted, assertRefused } from '../factories.ts';
import { forAll } from '../property-runs.ts';
import { file } from './random-files.ts';

describe('Changing the mode of a landscape', () => {
	it('changes the one word in any style, and no other byte', () => {
		for (const line of ['mode: practice # ours', 'mode:   "practice"', "'mode':    'practice'"]) {
			for (const lineBreak of ['\n', '\r\n']) {
				const before = ['\ufeff# head', 'version: 1', 'globalAccount: practice', line, '', '# the end'].join(
					lineBreak,
				);
				const { reading } = accepted(changeMode(read(before), 'recorded'));
				assert.equal(reading.text, before.replace(line, line.replace('practice', 'recorded')));
				assert.equal(reading.landscape.mode, 'recorded');
				assert.equal(accepted(changeMode(reading, 'practice')).reading.text, before);
			}
		}
		const flow = '{ version: 1, globalAccount: Acme, mode: practice, x: [practice] }\n';
		assert.equal(
			accepted(changeMode(read(flow), 'recorded')).reading.text,
			flow.replace('mode: practice', 'mode: recorded'),
		);
	});

	it('is no edit where the mode is that one already', () => {
		const before = read('version: 1\nglobalAccount: Acme\nmode: recorded\n');
		assert.deepEqual(accepted(changeMode(before, 'recorded')).edits, []);
	});

	it('refuses a file that isn’t fully understood', () => {
		assertRefused(
			changeMode(read('version: 9\nglobalAccount: Acme\nmode: practice\n'), 'recorded'),
			'landscape-unreadable',
		);
		assertRefused(changeMode(read('version: 1\nmode: practice\n'), 'recorded'), 'landscape-unreadable');
	});
});

describe('The text of a copy to practice with', function () {
	this.timeout(60_000);

	it('forgets every fingerprint and open token, in any hand-styled file', () => {
		forAll(100, file, ({ text }) => {
			const before = read(text);
			const forgotten = accepted(edit(before, asPractice(before.landscape)));
			const { reading } = accepted(changeMode(forgotten.reading, 'practice'));
			assert.equal(reading.landscape.mode, 'practice');
			assert.ok(!reading.text.includes('fingerprint:'));
			assert.deepEqual(accepted(edit(reading, asPractice(reading.landscape))).edits, []);
			assert.match(reading.text, /x-notes: the end/);
		});
	});

	it('is the same but for what is forgotten', () => {
		const before = `# Our account
version: 1
globalAccount: Acme
mode: recorded   # since May
systems:
  # asks Ada
  DEV:
    type: SAP S/4HANA Cloud
    status: pending # handed over
    recordedAt: "2026-11-20T10:00:00Z"
    owner: Ada
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2026-11-27T10:00:00Z"
      # secret
      fingerprint: sha256:${'0'.repeat(64)}
  # productive
  PRD:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      expiresAt: "2026-11-27T10:00:00Z"
      fingerprint: sha256:${'1'.repeat(64)} # from Bob
      usedAt: "2026-11-21T09:12:00Z"
    x-cost-center: 42
  OLD: { type: SAP S/4HANA Cloud, status: deregistering } # ask Bob
tenants:
  my300001.s4hana.example: # the first one
    type: SAP S/4HANA Cloud
    extensions:
      DEV: { status: enabling }
      OLD: { status: enabled } # for now
# the end
`;
		const reading = read(before);
		const forgotten = accepted(edit(reading, asPractice(reading.landscape)));
		assert.equal(
			accepted(changeMode(forgotten.reading, 'practice')).reading.text,
			`# Our account
version: 1
globalAccount: Acme
mode: practice   # since May
systems:
  # asks Ada
  DEV:
    type: SAP S/4HANA Cloud
    status: pending # handed over
    owner: Ada
  # productive
  PRD:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      expiresAt: "2026-11-27T10:00:00Z"
      usedAt: "2026-11-21T09:12:00Z"
    x-cost-center: 42
  OLD: { type: SAP S/4HANA Cloud, status: registered } # ask Bob
tenants:
  my300001.s4hana.example: # the first one
    type: SAP S/4HANA Cloud
    extensions:
      OLD: { status: enabled } # for now
# the end
`,
		);
	});
});
