import { SYSTEM_TYPES } from './system-types.ts';
import { TOKENLESS_TYPES } from './tokenless-types.ts';

const labels = (types: readonly { readonly label: string }[]) => types.map(({ label }) => label);

/** Labels of the types that pair through an integration token. */
export const TOKEN_TYPE_LABELS: ReadonlySet<string> = new Set(labels(SYSTEM_TYPES));

/** Labels of all types that the catalog knows. */
export const TYPE_LABELS: ReadonlySet<string> = new Set([...TOKEN_TYPE_LABELS, ...labels(TOKENLESS_TYPES)]);
