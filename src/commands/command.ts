import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, type Disposable, Uri } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import { showRefusal } from './refusal-message.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import { type Call, missing } from './wizard.ts';

/** Fields of which a call that can ask nobody has to bring one. */
export type Required<Schema extends v.GenericSchema> = readonly (keyof v.InferOutput<Schema> & string)[];

/** A command that docs/design.md lists. */
export interface Command<Schema extends v.GenericSchema> {
	/** Without the prefix `systemLandscape.` */
	readonly name: string;
	readonly fields: Schema;
	/** The first one is missing where a call brings none; what else it lacks, a step of the wizard refuses. */
	readonly required?: Required<Schema>;
	readonly run: (services: Services, fields: v.InferOutput<Schema>, call: Call) => Promise<Result>;
}

/** Lets the fields' types of a command's handler follow from its schema. */
export function command<Schema extends v.GenericSchema>(definition: Command<Schema>): Command<Schema> {
	return definition;
}

/**
 * Registers a command. Its one optional argument is decoded; what does not fit, or lacks a field where nobody can be
 * asked for it, is refused with `request-malformed`. A refusal is shown where a person called.
 */
export function registerCommand<Schema extends v.GenericSchema>(
	services: Services,
	{ name, fields, required = [], run }: Command<Schema>,
): Disposable {
	return commands.registerCommand(`systemLandscape.${name}`, async (argument?: unknown): Promise<Result> => {
		const given = givenBy(argument);
		const caller = v.safeParse(CALLER, given);
		const decoded = v.safeParse(fields, given);
		const call = caller.success ? caller.output : { interactive: false };
		const answer = async (): Promise<Result> => {
			if (!caller.success) {
				return malformed(caller.issues[0]);
			}
			if (!decoded.success) {
				return malformed(decoded.issues[0]);
			}
			const [first] = required;
			if (first && !call.interactive && required.every((field) => decoded.output[field] === undefined)) {
				return missing(first);
			}
			await services.files.loaded;
			return run(services, decoded.output, call);
		};
		const result = await answer();
		if (result && !result.ok && call.interactive) {
			showRefusal(result, given);
		}
		return result;
	});
}

const CALLER = v.object({ interactive: v.optional(v.boolean(), false) });

/**
 * The fields of a call by its first argument; what VS Code's menus pass behind it, such as the selected elements, says
 * nothing. What is no plain object comes from a menu: the file of an editor, or nothing of ours.
 */
function givenBy(argument: unknown): object {
	if (argument instanceof Uri) {
		return { landscape: argument.toString(), interactive: true };
	}
	const prototype = typeof argument === 'object' && argument ? Object.getPrototypeOf(argument) : undefined;
	return prototype === Object.prototype || prototype === null ? Object(argument) : { interactive: true };
}

function malformed(issue: v.BaseIssue<unknown>): Refusal {
	const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
	return refuse('request-malformed', l10n.t('Invalid value for "{0}": {1}.', path, issue.message));
}

/** A field that is asked for when it is absent. */
export const text = () => v.optional(v.string());
