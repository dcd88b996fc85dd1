import * as v from 'valibot';
import type { MapFilter } from './selection.ts';
import type { View } from './viewport.ts';

/** What a map keeps over a reload of the window; what was typed into the search is not kept: it may be a token. */
export interface Memory {
	readonly filter: MapFilter;
	readonly isTable: boolean;
	/** The part that the person has chosen to see, if any. */
	readonly view: View | undefined;
	/** Id of the element that Tab comes to. */
	readonly stop: string | undefined;
}

const Saved = v.object({
	status: v.string(),
	type: v.string(),
	subaccount: v.string(),
	/** Not empty where the table is shown. */
	table: v.string(),
	/** Three numbers, or empty. */
	view: v.string(),
	stop: v.string(),
});

/** Reads what {@link memoryToSave} wrote; a map as it begins where there is nothing. */
export function restoreMemory(state: unknown): Memory {
	const decoded = v.safeParse(Saved, state);
	const { table, view, stop, ...filter } = decoded.success
		? decoded.output
		: { status: '', type: '', subaccount: '', table: '', view: '', stop: '' };
	const [x = 0, y = 0, scale = 0] = view.split(' ').map(Number);
	return {
		filter: { search: '', ...filter },
		isTable: table !== '',
		view: scale > 0 && Number.isFinite(x + y + scale) ? { x, y, scale } : undefined,
		stop,
	};
}

/** A memory for VS Code to keep. */
export function memoryToSave({ filter, isTable, view, stop }: Memory): v.InferOutput<typeof Saved> {
	const { search: _, ...choices } = filter;
	return {
		...choices,
		table: isTable ? 'shown' : '',
		view: view ? [view.x, view.y, view.scale].join(' ') : '',
		stop: stop ?? '',
	};
}
