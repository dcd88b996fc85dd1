import type { Mode } from '../model/landscape.ts';
import { renderEntry } from './render.ts';
import { VERSION } from './schema.ts';

/** The text of a new landscape file: its head without sections. */
export function newDocument(globalAccount: string, mode: Mode): string {
	return [
		renderEntry('version', VERSION, 0, 2),
		renderEntry('globalAccount', globalAccount, 0, 2),
		renderEntry('mode', mode, 0, 2),
		'',
	].join('\n');
}
