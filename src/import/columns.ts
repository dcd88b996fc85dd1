import { SYSTEM_ROLES, SYSTEM_STATUSES, type SystemRole, type SystemStatus } from '../model/landscape.ts';

/** What is read of a system, by the column that has it. */
export const COLUMNS = ['name', 'type', 'status', 'url', 'role', 'owner', 'note'] as const;
export type Column = (typeof COLUMNS)[number];

/** The German names of columns; the English ones are the columns' own. */
const GERMAN_COLUMNS: Readonly<Record<string, Column>> = {
	typ: 'type',
	rolle: 'role',
	verantwortlich: 'owner',
	notiz: 'note',
};

const COLUMN_NAMES = table(COLUMNS, GERMAN_COLUMNS);

/**
 * What a status is called where that isn't its own name: the labels of both terminologies, in English and in German. The
 * language of a file isn't always the one that VS Code shows, so these aren't the texts of l10n.
 */
const STATUS_LABELS: Readonly<Record<string, SystemStatus>> = {
	errorwhileregistering: 'error',
	errorwhilederegistering: 'deregister-error',
	errorwhileremoving: 'remove-error',
	notregistered: 'unregistered',
	nichtregistriert: 'unregistered',
};

const STATUSES = table(SYSTEM_STATUSES, STATUS_LABELS);

const GERMAN_ROLES: Readonly<Record<string, SystemRole>> = {
	entwicklung: 'development',
	produktion: 'production',
	produktiv: 'production',
};

const ROLES = table(SYSTEM_ROLES, GERMAN_ROLES);

/** The column with a name, in English or German, in any case. */
export function columnNamed(name: string): Column | undefined {
	return COLUMN_NAMES.get(folded(name));
}

/** The status with a technical name or label, in English or German, in any case. */
export function statusNamed(name: string): SystemStatus | undefined {
	return STATUSES.get(folded(name));
}

/** The role with a technical name or label, in English or German, in any case. */
export function roleNamed(name: string): SystemRole | undefined {
	return ROLES.get(folded(name));
}

function table<Value extends string>(
	values: readonly Value[],
	others: Readonly<Record<string, Value>>,
): ReadonlyMap<string, Value> {
	return new Map([...values.map((value) => [folded(value), value] as const), ...Object.entries(others)]);
}

/** A name for comparing: without case, spaces and hyphens. */
function folded(name: string): string {
	return name.toLowerCase().replace(/[\s_\u00ad-]+/g, '');
}
