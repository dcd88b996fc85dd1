import { window } from 'vscode';

/**
 * A text in which nothing is a link. VS Code makes `[text](command:…)` in messages and inputs clickable, and names come
 * from files that anybody may have written.
 */
export function inert(text: string): string {
	return text.replaceAll('](', '] (');
}

/** Shows an information with buttons; resolves to the chosen one. */
export function inform(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
	return window.showInformationMessage(inert(message), ...buttons);
}

/** Shows a warning with buttons; resolves to the chosen one. */
export function warn(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
	return window.showWarningMessage(inert(message), ...buttons);
}

/** Shows an error with buttons; resolves to the chosen one. */
export function fail(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
	return window.showErrorMessage(inert(message), ...buttons);
}

/** Asks in a modal dialog, which has *Cancel* besides its one button. */
export async function confirmed(question: string, detail: string, button: string): Promise<boolean> {
	return (await chosen(question, detail, button)) === button;
}

/** Asks in a modal dialog, which has *Cancel* besides its buttons; resolves to the chosen one. */
export function chosen(
	question: string,
	detail: string,
	...buttons: readonly string[]
): Thenable<string | undefined> {
	return window.showWarningMessage(inert(question), { modal: true, detail: inert(detail) }, ...buttons);
}
