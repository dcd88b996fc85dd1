import * as l10n from '@vscode/l10n';
import { refuse } from '../model/decision.ts';
import { checkDeregister, removeSystem as decide } from '../model/deregistration.ts';
import { extensionOf } from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { inform } from '../workspace/messages.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const removeSystemFields = fields({ system: text });

/** *Remove System*: takes a system that isn't registered off the list (DEC-5). Refuses with the codes of the rule in model/. */
export async function removeSystem(
	given: Given<typeof removeSystemFields>,
	{ title, landscape, change }: Target,
	{ vault }: Services,
): Promise<Result> {
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
	const { system } = answers;
	const extension = extensionOf(landscape(), system);
	const result = await change((current) => decide(current, system), {
		question: l10n.t`Remove the system "${shorten(system)}"?`,
		detail: extension
			? l10n.t`Its extension stays in ${extension.tenant.host}. Until you delete it there, the name is still taken.`
			: l10n.t('Its record and its token are also deleted.'),
	});
	if (!result?.ok) {
		return result;
	}
	await vault.forget(result.fingerprint);
	if (given.interactive) {
		void inform(l10n.t`"${shorten(system)}" was removed.`);
	}
	return { ok: true };
}
