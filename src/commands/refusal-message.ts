import { commands, window } from 'vscode';
import type { Refusal, RefusalCode } from '../model/decision.ts';

interface Mend {
	readonly title: string;
	readonly command: string;
	/** Which of the caller's fields the mending command shall get. */
	readonly fields: readonly string[];
}

const GET_NEW_TOKEN: Mend = { title: 'Get New Token', command: 'getToken', fields: ['landscape', 'system'] };
const OPEN_FILE: Mend = { title: 'Open File', command: 'openLandscape', fields: ['landscape'] };
const OPEN_TENANT: Mend = {
	title: 'Open Tenant',
	command: 'openTenant',
	fields: ['landscape', 'system', 'tenant'],
};
const REGISTER_SYSTEM: Mend = { title: 'Register System', command: 'registerSystem', fields: ['landscape'] };

const MENDS: Partial<Record<RefusalCode, Mend>> = {
	'landscape-missing': { title: 'Create Landscape', command: 'createLandscape', fields: [] },
	'landscape-exists': OPEN_FILE,
	'landscape-unreadable': OPEN_FILE,
	'edit-unsafe': OPEN_FILE,
	'landscape-changed': OPEN_FILE,
	'landscape-not-saved': OPEN_FILE,
	'token-missing': GET_NEW_TOKEN,
	'token-expired': GET_NEW_TOKEN,
	'token-not-on-this-machine': GET_NEW_TOKEN,
	'extension-must-be-deleted-first': {
		title: 'Delete Extension',
		command: 'deleteExtension',
		fields: ['landscape', 'system'],
	},
	'token-superseded': { title: 'Copy Token', command: 'copyToken', fields: ['landscape', 'system'] },
	'subaccount-unknown': { title: 'Add Subaccount', command: 'addSubaccount', fields: ['landscape'] },
	'service-unavailable': OPEN_TENANT,
	'system-not-registered': OPEN_TENANT,
	'system-unknown': REGISTER_SYSTEM,
};

/** Shows a refusal, with the button that mends it where there is one. Does not wait for the person. */
export function showRefusal({ code, message }: Refusal, given: object): void {
	const mend = MENDS[code];
	void window.showErrorMessage(message, ...(mend ? [mend.title] : [])).then((chosen) => {
		if (mend && chosen === mend.title) {
			const fields = Object.entries(given).filter(([key]) => mend.fields.includes(key));
			void commands.executeCommand(
				`systemLandscape.${mend.command}`,
				fields.length > 0 ? { ...Object.fromEntries(fields), kind: 'mend' } : undefined,
			);
		}
	});
}
