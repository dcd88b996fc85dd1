import { workspace } from 'vscode';
import { TERMINOLOGIES, type Terminology } from '../model/labels.ts';

const section = () => workspace.getConfiguration('systemLandscape');

/** Which generation of the cockpit the words are taken from. */
export function terminology(): Terminology {
	const value = section().get<string>('terminology');
	return TERMINOLOGIES.find((known) => known === value) ?? 'classic';
}

/** Seconds that practice takes for what takes time in a real tenant: 0 to 30. */
export function processingTime(): number {
	return between(0, section().get<number>('practice.processingTime'), 30, 2);
}

/** Days before its expiry from which on an unused token is counted in the badge. */
export function tokenExpiryWarning(): number {
	return between(0, section().get<number>('tokenExpiryWarning'), 7, 2);
}

/** Whether Problems lists what CAP projects get wrong about systems. */
export function areProjectsChecked(): boolean {
	return section().get<boolean>('projects.findings') !== false;
}

/** Codes of findings in CAP projects that aren't shown, with `*` for any characters. */
export function ignoredCodes(): readonly string[] {
	const codes = section().get<unknown>('projects.ignore');
	return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
}

/** A setting may hold anything that someone typed into settings.json. */
function between(least: number, value: unknown, most: number, otherwise: number): number {
	return typeof value === 'number' && Number.isFinite(value)
		? Math.min(most, Math.max(least, value))
		: otherwise;
}
