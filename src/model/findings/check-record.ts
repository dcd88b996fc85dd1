import * as l10n from '@vscode/l10n';
import { addSeconds } from '../instant.ts';
import { timeLeft } from '../labels.ts';
import { shorten } from '../names.ts';
import type { FindingsCollector } from './collector.ts';

/** Days after which somebody should look again at what was recorded. */
const OLD_AFTER = 90;

/** Reports statuses of a recorded landscape that nobody has looked at for a long time (R-REC-7). */
export function checkRecord({ landscape, now, report }: FindingsCollector): void {
	if (landscape.mode !== 'recorded') {
		return;
	}
	// UTC times in the same format sort like text.
	const oldest = addSeconds(now, -OLD_AFTER * 24 * 60 * 60);
	for (const { name, recordedAt } of landscape.systems.values()) {
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
