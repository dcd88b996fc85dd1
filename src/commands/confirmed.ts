import { window } from 'vscode';

/** Whether the person confirms something that can't be taken back by a command; Cancel is always there. */
export async function confirmed(question: string, detail: string, action: string): Promise<boolean> {
	return (await window.showWarningMessage(question, { modal: true, detail }, action)) === action;
}
