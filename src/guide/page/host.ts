import { listen, type MessageSource, type VsCodeApi } from '../../webview/page/connection.ts';
import { type Answer, GuideMessage, type GuideRequest, type GuideState, type Seen } from '../messages.ts';

/** The extension, as the page can ask it. */
export interface Host {
	ready(): void;
	record(seen: Seen): Promise<Answer>;
	/** Copies a value of the instructions, by its id. */
	copyValue(value: string): Promise<Answer>;
	copy(what: Extract<GuideRequest, { kind: 'copy' }>['what']): Promise<Answer>;
	run(command: Extract<GuideRequest, { kind: 'run' }>['command']): void;
}

/** Connects to the extension. Messages that are not of the contract are ignored, and never printed. */
export function connect(
	vscode: Pick<VsCodeApi<GuideRequest>, 'postMessage'>,
	page: MessageSource,
	show: (state: GuideState) => void,
): Host {
	const waiting = new Map<number, (answer: Answer) => void>();
	let lastId = 0;

	listen(page, GuideMessage, (message) => {
		if (message.kind === 'state') {
			show(message.state);
			return;
		}
		waiting.get(message.id)?.(message.answer);
		waiting.delete(message.id);
	});

	function ask(request: (id: number) => GuideRequest): Promise<Answer> {
		lastId += 1;
		const id = lastId;
		return new Promise((resolve) => {
			waiting.set(id, resolve);
			vscode.postMessage(request(id));
		});
	}

	return {
		ready: () => vscode.postMessage({ kind: 'ready' }),
		record: (seen) => ask((id) => ({ kind: 'record', id, seen })),
		copyValue: (value) => ask((id) => ({ kind: 'copyValue', id, value })),
		copy: (what) => ask((id) => ({ kind: 'copy', id, what })),
		run: (command) => vscode.postMessage({ kind: 'run', command }),
	};
}
