// Loaded into the VS Code server (`--require`): a test process that is killed the hard way cannot end its server.
const parent = process.ppid;
const lookEveryMs = 1_000;

setInterval(() => {
	if (process.ppid !== parent) {
		process.exit(1);
	}
}, lookEveryMs).unref();
