import * as l10n from '@vscode/l10n';
import { window } from 'vscode';
import { isRefusal, refuse } from '../model/decision.ts';
import { shorten } from '../model/names.ts';
import { type UsageState, usageState, usageStateLabel } from '../model/projects/usage-state.ts';
import { findSystem } from '../model/systems.ts';
import { inform } from '../workspace/messages.ts';
import { locationOf, placeOf, projectName } from '../workspace/system-usages.ts';
import { ask, type Choice, quickPick } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const showUsagesFields = fields({ system: text });

/** A place where a project of the workspace asks for a system. */
export interface ShownUsage {
	/** URI of the project's folder. */
	readonly project: string;
	/** URI of the file that names the system. */
	readonly uri: string;
	/** The line there, from 1. */
	readonly line: number;
	readonly resource: string;
	/** The service instance's name; empty for a file of parameters that nothing names. */
	readonly instance: string;
	readonly service: string;
	readonly plan: string;
	readonly system: string;
	readonly state: UsageState;
}

/**
 * *Show Usages*: the places where projects of the workspace ask for a system; a person chooses one, and it's shown in the
 * editor. Refuses an unknown system with `system-unknown`.
 */
export async function showUsages(
	given: Given<typeof showUsagesFields>,
	{ title, landscape }: Target,
	{ files, projects }: Services,
): Promise<Result<{ usages: readonly ShownUsage[] }>> {
	const answers = await ask(title, given, {
		system: () =>
			pickSystem(
				l10n.t('Select the system whose usages you want to see'),
				landscape().systems.values(),
				refuse('system-unknown', l10n.t("This landscape doesn't have a system yet."), {
					command: 'registerSystem',
				}),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	const system = findSystem(landscape(), answers.system);
	if (isRefusal(system)) {
		return system;
	}
	const landscapes = files.landscapes;
	const found = projects.usagesOf(system.name).map((usage) => {
		const { uri, range } = locationOf(projects, placeOf(usage));
		const shown: ShownUsage = {
			project: usage.project,
			uri: uri.toString(),
			line: range.start.line + 1,
			resource: usage.resource.value,
			instance: usage.instance.value,
			service: usage.service.value,
			plan: usage.plan?.value ?? '',
			system: system.name,
			state: usageState(usage, landscapes),
		};
		return { shown, uri, range };
	});
	const usages = found.map(({ shown }) => shown);
	if (!given.interactive) {
		return { ok: true, usages };
	}
	if (found.length === 0) {
		void inform(l10n.t`No application of this workspace uses "${shorten(system.name)}".`);
		return { ok: true, usages };
	}
	const chosen = await ask(
		title,
		{ interactive: true, place: undefined as number | undefined },
		{
			place: () =>
				quickPick<number>({
					placeholder: l10n.t`Usages of ${shorten(system.name)}: select one to open it`,
					choices: found.map(
						({ shown }, index): Choice<number> => ({
							label: shown.instance || shown.resource,
							description: [shown.plan, usageStateLabel(shown.state)].filter(Boolean).join(' · '),
							detail: projectName({ folder: shown.project }),
							value: index,
						}),
					),
				}),
		},
	);
	const place = chosen?.ok ? found[chosen.place] : undefined;
	if (place) {
		await window.showTextDocument(place.uri, { selection: place.range });
	}
	return { ok: true, usages };
}
