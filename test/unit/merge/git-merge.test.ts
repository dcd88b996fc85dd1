import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '../../../src/document/read.ts';
import type { ResolvedMerge, Stages } from '../../../src/merge/merge-texts.ts';
import { HEAD } from '../document/editing.ts';
import { placesOf, resolved } from './conflict.ts';

const FILE = 'system-landscape.yaml';
const START = `${HEAD}systems:\n`;
const system = (name: string, status = 'pending') =>
	`  # about ${name}\n  ${name}:\n    type: SAP S/4HANA Cloud\n    status: ${status} # of ${name}\n`;

interface Left {
	readonly text: string;
	readonly stages: Stages;
}

/** What `git merge` of two branches leaves in the file, and in its index. */
function merged(style: string, base: string, ours: string, theirs: string): Left {
	const folder = mkdtempSync(join(tmpdir(), 'git-merge-'));
	const options = ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
	const git = (...args: string[]) =>
		execFileSync('git', [...options, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	const commit = (text: string) => {
		writeFileSync(join(folder, FILE), text);
		git('add', FILE);
		git('commit', '--quiet', '--allow-empty', '-m', 'change');
	};
	try {
		git('init', '--quiet', '--initial-branch=main');
		commit(base);
		git('checkout', '--quiet', '-b', 'feature/other');
		commit(theirs);
		git('checkout', '--quiet', 'main');
		commit(ours);
		const { status } = spawnSync('git', [
			...options,
			'-c',
			`merge.conflictStyle=${style}`,
			'merge',
			'feature/other',
		]);
		assert.equal(status, 1, 'the merge is in conflict');
		const stage = (number: number) => git('show', `:${number}:${FILE}`);
		return {
			text: readFileSync(join(folder, FILE), 'utf8'),
			stages: { base: stage(1), ours: stage(2), theirs: stage(3) },
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

for (const style of ['merge', 'diff3', 'zdiff3']) {
	describe(`After a git merge in the style ${style}`, () => {
		const ways: Readonly<Record<string, (left: Left) => ResolvedMerge>> = {
			'with the sides of the index': ({ text, stages }) => resolved(text, stages),
			'with the base of the index': ({ text, stages: { base } }) => resolved(text, { base }),
			'without Git in VS Code': ({ text }) => resolved(text),
		};
		for (const [how, resolve] of Object.entries(ways)) {
			it(`two branches that each register a system have both, ${how}`, () => {
				const base = `${START}${system('OLD')}# the end\n`;
				const ours = base.replace('# the end\n', `${system('MINE')}# the end\n`);
				const theirs = base.replace('# the end\n', `${system('YOURS', 'error')}# the end\n`);
				const { text, contradictions, names } = resolve(merged(style, base, ours, theirs));
				assert.equal(text, ours.replace('# the end\n', `${system('YOURS', 'error')}# the end\n`));
				assert.deepEqual(contradictions, []);
				assert.deepEqual(names, ['HEAD', 'feature/other']);
				assert.deepEqual([...read(text).landscape.systems.keys()], ['OLD', 'MINE', 'YOURS']);
			});

			if (style === 'merge' && how.startsWith('without')) {
				// Without a base nobody can know which of two values is the new one.
				continue;
			}
			it(`a system is changed in two fields, one by each branch, ${how}`, () => {
				const base = `${START}${system('OLD')}`;
				const ours = base.replace('S/4HANA Cloud', 'Marketing Cloud');
				const theirs = base.replace('pending', 'error');
				const { text, contradictions } = resolve(merged(style, base, ours, theirs));
				assert.equal(text, ours.replace('pending', 'error'));
				assert.deepEqual(contradictions, []);
			});
		}

		for (const side of ['ours', 'theirs']) {
			it(`a system that ${side} edits and the other branch removes stays in conflict, alone`, () => {
				const base = `${START}${system('OLD')}${system('GONE')}`;
				const edited = base.replace('pending # of GONE', 'error # of GONE');
				const removed = `${START}${system('OLD')}${system('NEW')}`;
				const [ours, theirs] = side === 'ours' ? [edited, removed] : [removed, edited];
				const { text: left, stages } = merged(style, base, ours, theirs);
				const { text, contradictions } = resolved(left, stages);
				assert.deepEqual(placesOf(contradictions), ['systems/GONE']);
				assert.equal(text.match(/^<{7} HEAD$/gm)?.length, 1);
				assert.equal(text.match(/^>{7} feature\/other$/gm)?.length, 1);
				const between = text.slice(text.indexOf('<<<<<<<'), text.indexOf('>>>>>>>'));
				assert.match(between, / {2}GONE:\n {4}type: SAP S\/4HANA Cloud\n {4}status: error # of GONE\n/);
				assert.doesNotMatch(between, /NEW/);
				assert.equal(between.includes('|||||||'), style !== 'merge');
				assert.match(text, /# about NEW\n {2}NEW:/);
			});
		}
	});
}
