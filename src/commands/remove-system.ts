import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isInEditor, refuse } from '../model/decision.ts';
import { checkDeregister, removeSystem as decide } from '../model/deregistration.ts';
import { checkOutcome, OUTCOMES } from '../model/extensions.ts';
import { extensionOf, type Landscape } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { chosen, inform } from '../workspace/messages.ts';
import { namedBy } from '../workspace/system-usages.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const removeSystemFields = fields({ system: text }, { outcome: v.optional(v.picklist(OUTCOMES)) });

/**
 * *Remove System*: takes a system that isn't registered off the list (DEC-5). A person confirms it, in practice also with
 * the result *Let It Fail*; in a recorded landscape, only the record goes. Refuses with the codes of the rule in
 * model/, and with `recorded-by-hand` for an outcome there.
 */
export async function removeSystem(
	given: Given<typeof removeSystemFields>,
	{ title, file, landscape, change }: Target,
	{ vault, practice, projects }: Services,
): Promise<Result> {
	const simulated = checkOutcome(landscape(), given.outcome);
	if (simulated) {
		return simulated;
	}
	const answers = await ask(title, given, {
		system: () =>
			pickSystem(
				l10n.t('Select the system to remove'),
				[...landscape().systems.values()].filter(({ name }) => decide(landscape(), name).ok),
				refuse(
					'system-unknown',
					l10n.t("There's no system that you can remove. Deregister a registered system first."),
					...([...landscape().systems.keys()].some((name) => !checkDeregister(landscape(), name))
						? [{ command: 'deregisterSystem' } as const]
						: []),
				),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	const { system, outcome = 'succeed' } = answers;
	const isPractice = landscape().mode === 'practice';
	const possible = decide(landscape(), system);
	if (!possible.ok) {
		return possible;
	}
	const letItFail = l10n.t('Let It Fail');
	const answer = given.interactive
		? await chosen(
				l10n.t`Remove the system "${shorten(system)}"?`,
				[
					...(isPractice
						? []
						: [l10n.t('First remove it in the cockpit. Here, only the record is deleted.')]),
					consequenceOf(landscape(), system),
					namedBy(projects, system),
				]
					.filter(Boolean)
					.join('\n\n'),
				title,
				...(isPractice ? [letItFail] : []),
			)
		: title;
	if (answer === undefined) {
		return undefined;
	}
	const result = await change((current) => decide(current, system));
	if (isPractice && isInEditor(result)) {
		await practice.expectRemoval(file.uri, system, answer === letItFail ? 'fail' : outcome);
	}
	if (!result?.ok) {
		return result;
	}
	await vault.forget(result.fingerprint);
	if (given.interactive) {
		void inform(
			isPractice ? l10n.t`"${shorten(system)}" is being removed.` : l10n.t`"${shorten(system)}" was removed.`,
		);
	}
	return { ok: true };
}

/** What removing a system means, to be read before. */
function consequenceOf(landscape: Landscape, system: string): string {
	const extension = extensionOf(landscape, system);
	return extension
		? l10n.t`Its extension stays in ${extension.tenant.host}. Until you delete it there, the name is still taken.`
		: l10n.t('Its record and its token are also deleted.');
}
