import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { Session } from './session.ts';

/** A place that may have kept something, and the text that is there. */
export interface Kept {
	readonly place: string;
	readonly text: string;
}

/** Everything that a session left behind: files, the HTML of all frames, and what the browser has stored. */
export async function everythingKept({ page, folder, server }: Session): Promise<Kept[]> {
	const frames = await Promise.all(
		page.frames().map(async (frame) => ({ place: placeOf(page, frame), text: await frame.content() })),
	);
	return [
		...filesIn(folder),
		...filesIn(join(server.dataDir, 'data')),
		...frames,
		{ place: 'browser storage', text: await browserStorage(page) },
		{ place: 'output of the server', text: server.output() },
	];
}

function placeOf(page: Page, frame: Frame): string {
	return frame === page.mainFrame() ? 'page' : `frame ${frame.name()}`;
}

function filesIn(folder: string): Kept[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile())
		.map((path) => ({ place: path, text: readFileSync(path, 'latin1') }));
}

/** localStorage, sessionStorage and every IndexedDB of the page, where the web workbench keeps its state. */
async function browserStorage(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
		const decoder = new TextDecoder();
		for (const { name } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name ?? '');
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
			for (const store of Array.from(database.objectStoreNames)) {
				const rows = await new Promise<unknown[]>((resolve, reject) => {
					const request = database.transaction(store).objectStore(store).getAll();
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error);
				});
				parts.push(
					...rows.map((row) => (row instanceof Uint8Array ? decoder.decode(row) : JSON.stringify(row))),
				);
			}
			database.close();
		}
		return parts.join('\n');
	});
}
