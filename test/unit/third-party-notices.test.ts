import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { writeThirdPartyNotices } from '../../third-party-notices.mjs';

describe('The licence texts in the package', () => {
	it('are those of every package that is bundled, and are packed', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'notices-'));
		const file = join(folder, 'THIRD-PARTY-NOTICES.txt');
		try {
			const results = await Promise.all(bundles.map((options) => build({ ...options, write: false })));
			await writeThirdPartyNotices(results, file);
			const text = readFileSync(file, 'utf8');
			const headings = Array.from(text.matchAll(/^--- (\S+) \S+ \((\S+)\) ---$/gm), ([, name, licence]) => [
				name,
				licence,
			]);
			assert.deepEqual(headings, [
				['@vscode/l10n', 'MIT'],
				['jsonc-parser', 'MIT'],
				['papaparse', 'MIT'],
				['preact', 'MIT'],
				['valibot', 'MIT'],
				['yaml', 'ISC'],
				['@vscode/codicons', 'CC-BY-4.0'],
			]);
			const licences = text.match(/Permission (?:is hereby granted|to use, copy)|by\/4\.0\/legalcode/g);
			assert.equal(licences?.length, headings.length);
		} finally {
			rmSync(folder, { recursive: true });
		}
		assert.match(readFileSync('.vscodeignore', 'utf8'), /^!dist\/THIRD-PARTY-NOTICES\.txt$/m);
	});
});
