import type { Outcome } from '../../model/extensions.ts';
import { listen, type MessageSource, type VsCodeApi } from '../../webview/page/connection.ts';
import { PageMessage, type PageRequest, type PageState } from '../messages.ts';

export type Draft = Extract<PageRequest, { kind: 'check' }>['draft'];
export type Checked = Extract<PageMessage, { kind: 'checked' }>['answer'];
/** What the check told about an accepted token. */
export type Accepted = Extract<Checked, { ok: true }>;
export type Done = Extract<PageMessage, { kind: 'done' }>['answer'];

/** The extension, as the page can ask it. */
export interface Host {
	ready(): void;
	refresh(): void;
	copyToken(system: string): void;
	/** Runs one of the actions in `steps`. */
	run(system: string, command: string): void;
	check(draft: Draft): Promise<Checked>;
	create(draft: Draft, outcome: Outcome): Promise<Done>;
	delete(system: string): Promise<Done>;
}

/** What the extension sends unasked. */
export interface HostEvents {
	state(state: PageState): void;
	refreshed(): void;
}

/** Connects to the extension. Messages that are not of the contract are ignored, and never printed. */
export function connect(
	vscode: Pick<VsCodeApi<PageRequest>, 'postMessage'>,
	page: MessageSource,
	events: HostEvents,
): Host {
	const checks = new Map<number, (answer: Checked) => void>();
	const changes = new Map<number, (answer: Done) => void>();
	let lastId = 0;

	listen(page, PageMessage, (message) => {
		switch (message.kind) {
			case 'state':
				return events.state(message.state);
			case 'refreshed':
				return events.refreshed();
			case 'checked':
				return settle(checks, message.id, message.answer);
			case 'done':
				return settle(changes, message.id, message.answer);
		}
	});

	function ask<Answer>(
		waiting: Map<number, (answer: Answer) => void>,
		request: (id: number) => PageRequest,
	): Promise<Answer> {
		lastId += 1;
		const id = lastId;
		return new Promise((resolve) => {
			waiting.set(id, resolve);
			vscode.postMessage(request(id));
		});
	}

	return {
		ready: () => vscode.postMessage({ kind: 'ready' }),
		refresh: () => vscode.postMessage({ kind: 'refresh' }),
		copyToken: (system) => vscode.postMessage({ kind: 'copyToken', system }),
		run: (system, command) => vscode.postMessage({ kind: 'run', system, command }),
		check: (draft) => ask(checks, (id) => ({ kind: 'check', id, draft })),
		create: (draft, outcome) => ask(changes, (id) => ({ kind: 'create', id, draft, outcome })),
		delete: (system) => ask(changes, (id) => ({ kind: 'delete', id, system })),
	};
}

function settle<Answer>(waiting: Map<number, (answer: Answer) => void>, id: number, answer: Answer): void {
	waiting.get(id)?.(answer);
	waiting.delete(id);
}
