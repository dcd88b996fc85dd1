import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';
import { runToEnd } from './child-process.ts';

/** Finds a Chromium, Chrome or Edge; as root on Debian installs one where there is none. */
export async function ensureChromium(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!isExecutable(named)) {
			throw new Error(
				`CHROMIUM_PATH is ${named}, which is no program. Set it to the path of a Chromium, Chrome or Edge.`,
			);
		}
		return named;
	}
	const found = findChromium();
	if (found) {
		return found;
	}
	if (canInstallDebianPackages()) {
		await installFromDebian();
		const installed = findChromium();
		if (installed) {
			return installed;
		}
	}
	throw new Error(howToInstall());
}

/** What can differ from the browser of the tests. */
export interface ChromiumOptions {
	readonly headless?: boolean;
	readonly args?: readonly string[];
}

/** Starts the browser that `ensureChromium` finds, headless unless told otherwise. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Browser> {
	return await chromium.launch(await chromiumOptions(options));
}

/** How Playwright starts the browser that `ensureChromium` finds. */
export async function chromiumOptions(options: ChromiumOptions = {}): Promise<LaunchOptions> {
	return {
		executablePath: await ensureChromium(),
		headless: options.headless ?? true,
		// Chromium refuses its sandbox to root.
		chromiumSandbox: !isRoot(),
		args: [
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...(options.args ?? []),
		],
	};
}

const namesOnPath = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
	'msedge',
];

function findChromium(): string | undefined {
	return [...pathCandidates(), ...usualPlaces()].find(isExecutable);
}

function pathCandidates(): string[] {
	const suffix = process.platform === 'win32' ? '.exe' : '';
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPlaces(): string[] {
	if (process.platform === 'darwin') {
		return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
			['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
				join(folder, `${name}.app`, 'Contents', 'MacOS', name),
			),
		);
	}
	if (process.platform === 'win32') {
		const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
			(name) => process.env[name] ?? [],
		);
		const programs = [
			'Google/Chrome/Application/chrome.exe',
			'Chromium/Application/chrome.exe',
			'Microsoft/Edge/Application/msedge.exe',
		];
		return roots.flatMap((root) => programs.map((program) => join(root, program)));
	}
	return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

function canInstallDebianPackages(): boolean {
	return isRoot() && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

async function installFromDebian(): Promise<void> {
	console.log('Installing the Debian package chromium, once …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await runToEnd('apt-get', ['update'], { what: 'apt-get update', deadlineMs: 5 * 60_000, env });
	await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
		what: 'apt-get install chromium',
		deadlineMs: 15 * 60_000,
		env,
	});
}

function howToInstall(): string {
	const how = {
		darwin: 'Install Google Chrome, or run: brew install --cask chromium',
		win32: 'Install Microsoft Edge or Google Chrome',
	}[process.platform as string];
	return [
		'No Chromium, Chrome or Edge was found; the tests in a browser need one.',
		`${how ?? 'Install Chromium with your package manager, on Debian: sudo apt-get install chromium, on Fedora: sudo dnf install chromium'}.`,
		'If it is installed in an unusual place, set the environment variable CHROMIUM_PATH to the path of the program.',
	].join('\n');
}
