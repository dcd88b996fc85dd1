import type { Mode } from '../model/landscape.ts';
import { renderEntry } from './render.ts';
import { VERSION } from './schema.ts';

/** The text of a new landscape file: its head without sections. What isn't known of the account isn't written. */
export function newDocument(
	globalAccount: string,
	mode: Mode,
	{ subdomain = '', region = '' }: { readonly subdomain?: string; readonly region?: string } = {},
): string {
	return [
		renderEntry('version', VERSION, 0, 2),
		renderEntry('globalAccount', globalAccount, 0, 2),
		renderEntry('mode', mode, 0, 2),
		...(subdomain ? [renderEntry('subdomain', subdomain, 0, 2)] : []),
		...(region ? [renderEntry('region', region, 0, 2)] : []),
		'',
	].join('\n');
}
