import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, type Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { MapPanels } from '../map/map-panel.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import type { TenantPanels } from '../tenant/tenant-panels.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import type { LandscapeWriter } from '../workspace/landscape-writer.ts';
import type { Practice } from '../workspace/practice.ts';
import type { TokenVault } from '../workspace/token-vault.ts';
import { showRefusal } from './refusal-message.ts';
import type { Call } from './wizard.ts';

/** What commands work with. */
export interface Workbench {
	readonly context: ExtensionContext;
	readonly log: LogOutputChannel;
	readonly files: LandscapeFiles;
	readonly writer: LandscapeWriter;
	readonly vault: TokenVault;
	readonly practice: Practice;
	readonly tenants: TenantPanels;
	readonly maps: MapPanels;
}

/** What a command gives back (design 4): facts, a refusal, or nothing when the person cancelled. */
export type Result<Facts extends object = object> = ({ readonly ok: true } & Facts) | Refusal | undefined;

/** A command of the contract in design 4. */
export interface Command<Schema extends v.GenericSchema> {
	/** Without the prefix `systemLandscape.` */
	readonly name: string;
	readonly fields: Schema;
	readonly run: (workbench: Workbench, fields: v.InferOutput<Schema>, call: Call) => Promise<Result>;
}

/** Lets the fields' types of a command's handler follow from its schema. */
export function command<Schema extends v.GenericSchema>(definition: Command<Schema>): Command<Schema> {
	return definition;
}

/**
 * Registers a command. Its one optional argument is decoded; what does not fit is refused with `request-malformed`.
 * A refusal is shown where a person called.
 */
export function registerCommand<Schema extends v.GenericSchema>(
	workbench: Workbench,
	{ name, fields, run }: Command<Schema>,
): Disposable {
	return commands.registerCommand(`systemLandscape.${name}`, async (argument?: unknown): Promise<Result> => {
		const given = typeof argument === 'object' && argument !== null ? argument : {};
		const call: Call = { byPerson: Object.keys(given).length === 0 || 'kind' in given };
		await workbench.files.loaded;
		const decoded = v.safeParse(fields, given);
		const result = decoded.success
			? await run(workbench, decoded.output, call)
			: refuse('request-malformed', `${name}: ${issueText(decoded.issues[0])}`);
		if (result && !result.ok && call.byPerson) {
			showRefusal(result, given);
		}
		return result;
	});
}

function issueText(issue: v.BaseIssue<unknown>): string {
	const path = issue.path?.map(({ key }) => String(key)).join('.');
	return path ? l10n.t`the field ${path} is not as it must be: ${issue.message}.` : `${issue.message}.`;
}

/** A field that is asked for when it is absent. */
export const text = () => v.optional(v.string());
