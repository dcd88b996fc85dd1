import { isScalar } from 'yaml';
import { FORMATION_TYPES } from '../model/catalog/formation-types.ts';
import type { FindingData } from '../model/findings/finding.ts';
import { instantFrom } from '../model/instant.ts';
import { DISCOVERIES, EXTENSION_STATUSES, MODES, SYSTEM_ROLES, SYSTEM_STATUSES } from '../model/landscape.ts';
import { nearest } from '../model/nearest.ts';
import type { RecordKind } from './schema.ts';
import { KNOWN_KEYS } from './schema.ts';

type Step = string | number;

const TIMES = ['issuedAt', 'expiresAt', 'usedAt', 'changedAt', 'recordedAt'];

/** The kind of record that the last step of a path inside a record of `kind` belongs to. */
function kindOf(kind: RecordKind, path: readonly Step[]): RecordKind {
	const [first] = path;
	return path.length > 1 && first === 'token'
		? 'token'
		: path.length > 2 && first === 'entitlements'
			? 'entitlement'
			: kind;
}

/** What was probably meant by a value that the format doesn't allow at a path in a record. */
export function suggestValue(kind: RecordKind, path: readonly Step[], node: unknown): FindingData['instead'] {
	const key = path.at(-1);
	const owner = kindOf(kind, path);
	if (!isScalar(node) || (typeof key === 'string' && !KNOWN_KEYS[owner].has(key))) {
		return undefined;
	}
	const { value, source } = node;
	const written = typeof value === 'string' ? value : (source ?? '');
	switch (key) {
		case 'version':
			return 1;
		case 'amount':
			return Number.isFinite(Number(written)) ? Math.max(1, Math.floor(Number(written))) : undefined;
		case 'mode':
			return nearest(written, MODES);
		case 'status':
			return nearest(written, owner === 'system' ? SYSTEM_STATUSES : EXTENSION_STATUSES);
		case 'role':
			return nearest(written, SYSTEM_ROLES);
		case 'discovery':
			return nearest(written, DISCOVERIES);
		case 'scenarioGroups':
			return written ? [written] : undefined;
		case 'systems':
			return owner === 'formation' && written ? [written] : undefined;
		case 'fingerprint':
			if (/^sha256:[0-9a-f]{64}$/i.test(written)) {
				return written.toLowerCase();
			}
			break;
	}
	if (TIMES.includes(String(key))) {
		return instantFrom(written);
	}
	const isBare = typeof value === 'number' || typeof value === 'boolean';
	return isBare && key !== 'token' && key !== 'entitlements' ? written : undefined;
}

/** A key that a record lacks, with the value that it usually has. */
export function suggestKey(kind: RecordKind, path: readonly Step[]): FindingData['missing'] {
	const key = String(path.at(-1));
	const owner = kindOf(kind, path);
	const usual: Readonly<Record<string, Step | undefined>> = {
		version: 1,
		globalAccount: 'Global Account',
		mode: 'practice',
		plan: 'api-access',
		service: 's4-hana-cloud',
		status: owner === 'system' ? 'pending' : 'enabled',
		type: owner === 'formation' ? FORMATION_TYPES[0]?.label : 'SAP S/4HANA Cloud',
	};
	const value = usual[key];
	return value === undefined ? undefined : { key, value };
}
