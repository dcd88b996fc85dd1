import * as v from 'valibot';

/** What VS Code gives to the script of a webview. */
export interface VsCodeApi<Request> {
	postMessage(message: Request): void;
	getState(): unknown;
	setState(state: unknown): void;
}

/** The window of the page, as far as messages come through it. */
export type MessageSource = Pick<Window, 'addEventListener' | 'origin'>;

/** Keeps something for VS Code to bring this page back after a reload of the window, with which page it is. */
export function keep(vscode: Pick<VsCodeApi<never>, 'setState'>, memory: object): void {
	const identity: object = JSON.parse(document.body.dataset.restore ?? '{}');
	vscode.setState({ ...identity, ...memory });
}

/** Hears the extension. Messages that are not of the contract are ignored, and never printed. */
export function listen<Message>(
	page: MessageSource,
	contract: v.GenericSchema<unknown, Message>,
	hear: (message: Message) => void,
): void {
	page.addEventListener('message', (event) => {
		if (event.origin !== page.origin) {
			return;
		}
		const decoded = v.safeParse(contract, event.data);
		if (decoded.success) {
			hear(decoded.output);
		} else {
			console.warn('A message was ignored: it is not of the expected form.');
		}
	});
}
