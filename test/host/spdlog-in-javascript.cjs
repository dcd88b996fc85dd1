// Stands in for the native add-on of `@vscode/spdlog`, which `--ignore-scripts` leaves unbuilt: without it the
// server and its extension host write no log files, and no test could tell what would have been logged.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
	#file;
	#level = levels.indexOf('info');
	#plain = false;

	constructor(_kind, _name, file) {
		mkdirSync(dirname(file), { recursive: true });
		this.#file = file;
	}

	trace(message) {
		this.#write(0, message);
	}
	debug(message) {
		this.#write(1, message);
	}
	info(message) {
		this.#write(2, message);
	}
	warn(message) {
		this.#write(3, message);
	}
	error(message) {
		this.#write(4, message);
	}
	critical(message) {
		this.#write(5, message);
	}
	getLevel() {
		return this.#level;
	}
	setLevel(level) {
		this.#level = level;
	}
	setPattern() {}
	clearFormatters() {
		this.#plain = true;
	}
	flush() {}
	drop() {}

	#write(level, message) {
		if (level < this.#level) {
			return;
		}
		const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
		const line = this.#plain ? message : `${time} [${levels[level]}] ${message}\n`;
		try {
			appendFileSync(this.#file, line);
		} catch {
			// The folder of a test is removed while its processes still say goodbye.
		}
	}
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
