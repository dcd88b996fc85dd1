// `npm run pictures`: packages the extension and makes pictures of it with `make-pictures.ts`, to which arguments go.
import { runCommand, stopCommands } from '../host/run-command.mjs';
import { vsixFile } from '../host/vsix.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, async () => {
		await stopCommands();
		process.exit(1);
	});
}

const pictureArguments = ['--import', 'tsx', 'test/pictures/make-pictures.ts', ...process.argv.slice(2)];
for (const args of [['package.mjs'], pictureArguments]) {
	const { code } = await runCommand(process.execPath, args, {
		env: { SYSTEM_LANDSCAPE_VSIX: vsixFile },
	});
	if (code !== 0) {
		process.exit(code);
	}
}
