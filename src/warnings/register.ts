import * as l10n from '@vscode/l10n';
import { commands, type Disposable, type Memento } from 'vscode';
import { timeLeft } from '../model/labels.ts';
import { shorten } from '../model/names.ts';
import { lapsesSoon } from '../model/tokens.ts';
import { now } from '../workspace/clock.ts';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { warn } from '../workspace/messages.ts';
import { tokenExpiryWarning } from '../workspace/settings.ts';

const SILENCED = 'systemLandscape.expiryWarningsSilenced';
const WARNED = 'systemLandscape.expiryWarned';
const WARNED_AT_MOST = 200;

/** Warns once of each token that is about to expire, until the person chooses *Don't Show Again*. */
export function registerWarnings(files: LandscapeFiles, clock: ExpiryClock, memory: Memento): Disposable[] {
	const check = () => {
		if (memory.get(SILENCED, false)) {
			return;
		}
		const warned = memory.get<readonly string[]>(WARNED, []);
		const due = files.all.flatMap(({ uri, reading }) =>
			[...reading.landscape.systems.values()]
				.filter((system) => lapsesSoon(system, tokenExpiryWarning(), now()))
				.map(({ name, token }) => ({
					landscape: uri.toString(),
					system: name,
					expiresAt: token?.expiresAt ?? now(),
					isRecorded: reading.landscape.mode === 'recorded',
					// A token without fingerprint is identified by its system and its expiry.
					key: token?.fingerprint ?? JSON.stringify([uri.toString(), name, token?.expiresAt]),
				}))
				.filter(({ key }) => !warned.includes(key)),
		);
		if (due.length > 0) {
			void memory.update(WARNED, [...warned, ...due.map(({ key }) => key)].slice(-WARNED_AT_MOST));
		}
		for (const token of due) {
			void warnOf(token, memory);
		}
	};
	return [files.onDidChange(check), clock.onDidTick(check)];
}

async function warnOf(
	{
		landscape,
		system,
		expiresAt,
		isRecorded,
	}: { landscape: string; system: string; expiresAt: string; isRecorded: boolean },
	memory: Memento,
): Promise<void> {
	// Of a real token, perhaps only the date is known; the guide says how to hand it over.
	const next = isRecorded ? l10n.t('Continue Registration') : l10n.t('Copy Token');
	const silence = l10n.t("Don't Show Again");
	const chosen = await warn(
		l10n.t`The integration token of "${shorten(system)}" expires in ${timeLeft(expiresAt, now())}. The tenant administrator must use it by then.`,
		next,
		silence,
	);
	if (chosen === next) {
		await commands.executeCommand(`systemLandscape.${isRecorded ? 'openGuide' : 'copyToken'}`, {
			landscape,
			system,
			interactive: true,
		});
	} else if (chosen === silence) {
		await memory.update(SILENCED, true);
	}
}
