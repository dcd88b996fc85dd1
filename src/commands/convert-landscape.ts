import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { changeMode } from '../document/change-mode.ts';
import { checkConverting } from '../model/converting.ts';
import { MODES, type Mode } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { confirmed, inform } from '../workspace/messages.ts';
import { ask } from './ask.ts';
import { fields, type Given } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const convertLandscapeFields = fields({ mode: v.optional(v.picklist(MODES)) });

/** There's only one, so that a person needn't be asked. */
const OTHER_MODE: Readonly<Record<Mode, Mode>> = { practice: 'recorded', recorded: 'practice' };

/**
 * *Convert Landscape*: from practice to the record of a real account, or back, where nothing in it would become untrue.
 * Refuses with the codes of the rule `checkConverting` in model/ and of the writer.
 */
export async function convertLandscape(
	given: Given<typeof convertLandscapeFields>,
	{ title, file, landscape }: Target,
	{ writer }: Services,
): Promise<Result<{ landscape: string }>> {
	const { globalAccount, mode: before } = landscape();
	const answers = await ask(title, given, { mode: () => OTHER_MODE[before] });
	if (!answers?.ok) {
		return answers;
	}
	const { mode } = answers;
	const refused = checkConverting(landscape(), mode);
	if (refused) {
		return refused;
	}
	const name = shorten(globalAccount);
	const isRecorded = mode === 'recorded';
	if (
		given.interactive &&
		!(await confirmed(
			isRecorded
				? l10n.t`Convert ${name} to the record of a real account?`
				: l10n.t`Convert ${name} to a practice landscape?`,
			isRecorded
				? l10n.t('From then on, you enter what the cockpit and the tenant show, and nothing is simulated.')
				: l10n.t('From then on, the global account and the tenant are simulated.'),
			l10n.t('Convert'),
		))
	) {
		return undefined;
	}
	const written = await writer.edit(
		file.uri,
		(reading) => checkConverting(reading.landscape, mode) ?? changeMode(reading, mode),
	);
	if (!written.ok) {
		return written;
	}
	if (given.interactive) {
		void inform(
			isRecorded
				? l10n.t`${name} is the record of a real account now.`
				: l10n.t`${name} is a practice landscape now.`,
			l10n.t('OK'),
		);
	}
	return { ok: true, landscape: file.uri.toString() };
}
