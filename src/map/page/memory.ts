import * as v from 'valibot';
import { everySystem } from './selection.ts';

/** How the picture is arranged: by its connections, or in groups. */
export const ARRANGEMENTS = ['connections', 'subaccount', 'tenant', 'status'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** The columns of the table. */
export const COLUMNS = ['name', 'status', 'type', 'connected', 'next'] as const;
export type Column = (typeof COLUMNS)[number];

/** What a map keeps over a reload of the window. */
const Memory = v.object({
	filter: v.object({ search: v.string(), status: v.string(), type: v.string(), subaccount: v.string() }),
	isTable: v.boolean(),
	/** By what the table is sorted; as in the file where it isn't given. */
	sort: v.optional(v.object({ by: v.picklist(COLUMNS), isDown: v.boolean() })),
	/** What the person has chosen; where it isn't given, what can be read best. */
	arrangement: v.optional(v.picklist(ARRANGEMENTS)),
	/** The part that the person has moved or zoomed to; everything where it isn't given. */
	view: v.optional(v.object({ at: v.string(), x: v.number(), y: v.number(), scale: v.number() })),
	/** Id of the element that Tab comes to. */
	stop: v.optional(v.string()),
});
export type Memory = Readonly<v.InferOutput<typeof Memory>>;

/** Reads what {@link memoryToSave} wrote; a map as it begins where there is nothing. */
export function restoreMemory(state: unknown): Memory {
	const decoded = v.safeParse(Memory, state);
	return decoded.success ? decoded.output : { filter: everySystem, isTable: false };
}

/** A memory for VS Code to keep, without what was typed into the search: it may be a token. */
export function memoryToSave(memory: Memory): Memory {
	return { ...memory, filter: { ...memory.filter, search: '' } };
}
