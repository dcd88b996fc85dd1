import * as l10n from '@vscode/l10n';
import { TOKEN_TYPE_LABELS, TYPE_LABELS } from '../catalog/type-labels.ts';
import type { Refusal } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Landscape } from '../landscape.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { Finding, FindingData, Path, Severity } from './finding.ts';

/** How many names to compare with misspelled ones: checking must stay fast in any file. */
const MOST_COMPARED = 50_000;

/** What the checks of a landscape share, and where they report findings. */
export interface FindingsCollector {
	readonly landscape: Landscape;
	readonly now: Instant;
	/** How many days before a token expires the warning starts. */
	readonly tokenExpiryWarning: number;
	readonly found: readonly Finding[];
	report(
		severity: Severity,
		code: string,
		message: string,
		path: Path,
		more?: { readonly at?: 'key' } & FindingData,
	): void;
	/** Reports what a rule refuses, as an error at a key unless the path is that of a value. */
	refused(refusal: Refusal | undefined, path: Path, at?: 'key'): void;
	/** Reports a reference to a system that doesn't exist; returns whether it did. */
	unknownSystem(name: string, path: Path, at?: 'key'): boolean;
	/** Reports a type that looks misspelled, and returns the type of the catalog. */
	unknownType(type: string, path: Path, onlyWithToken: boolean): string | undefined;
}

export function collectFindings(
	landscape: Landscape,
	now: Instant,
	tokenExpiryWarning: number,
): FindingsCollector {
	const found: Finding[] = [];
	let compared = 0;
	const collector: FindingsCollector = {
		landscape,
		now,
		tokenExpiryWarning,
		found,
		report(severity, code, message, path, { at, ...data } = {}) {
			found.push({ code, severity, message, path, at: at ?? 'value', data });
		},
		refused(refusal, path, at) {
			if (refusal) {
				collector.report('error', refusal.code, refusal.message, path, at && { at });
			}
		},
		unknownSystem(name, path, at) {
			if (landscape.systems.has(name)) {
				return false;
			}
			const instead = compared < MOST_COMPARED ? nearest(name, landscape.systems.keys()) : undefined;
			compared += landscape.systems.size;
			collector.report(
				'warning',
				'system-unknown',
				meant(l10n.t('This landscape doesn\'t have a system named "{0}".', shorten(name)), instead),
				path,
				{ ...(at && { at }), instead, system: name },
			);
			return true;
		},
		unknownType(type, path, onlyWithToken) {
			if (TYPE_LABELS.has(type)) {
				return undefined;
			}
			const instead = nearest(type, onlyWithToken ? TOKEN_TYPE_LABELS : TYPE_LABELS);
			// Other labels are allowed because the catalog can't have them all (R-TYPE-2).
			if (instead) {
				collector.report(
					'warning',
					'type-unknown',
					meant(
						l10n.t(
							'The type "{0}" isn\'t known, so the system is treated as one without a token.',
							shorten(type),
						),
						instead,
					),
					path,
					{ instead },
				);
			}
			return instead;
		},
	};
	return collector;
}

/** Adds what was probably meant to a message. */
export function meant(message: string, instead: string | undefined): string {
	return instead === undefined ? message : l10n.t('{0} Did you mean "{1}"?', message, shorten(instead));
}
