import { commands } from 'vscode';

/** Runs a command once the person chooses the button of a message. Doesn't wait for the person. */
export function offer(message: Thenable<string | undefined>, command: string, fields: object): void {
	void message.then((chosen) => {
		if (chosen !== undefined) {
			void commands.executeCommand(`systemLandscape.${command}`, { ...fields, interactive: true });
		}
	});
}
