import * as l10n from '@vscode/l10n';
import { addSeconds, type Instant } from '../instant.ts';
import { timeLeft } from '../labels.ts';
import { shorten } from '../names.ts';
import { CLOCK_DIFFERENCE } from '../seen-at.ts';
import type { FindingsCollector } from './collector.ts';
import type { Path } from './finding.ts';

/** Days after which somebody should look again at what was recorded. */
const OLD_AFTER = 90;

/** Reports statuses of a recorded landscape that nobody has looked at for a long time (R-REC-7). */
export function checkRecord({ landscape, now, report }: FindingsCollector): void {
	if (landscape.mode !== 'recorded') {
		return;
	}
	// UTC times in the same format sort like text.
	const oldest = addSeconds(now, -OLD_AFTER * 24 * 60 * 60);
	const latest = addSeconds(now, CLOCK_DIFFERENCE);
	const checkTime = (recordedAt: Instant | undefined, path: Path) => {
		if (recordedAt !== undefined && recordedAt > latest) {
			report('warning', 'recorded-in-future', l10n.t('The record is from a time in the future.'), path);
		}
	};
	for (const { name, recordedAt } of landscape.systems.values()) {
		checkTime(recordedAt, ['systems', name, 'recordedAt']);
		if (recordedAt !== undefined && recordedAt < oldest) {
			report(
				'hint',
				'record-old',
				l10n.t(
					'The status of "{0}" was recorded {1} ago. Look again in the cockpit, and record what it shows.',
					shorten(name),
					timeLeft(now, recordedAt),
				),
				['systems', name, 'recordedAt'],
			);
		}
	}
	for (const { host, extensions } of landscape.tenants.values()) {
		for (const { system, recordedAt } of extensions.values()) {
			checkTime(recordedAt, ['tenants', host, 'extensions', system, 'recordedAt']);
			if (recordedAt !== undefined && recordedAt < oldest) {
				report(
					'hint',
					'record-old',
					l10n.t(
						'The status of the extension for "{0}" was recorded {1} ago. Look again in the tenant, and record what it shows.',
						shorten(system),
						timeLeft(now, recordedAt),
					),
					['tenants', host, 'extensions', system, 'recordedAt'],
				);
			}
		}
	}
}
