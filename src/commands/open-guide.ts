import * as l10n from '@vscode/l10n';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { findSystem, NEW_SYSTEM } from '../model/systems.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import { pickLandscapeFile } from './pick-landscape-file.ts';
import { pickSystemUnlessOne } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const openGuideFields = fields({ system: text });

/**
 * *Registration Guide*: the page that leads through the registration of a system and records it. Refuses with
 * `not-recorded` in a practice landscape, and with `system-unknown`.
 */
export async function openGuide(
	given: Given<typeof openGuideFields>,
	{ files, guides }: Services,
): Promise<Result> {
	const title = l10n.t('Registration Guide');
	const file = await pickLandscapeFile(
		files,
		given,
		title,
		({ reading }) => reading.landscape.mode === 'recorded',
	);
	if (!file?.ok) {
		return file;
	}
	const { landscape } = file.reading;
	const refused = checkGuide(landscape, given.system);
	if (refused) {
		return refused;
	}
	const answers = await ask(title, given, {
		system: ({ interactive }) =>
			pickSystemUnlessOne(
				interactive,
				l10n.t('Select the system to register'),
				landscape.systems.values(),
				refuse('system-unknown', l10n.t('No system is recorded yet. Add a system first.'), NEW_SYSTEM),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	guides.open({ landscape: file.uri.toString(), system: answers.system });
	return { ok: true };
}

function checkGuide(landscape: Landscape, name: string | undefined): Refusal | undefined {
	if (landscape.mode === 'practice') {
		return refuse(
			'not-recorded',
			l10n.t`${landscape.globalAccount} is a practice landscape, and the guide is for records of real accounts. The walkthrough leads you through practice.`,
		);
	}
	const system = name === undefined ? undefined : findSystem(landscape, name);
	return system && isRefusal(system) ? system : undefined;
}
