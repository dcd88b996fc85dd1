import { env } from 'vscode';
import { configure, folder, succeed, write } from './landscape-folder.ts';

export const SYSTEM = 'DEV';
export const TENANT = 'my300001.s4hana.example';
export const S4 = 'SAP S/4HANA Cloud';

/** A practice landscape with one pending system; gives the text of its token. */
export async function givenPendingSystem(): Promise<string> {
	await configure('practice.processingTime', 0);
	await succeed('createLandscape', {
		folder: folder().toString(),
		globalAccount: 'Acme',
		mode: 'practice',
	});
	await succeed('registerSystem', {
		name: SYSTEM,
		type: S4,
		scenarioGroups: ['All Communication Scenarios'],
	});
	return copiedToken();
}

/** The token that *Copy Token* puts on the clipboard. */
export async function copiedToken(system = SYSTEM): Promise<string> {
	await succeed('copyToken', { system });
	return env.clipboard.readText();
}

/** A landscape as a person may write it by hand, with comments and a style of its own. */
export const HAND_WRITTEN = `# Our landscape: ask the platform team before you change it
version: 1
globalAccount: 'Acme'     # the enterprise account
mode: practice

systems:

  # used by the incidents app
  QAS:   { type: SAP Marketing Cloud, status: pending }   # no token yet

  Old:
      type:   "SAP S/4HANA Cloud"
      status: pending    # waits for the tenant administrator

# the end
`;

export async function givenHandWritten(): Promise<void> {
	await configure('practice.processingTime', 0);
	await write(HAND_WRITTEN);
}
