import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from './chromium.ts';
import type { Settings } from './default-settings.ts';
import { loggedErrors, ownLog } from './extension-errors.ts';
import { ensureVsCode } from './install.ts';
import { type Server, startServer } from './server.ts';
import { type Counts, parseSuiteOutput, parseSuiteResult } from './suite-output.ts';
import { removeTemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import type { VsCodeChoice } from './versions.ts';
import { stageWorkerExtension, withWorkerName } from './worker-extension.ts';

const defaultDeadlineMs = 12 * 60_000;

/** Which tests run where. */
export interface ExtensionTestOptions {
	readonly vscode: VsCodeChoice;
	/** Folder of the extension under test, built. */
	readonly extension: string;
	/** Compiled suite that exports `run()`; see `compileSuite` and `runMocha`. */
	readonly suite: string;
	/** Folder that is opened, as a copy. */
	readonly workspace: string;
	/** Runs the extension and the tests in the browser's worker extension host instead of Node's. */
	readonly worker?: boolean;
	/** Opens a workspace that holds the folder, instead of the folder: then others can be added to it. */
	readonly severalFolders?: boolean;
	/** Opens the workspace without trusting it, and trusts it as soon as the suite shows VS Code's page about that. */
	readonly untrusted?: boolean;
	readonly settings?: Settings;
	readonly deadlineMs?: number;
}

/**
 * Runs a suite inside the extension host of a real VS Code; throws where it did not come to its end. An error that the
 * extension caused outside a test, in a listener or a promise, counts as a failed test.
 */
export async function runExtensionTests(options: ExtensionTestOptions): Promise<Counts> {
	const vscode = await ensureVsCode(options.vscode);
	const folder = temporaryFolder('extension-tests');
	let server: Server | undefined;
	let browser: Browser | undefined;
	try {
		const workspace = join(folder, 'workspace');
		cpSync(options.workspace, workspace, { recursive: true });
		const target = stage(options, folder);
		browser = await launchChromium();
		server = await startServer({
			vscode,
			smokeTestDriver: true,
			workspaceTrust: options.untrusted ?? false,
			settings: { 'security.workspace.trust.startupPrompt': 'never', ...options.settings },
		});
		const context = await browser.newContext({
			permissions: ['clipboard-read', 'clipboard-write'],
			viewport: { width: 1280, height: 800 },
		});
		const page = await context.newPage();
		const address = server.url(options.severalFolders ? workspaceFile(workspace) : workspace, [
			['extensionDevelopmentPath', server.remoteUri(target.extension)],
			['extensionTestsPath', server.remoteUri(target.suite)],
		]);
		if (options.untrusted) {
			page
				.getByRole('button', { name: 'Trust', exact: true })
				.click({ timeout: 0 })
				.catch(() => undefined);
		}
		const pageErrors: string[] = [];
		page.on('pageerror', ({ message }) => pageErrors.push(message));
		const counts = await untilExit(page, address, server, options.deadlineMs ?? defaultDeadlineMs);
		if (counts.failed > 0 || counts.flaky.length > 0) {
			printLast('log of the extension', ownLog(server.logs, idOf(options.extension)));
		}
		return withErrors(counts, [
			...loggedErrors(server.logs, idOf(options.extension)),
			// What is thrown in a web worker reaches the page without its stack.
			...(options.worker ? pageErrors : []),
		]);
	} finally {
		await browser?.close();
		await server?.stop();
		removeTemporaryFolder(folder);
	}
}

function workspaceFile(folder: string): string {
	const file = `${folder}.code-workspace`;
	writeFileSync(file, JSON.stringify({ folders: [{ path: folder }] }));
	return file;
}

function idOf(extension: string): string {
	const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
	return `${publisher}.${name}`;
}

function withErrors(counts: Counts, errors: readonly string[]): Counts {
	for (const error of new Set(errors)) {
		console.log(
			`  The extension caused an error that nothing handled:\n    ${error.trim().replaceAll('\n', '\n    ')}`,
		);
	}
	return errors.length > 0 ? { ...counts, failed: counts.failed + 1 } : counts;
}

function stage(options: ExtensionTestOptions, folder: string): { extension: string; suite: string } {
	if (!options.worker) {
		return { extension: resolve(options.extension), suite: resolve(options.suite) };
	}
	const extension = join(folder, 'extension');
	stageWorkerExtension(resolve(options.extension), extension);
	// Tests run in the extension host of the extension that their file belongs to; others in Node's.
	const suite = join(extension, 'suite.cjs');
	cpSync(options.suite, suite);
	withWorkerName(suite);
	return { extension, suite };
}

async function untilExit(page: Page, address: string, server: Server, deadlineMs: number): Promise<Counts> {
	let counts: Counts | undefined;
	const messages: string[] = [];
	page.on('pageerror', (error) => messages.push(`page error: ${error.message}`));
	let timer: NodeJS.Timeout | undefined;
	try {
		const exitCode = await new Promise<number>((resolveExit, reject) => {
			timer = setTimeout(
				() => reject(new Error(`The suite did not end within ${deadlineMs / 1000} s.`)),
				deadlineMs,
			);
			page.on('crash', () => reject(new Error('The page with the workbench crashed.')));
			page.on('close', () => reject(new Error('The page with the workbench was closed.')));
			void server.ended.then((how) => reject(new Error(`The VS Code server ${how}.`)));
			const open = async () => {
				// The workbench's own log and the console of the extension host both arrive here.
				await page.exposeFunction('codeAutomationLog', (type: string, parts: unknown) => {
					const text = consoleText(parts);
					const output = parseSuiteOutput(text);
					const result = parseSuiteResult(text);
					if (output !== undefined) {
						console.log(`  ${output.replaceAll('\n', '\n  ')}`);
					} else if (result !== undefined) {
						counts = result;
					} else {
						messages.push(`${type}: ${text}`);
					}
				});
				await page.exposeFunction('codeAutomationExit', resolveExit);
				await page.goto(address);
			};
			open().catch(reject);
		});
		if (counts === undefined) {
			throw new Error(`The suite ended with code ${exitCode} before it told its result.`);
		}
		if (counts.failed > 0) {
			printLast('other console messages', messages);
		}
		// A run that ends badly for another reason than its tests must not count as a good one.
		return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
	} catch (error) {
		printLast('other console messages', messages);
		printLast('output of the server', server.output().split('\n'));
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

function consoleText(parts: unknown): string {
	const list = Array.isArray(parts) ? parts : [parts];
	return list.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
}

function printLast(what: string, lines: readonly string[]): void {
	console.log(`  Last lines of the ${what}:`);
	for (const line of lines.slice(-20)) {
		console.log(`    ${line.split('\n', 1)[0]?.slice(0, 200)}`);
	}
}
