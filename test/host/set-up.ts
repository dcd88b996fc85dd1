// Command line: set-up.ts newest [oldest]; installs those VS Codes and a browser where they are missing.
import { ensureChromium } from './chromium.ts';
import { ensureVsCode } from './install.ts';
import type { VsCodeChoice } from './versions.ts';

for (const choice of process.argv.slice(2) as VsCodeChoice[]) {
	const { version } = await ensureVsCode(choice);
	console.log(`VS Code ${version} (${choice}) is ready.`);
}
console.log(`Browser: ${await ensureChromium()}`);
