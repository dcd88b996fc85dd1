import { commands } from 'vscode';

/** A `when` key with its present value; VS Code is told of changes only. */
export class ContextKey<Value extends boolean | string | number> {
	readonly #name: string;
	#value: Value | undefined;

	constructor(name: string) {
		this.#name = name;
	}

	set(value: Value): void {
		if (value !== this.#value) {
			this.#value = value;
			void commands.executeCommand('setContext', this.#name, value);
		}
	}
}
