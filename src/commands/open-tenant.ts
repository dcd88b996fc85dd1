import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { openTenant as decide } from '../model/extensions.ts';
import { extensionOf, type Landscape } from '../model/landscape.ts';
import { checkHostName, hostName } from '../model/names.ts';
import { checkType } from '../model/systems.ts';
import { command, text } from './command.ts';
import { hostSteps } from './host-steps.ts';
import { pickFile } from './pick-landscape.ts';
import { askPairedType } from './questions.ts';
import { runWizard, step } from './wizard.ts';

/**
 * *Open Tenant*: the page *Maintain Extensions on SAP BTP* of a tenant. A tenant that the landscape does not know is
 * written down; its type follows from the systems that wait for being paired, where they leave no choice. Refuses with
 * the codes of the rule `openTenant` in model/.
 */
export const openTenant = command({
	name: 'openTenant',
	fields: v.object({ landscape: text(), tenant: text(), type: text(), system: text() }),
	required: ['tenant', 'system'],
	run: async (services, fields, call) => {
		const title = l10n.t('Open Tenant');
		const file = await pickFile(services, fields.landscape, call, title);
		if (!file || 'ok' in file) {
			return file;
		}
		const { uri } = file;
		const landscape = () => (services.files.find(uri) ?? file).reading.landscape;
		const paired = fields.system === undefined ? undefined : extensionOf(landscape(), fields.system);
		const given = fields.tenant ?? paired?.tenant.host;
		const refused =
			(given === undefined ? undefined : checkHostName(given)) ??
			(fields.type === undefined ? undefined : checkType(fields.type));
		if (refused) {
			return refused;
		}
		let tenant = given;
		let { type } = fields;
		const known = () => (tenant === undefined ? undefined : landscape().tenants.get(hostName(tenant)));
		const implied = () =>
			fields.system === undefined
				? onlyPendingType(landscape())
				: landscape().systems.get(fields.system)?.type;
		const end = await runWizard(
			title,
			[
				...hostSteps(landscape, given, (value) => {
					tenant = value;
				}),
				step(
					'type',
					() => fields.type === undefined && tenant !== undefined && !known() && implied() === undefined,
					(frame) => askPairedType(frame, l10n.t('Select the type of the tenant')),
					(value) => {
						type = value;
					},
				),
			],
			call,
		);
		if (!end.done || tenant === undefined) {
			return end.refusal;
		}
		const host = hostName(tenant);
		type ??= known() ? undefined : implied();
		if (known()?.type !== (type ?? known()?.type) || !known()) {
			const opened = await services.writer.change(uri, (current) =>
				decide(current, { tenant: host, ...(type === undefined ? {} : { type }) }),
			);
			if (!opened.ok) {
				return opened;
			}
		}
		services.tenants.open({ landscape: uri.toString(), tenant: host });
		return { ok: true, tenant: host };
	},
});

/** The type that all pending systems have, if they agree. */
function onlyPendingType(landscape: Landscape): string | undefined {
	const types = new Set(
		[...landscape.systems.values()].filter(({ status }) => status === 'pending').map(({ type }) => type),
	);
	return types.size === 1 ? [...types][0] : undefined;
}
