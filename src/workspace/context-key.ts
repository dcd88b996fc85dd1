import { commands } from 'vscode';

/** A `when` key with its present value; VS Code is told of changes only. */
export class ContextKey<Value extends boolean | string | number | readonly string[]> {
	readonly #name: string;
	#value: Value | undefined;

	constructor(name: string) {
		this.#name = name;
	}

	set(value: Value): void {
		if (JSON.stringify(value) !== JSON.stringify(this.#value)) {
			this.#value = value;
			void commands.executeCommand('setContext', this.#name, value);
		}
	}
}
