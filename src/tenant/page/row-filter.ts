import * as v from 'valibot';
import { findTokenLikeText } from '../../document/token-like-text.ts';
import { EXTENSION_STATUSES } from '../../model/landscape.ts';
import { type Filter, hasEveryWord, isInUse } from '../../webview/page/filter.ts';
import type { PageRow } from '../messages.ts';

/** With fewer rows than these a filter is more to read than the rows. */
const offeredFrom = 5;

/** Which rows a person wants to see. */
export interface RowFilter extends Filter {
	/** A status, or empty for all. */
	readonly status: string;
}

/** Lets every row pass. */
export const everyRow: RowFilter = { search: '', status: '' };

/** Whether to show the filter: where there is much to see, or where it may hide something. */
export function isOffered(rows: readonly PageRow[], filter: RowFilter): boolean {
	return rows.length >= offeredFrom || (rows.length > 0 && isInUse(filter));
}

/** The rows that pass, in their order. */
export function filterRows(rows: readonly PageRow[], filter: RowFilter): readonly PageRow[] {
	return rows.filter(
		({ system, description, scenarioGroups, status }) =>
			(filter.status === '' || filter.status === status) &&
			hasEveryWord([system, description, ...scenarioGroups].join('\n'), filter.search),
	);
}

const Saved = v.object({
	filter: v.object({ search: v.string(), status: v.picklist(['', ...EXTENSION_STATUSES]) }),
});

/** Reads what {@link filterToSave} wrote; all rows where there is nothing. */
export function restoreFilter(state: unknown): RowFilter {
	const decoded = v.safeParse(Saved, state);
	return decoded.success ? decoded.output.filter : everyRow;
}

/** What to keep of a filter over a reload: not a token that somebody has pasted into the wrong field. */
export function filterToSave(filter: RowFilter): { readonly filter: RowFilter } {
	return { filter: findTokenLikeText(filter.search).length > 0 ? { ...filter, search: '' } : filter };
}
