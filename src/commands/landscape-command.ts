import type * as v from 'valibot';
import type { Disposable } from 'vscode';
import { firstAddition } from '../model/additions.ts';
import type { Change } from '../model/change.ts';
import type { Answer, Decision } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Landscape } from '../model/landscape.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFile } from '../workspace/landscape-files.ts';
import { unreadable } from '../workspace/landscape-writer.ts';
import { confirmed } from '../workspace/messages.ts';
import { type Fields, registerCommand } from './command.ts';
import { pickLandscapeFile } from './pick-landscape-file.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

/**
 * What a person confirms, with a detail that may depend on what the rule would change; the button is the command's title
 * unless it has its own.
 */
interface Confirmation {
	readonly question: string;
	readonly detail: string | ((changes: readonly Change[]) => string);
	readonly button?: string;
}

/** The landscape that a command is about. */
export interface Target {
	/** The title of everything that the command asks. */
	readonly title: string;
	readonly file: LandscapeFile;
	/** The landscape as it is now: it may change while a question is open. */
	readonly landscape: () => Landscape;
	/**
	 * Lets a rule decide and writes what it decided. What the rule allows, a person confirms first, where there is a
	 * `confirmation`; nothing when that is cancelled.
	 */
	readonly change: <Facts extends object>(
		decide: (landscape: Landscape, now: Instant) => Decision<Facts>,
		confirmation?: Confirmation,
	) => Promise<Result<Facts>>;
	/** Writes in a way of its own, and shows a person what it added in the tree, as `change` does. */
	readonly added: <Facts extends object>(write: () => Promise<Answer<Facts>>) => Promise<Answer<Facts>>;
}

type LandscapeSchema = v.GenericSchema<
	unknown,
	{ readonly landscape?: string | undefined; readonly interactive: boolean }
>;

type Register = <Schema extends LandscapeSchema>(
	name: string,
	title: string,
	fields: Fields<Schema>,
	run: (given: v.InferOutput<Schema>, target: Target, services: Services) => Promise<Result>,
) => Disposable;

/** Registers commands about the landscape in a file: the one that is given, the only one, or the one that the person picks. */
export function fileCommands(services: Services): Register {
	return (name, title, fields, run) =>
		registerCommand(services, name, fields, async (given) => {
			const file = await pickLandscapeFile(services.files, given, title);
			if (!file?.ok) {
				return file;
			}
			const result = await run(given, targetOf(services, file, title, given.interactive), services);
			// The buttons of a refusal are about the same file, also where the person picked it.
			return result && !result.ok ? { landscape: file.uri.toString(), ...result } : result;
		});
}

/** Like {@link fileCommands}, but refuses a file that can't be written to. */
export function landscapeCommands(services: Services): Register {
	const register = fileCommands(services);
	return (name, title, fields, run) =>
		register(name, title, fields, async (given, target) => {
			const { uri, reading } = target.file;
			return reading.unreadable ? unreadable(uri, reading.unreadable) : run(given, target, services);
		});
}

function targetOf(
	{ files, writer, tree }: Services,
	file: LandscapeFile,
	title: string,
	isInteractive: boolean,
): Target {
	const landscape = () => (files.find(file.uri) ?? file).reading.landscape;
	const added = async <Facts extends object>(write: () => Promise<Answer<Facts>>) => {
		const before = landscape();
		const result = await write();
		const names = isInteractive && result.ok ? firstAddition(before, landscape()) : undefined;
		if (names) {
			void tree.showAdded(file.uri, names);
		}
		return result;
	};
	return {
		title,
		file,
		landscape,
		added,
		change: async <Facts extends object>(
			decide: (landscape: Landscape, now: Instant) => Decision<Facts>,
			confirmation?: Confirmation,
		) => {
			if (isInteractive && confirmation) {
				const decision = decide(landscape(), now());
				if (!decision.ok) {
					return decision;
				}
				const { question, detail, button = title } = confirmation;
				const told = typeof detail === 'string' ? detail : detail(decision.changes);
				if (!(await confirmed(question, told, button))) {
					return undefined;
				}
			}
			const result = { ...(await added(() => writer.change(file.uri, decide))) };
			// The changes of the decision are in the file now, and no part of the answer.
			Reflect.deleteProperty(result, 'changes');
			return result;
		},
	};
}
