// Command line: installs the newest and the oldest VS Code and a browser where they are missing.
import { ensureChromium } from './chromium.ts';
import { ensureVsCode } from './install.ts';

for (const choice of ['newest', 'oldest'] as const) {
	const { version } = await ensureVsCode(choice);
	console.log(`VS Code ${version} (${choice}) is ready.`);
}
console.log(`Browser: ${await ensureChromium()}`);
