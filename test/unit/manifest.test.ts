import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MILESTONES } from '../../src/model/progress.ts';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { contributes } = manifest;

function sources(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);

describe('The manifest', () => {
	it('contributes exactly the commands that are registered', () => {
		const registered = sources('src/commands').flatMap((text) =>
			Array.from(
				text.matchAll(/= (?:landscapeC|c)ommand\(\{[^}]*?name: '(\w+)'/g),
				([, name]) => `systemLandscape.${name}`,
			),
		);
		assert.deepEqual([...registered].sort(), [...contributed].sort());
	});

	it('names only contributed commands in menus, welcome texts, the walkthrough and the code', () => {
		const walkthroughs = JSON.stringify(contributes.walkthroughs);
		const mentioned = [
			...Object.values<{ command: string }[]>(contributes.menus).flatMap((items) =>
				items.map(({ command }) => command),
			),
			...Array.from(
				`${JSON.stringify(contributes.viewsWelcome)}${walkthroughs}`.matchAll(
					/command:(systemLandscape\.\w+)/g,
				),
				([, command]) => command ?? '',
			),
		];
		assert.ok(mentioned.length > 20);
		assert.deepEqual(
			mentioned.filter((command) => !contributed.includes(command)),
			[],
		);
	});

	it('keeps the identifiers of the contract', () => {
		assert.equal(manifest.name, 'btp-system-landscape');
		assert.equal(manifest.displayName, 'System Landscape for SAP BTP');
		assert.equal(manifest.engines.vscode, '^1.100.0');
		assert.equal(contributes.viewsContainers.activitybar[0].id, 'systemLandscape');
		assert.equal(contributes.views.systemLandscape[0].id, 'systemLandscape.landscape');
		assert.equal(contributes.walkthroughs[0].id, 'systemLandscape.connectivity');
		for (const { command, category } of contributes.commands) {
			assert.match(command, /^systemLandscape\.[a-zA-Z]+$/);
			assert.equal(category, 'System Landscape');
		}
		for (const setting of Object.keys(contributes.configuration.properties)) {
			assert.match(setting, /^systemLandscape\./);
		}
	});

	it('starts the extension for the view, the commands, the walkthrough and a file at a root, and for nothing else', () => {
		assert.deepEqual(manifest.activationEvents, [
			'onWalkthrough:systemLandscape.connectivity',
			'onWebviewPanel:systemLandscape.map',
			'onWebviewPanel:systemLandscape.tenant',
			'workspaceContains:system-landscape.yaml',
			'workspaceContains:system-landscape.yml',
		]);
	});

	it('waits in each step of the walkthrough for a context key that the code sets', () => {
		const [{ steps }] = contributes.walkthroughs;
		assert.ok(steps.length >= 8 && steps.length <= 11);
		for (const { id, completionEvents } of steps) {
			const keys: string[] = completionEvents.flatMap(
				(event: string) => event.match(/systemLandscape\.milestone\.\w+/g) ?? [],
			);
			assert.ok(id === 'openFolder' || keys.length > 0, id);
			for (const key of keys) {
				assert.ok(
					MILESTONES.some((milestone) => key.endsWith(`.${milestone}`)),
					key,
				);
			}
		}
	});

	it('has every picture that it names, and a text instead for those who do not see it', () => {
		const [{ steps }] = contributes.walkthroughs;
		for (const { media } of steps) {
			assert.ok(existsSync(join(root, media.svg)), media.svg);
			assert.ok(media.altText.length > 20);
		}
		assert.ok(existsSync(join(root, manifest.icon)));
	});
});
