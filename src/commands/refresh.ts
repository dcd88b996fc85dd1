import * as v from 'valibot';
import { command } from './command.ts';

/** *Refresh*: reads every landscape file anew, and lets practice finish what is due. */
export const refresh = command({
	name: 'refresh',
	fields: v.object({}),
	run: async ({ files, practice }) => {
		await files.refresh();
		practice.run();
		return { ok: true };
	},
});
