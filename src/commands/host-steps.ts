import * as l10n from '@vscode/l10n';
import { ThemeIcon } from 'vscode';
import type { Landscape } from '../model/landscape.ts';
import { checkHostName } from '../model/names.ts';
import { sentence } from './questions.ts';
import { type Answer, askOne, askText, type Frame, type Step, step } from './wizard.ts';

/** Asks for a tenant where none is given: one that the landscape knows, or the host name of another. */
export function hostSteps(
	landscape: () => Landscape,
	given: string | undefined,
	keep: (host: string | undefined) => void,
): readonly Step[] {
	let isNew = landscape().tenants.size === 0;
	return [
		step(
			'tenant',
			() => given === undefined && landscape().tenants.size > 0,
			(frame) => askKnownTenant(frame, landscape()),
			(host) => {
				isNew = host === undefined;
				keep(host);
			},
		),
		step(
			'tenant',
			() => given === undefined && isNew,
			(frame) =>
				askText(frame, {
					prompt: l10n.t("The tenant's host name"),
					placeholder: 'my300001.s4hana.example',
					validate: (value) => sentence(checkHostName(value)),
				}),
			keep,
		),
	];
}

function askKnownTenant(frame: Frame, landscape: Landscape): Promise<Answer<string | undefined>> {
	return askOne<string | undefined>(frame, {
		placeholder: l10n.t('Select the tenant'),
		choices: [
			...[...landscape.tenants.values()].map(({ host, type }) => ({
				label: host,
				description: type,
				value: host,
			})),
			{
				label: l10n.t('Another tenant…'),
				iconPath: new ThemeIcon('add'),
				alwaysShow: true,
				value: undefined,
			},
		],
	});
}
