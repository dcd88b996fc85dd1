import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SECTIONS } from '../../src/model/change.ts';
import { MILESTONES, STEPS } from '../../src/model/progress.ts';
import { filesIn, ROOT, textOf } from './repository.ts';

const readJson = (name: string) => JSON.parse(textOf(name));
const english: Record<string, string> = readJson('package.nls.json');
const german: Record<string, string> = readJson('package.nls.de.json');
const LANGUAGES = [
	['English', english],
	['German', german],
] as const;
const keyed = readJson('package.json');
const KEY = /^%(.+)%$/;

/** A part of the manifest as VS Code sees it: with the texts in the place of their keys. */
function localized(part: unknown, texts: Readonly<Record<string, string>>): unknown {
	if (typeof part === 'string') {
		return texts[KEY.exec(part)?.[1] ?? ''] ?? part;
	}
	if (Array.isArray(part)) {
		return part.map((item) => localized(item, texts));
	}
	if (typeof part === 'object' && part !== null) {
		return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, localized(value, texts)]));
	}
	return part;
}

/** Every string below a part of the manifest. */
function stringsIn(part: unknown): string[] {
	if (typeof part === 'string') {
		return [part];
	}
	return typeof part === 'object' && part !== null ? Object.values(part).flatMap(stringsIn) : [];
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest has too many shapes to write down here.
const manifest = localized(keyed, english) as any;
const { contributes } = manifest;

function sources(folder: string): string[] {
	return filesIn(folder)
		.filter((name) => name.endsWith('.ts'))
		.map((name) => textOf(`${folder}/${name}`));
}

const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);

describe('The manifest', () => {
	it('contributes exactly the commands that are registered', () => {
		const registered = Array.from(
			textOf('src/commands/register.ts').matchAll(
				/(?:registerCommand\(services, |forLandscape\(\s*|forFile\(\s*)'(\w+)'/g,
			),
			([, name]) => `systemLandscape.${name}`,
		);
		assert.deepEqual(registered.sort(), [...contributed].sort());
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

	it('says with every link to a command that has an argument that a person calls', () => {
		const links = [english, german].flatMap((texts) =>
			Object.values(texts).flatMap((text) =>
				Array.from(
					text.matchAll(/command:systemLandscape\.\w+\?([^)]+)\)/g),
					([, argument = '']) => argument,
				),
			),
		);
		assert.equal(links.length, 6);
		for (const argument of links) {
			assert.equal(JSON.parse(decodeURIComponent(argument)).interactive, true);
		}
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
			'onWebviewPanel:systemLandscape.guide',
			'onWebviewPanel:systemLandscape.map',
			'onWebviewPanel:systemLandscape.tenant',
			'workspaceContains:system-landscape.yaml',
			'workspaceContains:system-landscape.yml',
		]);
	});

	it('gives keys to commands only while the tree has the focus and nobody types, and has them about the selected row', () => {
		const pressed = contributes.keybindings.map(
			({ key, command }: Record<string, string>) => `${key} ${command?.split('.')[1]}`,
		);
		assert.deepEqual(pressed.sort(), [
			'ctrl+c copyName',
			'delete deleteExtension',
			'delete deleteFormation',
			'delete excludeSystem',
			'delete removeServicePlan',
			'delete removeSubaccount',
			'delete removeSystem',
			'delete removeSystem',
			'delete removeTenant',
			'f2 renameSystem',
		]);
		for (const { when, args, command } of contributes.keybindings) {
			assert.match(when, /^focusedView == systemLandscape\.landscape && !inputFocus(?: && |$)/, command);
			assert.deepEqual(args, { selection: true });
			assert.ok(contributed.includes(command));
		}
	});

	it('has what each key deletes in the menu of the same rows', () => {
		for (const { key, command, when } of contributes.keybindings) {
			const kind = /selected == '(\w+)'/.exec(when)?.[1];
			if (key === 'delete' && kind) {
				const menus = contributes.menus['view/item/context'].filter(
					(item: Record<string, string>) =>
						item.command === command &&
						item.group?.startsWith('8_remove') &&
						item.when?.includes(`/^${kind}\\b`),
				);
				assert.ok(menus.length === 1 || command.endsWith('deleteExtension'), command);
			}
		}
	});

	it('offers in the palette only what can work, and asks there for nothing but what the code says', () => {
		const always = ['openWalkthrough', 'openTroubleshooting'];
		const conditions = new Map<string, string>(
			contributes.menus.commandPalette.map(({ command, when }: Record<string, string>) => [command, when]),
		);
		assert.deepEqual(
			contributed.filter((command) => !conditions.has(command)).map((command) => command.split('.')[1]),
			always,
		);
		const known = [
			'loaded',
			'hasLandscape',
			'hasRecord',
			'hasConflict',
			'hasGit',
			...SECTIONS.map((section) => `has.${section}`),
		];
		for (const [command, when] of conditions) {
			const keys = Array.from(
				when.matchAll(/(?<!config\.)systemLandscape\.([\w.]+)/g),
				([, key]) => key ?? '',
			);
			assert.deepEqual(
				keys.filter((key) => !known.includes(key)),
				[],
				command,
			);
			// Before the workspace was searched, nobody knows what is in it.
			assert.ok(!/has(?:Landscape|\.)/.test(when) || when.includes('!systemLandscape.loaded || '), command);
		}
		assert.ok(contributes.commands.every((command: object) => !('enablement' in command)));
	});

	it('waits in each step of the walkthrough for a context key that the code sets', () => {
		const [{ steps }] = contributes.walkthroughs;
		assert.deepEqual(
			steps.map(({ id }: { id: string }) => id).filter((id: string) => id !== 'openFolder'),
			STEPS.map(([id]) => id),
		);
		const set = [
			...MILESTONES.map((milestone) => `systemLandscape.milestone.${milestone}`),
			...sources('src/commands').flatMap((text) =>
				Array.from(text.matchAll(/'setContext', '([\w.]+)', true/g), ([, key]) => key ?? ''),
			),
		];
		const waited = new Set<string>();
		for (const { id, completionEvents } of steps) {
			const keys: string[] = completionEvents.flatMap(
				(event: string) => event.match(/systemLandscape\.[\w.]+/g) ?? [],
			);
			assert.ok(id === 'openFolder' || keys.length > 0, id);
			for (const key of keys.filter((name) => name !== 'systemLandscape.walkthroughPulse')) {
				assert.ok(set.includes(key), key);
				waited.add(key);
			}
		}
		assert.deepEqual([...waited].sort(), set.sort());
	});

	it('waits in each step for both beats, too, so that it ticks what was true when the walkthrough was loaded, whichever beat that was', () => {
		for (const { id, completionEvents } of contributes.walkthroughs[0].steps) {
			const events: string[] = completionEvents
				.filter((event: string) => event !== 'onStepSelected')
				.map((event: string) => event.slice('onContext:'.length));
			const beats = ['odd', 'even'].map((beat) => `systemLandscape.walkthroughPulse == ${beat} && `);
			const isBeat = (event: string) => beats.some((beat) => event.startsWith(beat));
			const plain = events.filter((event) => !isBeat(event));
			assert.ok(plain.length > 0);
			assert.deepEqual(
				events.filter(isBeat),
				id === 'openFolder' ? [] : plain.flatMap((event) => beats.map((beat) => `${beat}${event}`)),
			);
		}
	});

	it('has one button in each step of the walkthrough that asks to do something, in both languages', () => {
		for (const [, texts] of LANGUAGES) {
			for (const [id] of STEPS) {
				const description = texts[`walkthrough.${id}.description`] ?? '';
				const buttons = description.split('\n').filter((line) => /^\[[^\]]+\]\(command:[^)]+\)$/.test(line));
				assert.equal(buttons.length, id === 'prerequisites' ? 0 : 1, id);
			}
		}
	});

	it('names a control in the German walkthrough as the German interface shows it', () => {
		const shown: Record<string, string> = readJson('l10n/bundle.l10n.de.json');
		const plain = (text: string) => text.replaceAll('\u00ad', '');
		let compared = 0;
		for (const [id] of STEPS) {
			for (const [, control = ''] of (english[`walkthrough.${id}.description`] ?? '').matchAll(
				/\*\*([^*]+)\*\*/g,
			)) {
				const name = shown[control];
				if (name !== undefined) {
					compared += 1;
					assert.ok(
						plain(german[`walkthrough.${id}.description`] ?? '').includes(`**${plain(name)}**`),
						`${id}: ${name}`,
					);
				}
			}
		}
		assert.ok(compared >= 12, String(compared));
	});

	for (const [language, texts] of LANGUAGES) {
		it(`has every picture that it names in ${language}, and a text instead for those who do not see it`, () => {
			// biome-ignore lint/suspicious/noExplicitAny: as above.
			const { steps } = (localized(keyed, texts) as any).contributes.walkthroughs[0];
			for (const { media } of steps) {
				const picture = textOf(media.svg);
				assert.ok(media.altText.length > 20);
				assert.ok(picture.includes(`aria-label="${media.altText}"`), media.svg);
				// Only colours of the theme, with one of the light theme where it has none.
				assert.doesNotMatch(picture, /(?:fill|stroke)="(?!none|var\(--vscode-)/);
			}
			assert.ok(existsSync(join(ROOT, manifest.icon)));
		});
	}

	it('draws a picture alike in both languages, but for its words', () => {
		const wordless = (name = '') =>
			textOf(name)
				.replaceAll(/>[^<>]*<\/text>/g, '></text>')
				.replace(/aria-label="[^"]*"/, '');
		for (const key of Object.keys(english).filter((name) => name.endsWith('.picture'))) {
			assert.equal(wordless(german[key]), wordless(english[key]), key);
		}
	});
});

/** SAP's own names and status words, that have no known German, and the product's name. */
const SAME_IN_GERMAN = ['displayName'];

describe("The manifest's texts", () => {
	const people = [
		keyed.displayName,
		keyed.description,
		keyed.capabilities.untrustedWorkspaces.description,
		...keyed.contributes.viewsContainers.activitybar.map(({ title }: { title: string }) => title),
		...stringsIn(
			keyed.contributes.views.systemLandscape.map(({ name, contextualTitle }: Record<string, string>) => [
				name,
				contextualTitle,
			]),
		),
		...keyed.contributes.viewsWelcome.map(({ contents }: { contents: string }) => contents),
		...stringsIn(
			keyed.contributes.commands.map(({ title, category }: Record<string, string>) => [title, category]),
		),
		keyed.contributes.configuration.title,
		...stringsIn(
			Object.values<Record<string, unknown>>(keyed.contributes.configuration.properties).map(
				({ description, markdownDescription, enumItemLabels, enumDescriptions }) => [
					description ?? markdownDescription,
					enumItemLabels,
					enumDescriptions,
				],
			),
		),
		...stringsIn(
			keyed.contributes.walkthroughs.map((walkthrough: Record<string, unknown>) => [
				walkthrough.title,
				walkthrough.description,
				(walkthrough.steps as { title: string; description: string; media: { altText: string } }[]).map(
					({ title, description, media }) => [title, description, media.altText],
				),
			]),
		),
	];
	const used = stringsIn(keyed).flatMap((text) => KEY.exec(text)?.[1] ?? []);

	it('that a person reads are keys', () => {
		assert.ok(people.length > 90);
		assert.deepEqual(
			people.filter((text) => !KEY.test(text)),
			[],
		);
	});

	for (const [language, texts] of LANGUAGES) {
		it(`are all there in ${language}, and none is left over`, () => {
			assert.deepEqual(Object.keys(texts).sort(), [...new Set(used)].sort());
			for (const text of Object.values(texts)) {
				assert.match(text, /\S/);
			}
		});
	}

	it('are translated, but for names', () => {
		assert.deepEqual(
			Object.keys(english).filter((key) => english[key] === german[key]),
			SAME_IN_GERMAN,
		);
	});

	it('run the same commands in the same order, and have the same lines, in both languages', () => {
		const commandsOf = (text = '') => Array.from(text.matchAll(/\]\(([^)]*)\)/g), ([, link]) => link);
		for (const key of Object.keys(english)) {
			assert.deepEqual(commandsOf(german[key]), commandsOf(english[key]), key);
			assert.equal(german[key]?.split('\n').length, english[key]?.split('\n').length, key);
		}
	});

	it('are packed with the extension, like the pages', () => {
		const packed = textOf('.vscodeignore').split('\n');
		for (const pattern of ['!package.nls*.json', '!walkthroughs/*.md', '!walkthroughs/*.svg']) {
			assert.ok(packed.includes(pattern), pattern);
		}
	});
});
