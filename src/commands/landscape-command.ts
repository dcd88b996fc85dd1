import type * as v from 'valibot';
import { type Command, command, type Required } from './command.ts';
import { type Chosen, pickLandscape } from './pick-landscape.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';
import type { Call } from './wizard.ts';

/** The landscape that a command changes, and the title of what it asks. */
export interface Subject extends Chosen {
	readonly title: string;
}

/** A command that changes one landscape. */
export interface LandscapeCommand<Schema extends v.GenericSchema> {
	/** Without the prefix `systemLandscape.` */
	readonly name: string;
	/** What its inputs are titled; a function where the words depend on a setting. */
	readonly title: () => string;
	readonly fields: Schema;
	readonly required?: Required<Schema>;
	readonly run: (
		services: Services,
		fields: v.InferOutput<Schema>,
		call: Call,
		subject: Subject,
	) => Promise<Result>;
}

/** Adds what all such commands begin with: the landscape that is named, the only one, or the one that is picked. */
export function landscapeCommand<
	Schema extends v.GenericSchema<unknown, { readonly landscape?: string | undefined }>,
>({ title, run, ...rest }: LandscapeCommand<Schema>): Command<Schema> {
	return command({
		...rest,
		run: async (services, given, call) => {
			const words = title();
			const chosen = await pickLandscape(services, given.landscape, call, words);
			return chosen?.ok ? run(services, given, call, { ...chosen, title: words }) : chosen;
		},
	});
}
