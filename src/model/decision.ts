import type { Change } from './change.ts';

/** Why a request was refused. Don't rename codes: other tools and tests rely on them. */
export type RefusalCode =
	| 'arrangement-malformed'
	| 'arrangement-taken'
	| 'client-id-malformed'
	| 'client-id-taken'
	| 'edit-unsafe'
	| 'entitlement-exists'
	| 'entitlement-unknown'
	| 'extension-exists'
	| 'extension-must-be-deleted-first'
	| 'extension-unknown'
	| 'formation-member-exists'
	| 'formation-member-not-allowed'
	| 'formation-name-invalid'
	| 'formation-rule-broken'
	| 'formation-taken'
	| 'formation-type-unknown'
	| 'formation-unknown'
	| 'global-account-empty'
	| 'history-unavailable'
	| 'import-columns-missing'
	| 'import-unreadable'
	| 'landscape-changed'
	| 'landscape-exists'
	| 'landscape-file-invalid'
	| 'landscape-missing'
	| 'landscape-not-saved'
	| 'landscape-unreadable'
	| 'merge-not-needed'
	| 'merge-unreadable'
	| 'mode-recorded'
	| 'mode-simulated'
	| 'mode-unknown'
	| 'name-empty'
	| 'name-not-printable-ascii'
	| 'name-surrounding-blanks'
	| 'name-taken'
	| 'name-too-long'
	| 'no-folder'
	| 'not-recorded'
	| 'plan-missing'
	| 'plan-unknown'
	| 'project-changed'
	| 'project-not-deployable'
	| 'project-not-saved'
	| 'project-requires-missing'
	| 'project-unknown'
	| 'project-unreadable'
	| 'record-not-committed'
	| 'recorded-by-hand'
	| 'report-file-invalid'
	| 'report-not-saved'
	| 'request-malformed'
	| 'required-service-malformed'
	| 'resource-malformed'
	| 'resource-taken'
	| 'scenario-group-not-applicable'
	| 'scenario-group-redundant'
	| 'scenario-group-required'
	| 'scenario-group-unknown'
	| 'scenario-malformed'
	| 'service-module-ambiguous'
	| 'service-path-malformed'
	| 'service-unavailable'
	| 'service-unknown'
	| 'stage-malformed'
	| 'status-forbids'
	| 'subaccount-empty'
	| 'subaccount-in-use'
	| 'subaccount-taken'
	| 'subaccount-unknown'
	| 'system-in-use'
	| 'system-not-deployable'
	| 'system-not-duplicate'
	| 'system-not-registered'
	| 'system-unknown'
	| 'tenant-invalid'
	| 'tenant-not-the-same'
	| 'tenant-type-differs'
	| 'tenant-unknown'
	| 'time-in-future'
	| 'token-expired'
	| 'token-limit-reached'
	| 'token-malformed'
	| 'token-missing'
	| 'token-not-applicable'
	| 'token-not-on-this-machine'
	| 'token-not-stored'
	| 'token-shared'
	| 'token-superseded'
	| 'token-unknown'
	| 'token-used'
	| 'token-wrong-type'
	| 'type-empty';

/** A command (without its prefix) that leads on from a refusal, with the fields that are known. It isn't refused next. */
export interface Remedy {
	readonly command:
		| 'addDeployer'
		| 'addSubaccount'
		| 'copyAsPractice'
		| 'copyToken'
		| 'createFormation'
		| 'deleteExtension'
		| 'deleteFormation'
		| 'deregisterSystem'
		| 'excludeSystem'
		| 'getToken'
		| 'openLandscape'
		| 'openTenant'
		| 'recordExtension'
		| 'recordStatus'
		| 'registerSystem'
		| 'removeServicePlan'
		| 'removeSystem'
		| 'resetSystem';
	readonly fields?: Readonly<Record<string, string>>;
	/** Whether it records what the rules don't know (*Record Anyway*). */
	readonly anyway?: true;
}

/** A request that was refused: a value, never an exception. The message says what to do next. */
export interface Refusal {
	readonly ok: false;
	readonly code: RefusalCode;
	readonly message: string;
	/** The commands that do what the message says, most useful first. No rule refuses them at that moment. */
	readonly remedies?: readonly Remedy[];
	/** For a file that can't be written to, the code of the finding that is the reason. */
	readonly reason?: string;
	/** The URI of the landscape file that the message is about. */
	readonly landscape?: string;
	/** The URI of the file of a project that the message is about. */
	readonly file?: string;
}

/** What somebody who asked for something gets: a refusal, or facts. */
export type Answer<Facts extends object = object> = Refusal | ({ readonly ok: true } & Facts);

/** What a rule decided: a refusal, or the changes to make and the facts that the caller needs. */
export type Decision<Facts extends object = object> =
	| Refusal
	| ({ readonly ok: true; readonly changes: readonly Change[] } & Facts);

/** Makes a refusal from a code, a message of one or two sentences, and the commands that help. */
export function refuse(code: RefusalCode, message: string, ...remedies: readonly Remedy[]): Refusal {
	return { ok: false, code, message, ...(remedies.length > 0 ? { remedies } : {}) };
}

/** A command for one system. */
export function forSystem(command: Remedy['command'], system: string): Remedy {
	return { command, fields: { system } };
}

/** Adds advice to a message, with the command that it names: only where no rule refuses that command. */
export function advise(
	code: RefusalCode,
	message: string,
	advice: false | readonly [words: string, ...remedies: readonly Remedy[]],
): Refusal {
	if (!advice) {
		return refuse(code, message);
	}
	const [words, ...remedies] = advice;
	return refuse(code, `${message} ${words}`, ...remedies);
}

/** Whether a change is in the editor: what couldn't be saved is there all the same, where the person may save it. */
export function isInEditor(answer: Answer | undefined): boolean {
	return answer !== undefined && (answer.ok || answer.code === 'landscape-not-saved');
}

/** Whether a value is a refusal. */
export function isRefusal(value: object): value is Refusal {
	return 'ok' in value && value.ok === false;
}
