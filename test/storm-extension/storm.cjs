// Runs beside ours in the extension host, only in tests. In `.storm` of the folder it says that it is ready, waits for
// `start-` with its process's number (how many), starts so many registrations without waiting for any, and writes what they gave back.
const { existsSync, mkdirSync, readFileSync, renameSync, watch, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { commands, workspace } = require('vscode');

exports.activate = () => {
	const [folder] = workspace.workspaceFolders ?? [];
	if (!folder) {
		return;
	}
	const control = join(folder.uri.fsPath, '.storm');
	mkdirSync(control, { recursive: true });
	const start = join(control, `start-${process.pid}`);
	let started = false;
	const look = async () => {
		if (started || !existsSync(start) || readFileSync(start, 'utf8') === '') {
			return;
		}
		started = true;
		watcher.close();
		const count = Number(readFileSync(start, 'utf8'));
		const answers = await Promise.all(
			Array.from({ length: count }, (_, index) =>
				commands
					.executeCommand('systemLandscape.registerSystem', {
						name: `W${process.pid}-${index}`,
						type: 'SAP S/4HANA Cloud',
						scenarioGroups: ['All Communication Scenarios'],
					})
					.then(undefined, (error) => ({ ok: false, code: 'exception', message: String(error) })),
			),
		);
		// Renamed, so that whoever watches never sees half of it.
		const result = join(control, `result-${process.pid}`);
		writeFileSync(`${result}.part`, JSON.stringify(answers));
		renameSync(`${result}.part`, `${result}.json`);
	};
	const watcher = watch(control, look);
	writeFileSync(join(control, `ready-${process.pid}`), '');
	void look();
};
