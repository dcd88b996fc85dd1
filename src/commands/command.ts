import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, type Disposable, Uri } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import { isInstant } from '../model/instant.ts';
import { missing } from './ask.ts';
import { showRefusal } from './refusal-message.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

/** A field of text that is asked for when it is absent. */
export const text = v.optional(v.string());

/** A field with a list of texts. */
export const texts = v.optional(v.array(v.string()));

/** A field with the address of a file. */
export const fileUri = v.optional(
	v.pipe(
		v.string(),
		v.check(isUri, () => l10n.t('Specify a URI, such as file:///home/me/systems.csv')),
	),
);

/** A field with a time: UTC, in whole seconds. */
export const instant = v.optional(v.pipe(v.string(), v.check(isInstant)));

const EVERY_COMMAND = {
	/** URI of the landscape file. */
	landscape: text,
	/** Whether a person called, who is asked and told; any other call never shows a dialog or a message. */
	interactive: v.optional(v.boolean(), false),
};

/** The fields that a command takes. */
export interface Fields<Schema> {
	/** A call in which nobody can be asked has to bring one of these; the first is named where it doesn't. */
	readonly needed: readonly string[];
	readonly schema: Schema;
}

/**
 * The fields that a command takes. Those of `needed` are asked for; a call in which nobody can be asked has to bring at
 * least one of them.
 */
export function fields<
	Needed extends v.ObjectEntries,
	Optional extends v.ObjectEntries = typeof EVERY_COMMAND,
>(needed: Needed, optional?: Optional) {
	return {
		needed: Object.keys(needed),
		schema: v.object({ ...needed, ...optional, ...EVERY_COMMAND } as Needed &
			Optional &
			typeof EVERY_COMMAND),
	};
}

/** The fields of a call, decoded. */
export type Given<Of extends Fields<v.GenericSchema>> = v.InferOutput<Of['schema']>;

/**
 * Registers a command by its name without the prefix `systemLandscape.` Its one optional argument is decoded; what does
 * not fit, or lacks a field where nobody can be asked for it, is refused with `request-malformed`. With `selection: true`,
 * which the keys of the tree pass, it's about the row that is selected there. A refusal is shown where a person called.
 */
export function registerCommand<Schema extends v.GenericSchema>(
	services: Services,
	name: string,
	{ needed, schema }: Fields<Schema>,
	run: (given: v.InferOutput<Schema>, services: Services) => Promise<Result>,
): Disposable {
	return commands.registerCommand(`systemLandscape.${name}`, async (argument?: unknown): Promise<Result> => {
		const called = fieldsOf(argument);
		const given: Readonly<Record<string, unknown>> =
			called.selection === true ? { ...services.tree.selected(), interactive: true } : called;
		const isInteractive = given.interactive === true;
		const answer = async (): Promise<Result> => {
			const decoded = v.safeParse(schema, given);
			if (!decoded.success) {
				return malformed(decoded.issues[0]);
			}
			const [first] = needed;
			if (first && !isInteractive && needed.every((field) => given[field] === undefined)) {
				return missing(first);
			}
			await services.files.loaded;
			return run(decoded.output, services);
		};
		const result = await answer();
		if (result && !result.ok && isInteractive) {
			void showRefusal(result, given);
		}
		return result;
	});
}

/**
 * The fields of a call by its first argument; what VS Code's menus pass behind it, such as the selected elements, says
 * nothing. An argument that isn't a plain object comes from a menu: the file of an editor, or nothing of ours.
 */
function fieldsOf(argument: unknown): Readonly<Record<string, unknown>> {
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

function isUri(given: string): boolean {
	try {
		Uri.parse(given, true);
		return true;
	} catch {
		return false;
	}
}
