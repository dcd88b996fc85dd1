import { openTenant as decide } from '../model/extensions.ts';
import { extensionOf, type Landscape } from '../model/landscape.ts';
import { checkHostName, checkType, hostName } from '../model/names.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickTenant, pickTenantType } from './questions.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const openTenantFields = fields({ tenant: text, system: text }, { type: text });

/**
 * *Open Tenant*: the page *Maintain Extensions on SAP BTP* of a tenant. A tenant that the landscape doesn't know is
 * added; its type follows from the systems that wait for being paired, where they leave no choice. Refuses with the
 * codes of the rule `openTenant` in model/.
 */
export async function openTenant(
	given: Given<typeof openTenantFields>,
	{ title, file, landscape, change }: Target,
	{ tenants }: Services,
): Promise<Result<{ tenant: string }>> {
	const { system } = given;
	const paired = system === undefined ? undefined : extensionOf(landscape(), system)?.tenant.host;
	const tenant = given.tenant ?? paired;
	const refused =
		(tenant === undefined ? undefined : checkHostName(tenant)) ??
		(given.type === undefined ? undefined : checkType(given.type));
	if (refused) {
		return refused;
	}
	const implied = () =>
		system === undefined ? onlyPendingType(landscape()) : landscape().systems.get(system)?.type;
	const known = (host: string) => landscape().tenants.get(hostName(host));
	const answers = await ask(
		title,
		{ ...given, tenant },
		{
			tenant: ({ interactive }) =>
				pickTenant(landscape(), {
					type: given.type ?? (system === undefined ? undefined : landscape().systems.get(system)?.type),
					// *Open Tenant* of the tree's group is for another one.
					isAnother: !interactive || (system === undefined && given.landscape !== undefined),
				}),
			type: (answers) =>
				answers.tenant === undefined ? '' : (known(answers.tenant)?.type ?? implied() ?? pickTenantType()),
		},
	);
	if (!answers?.ok) {
		return answers;
	}
	const host = hostName(answers.tenant);
	if (known(host)?.type !== answers.type) {
		const opened = await change((current) => decide(current, { tenant: host, type: answers.type }));
		if (!opened?.ok) {
			return opened;
		}
	}
	tenants.open({ landscape: file.uri.toString(), tenant: host });
	return { ok: true, tenant: host };
}

/** The type that all pending systems have, if they agree. */
function onlyPendingType(landscape: Landscape): string | undefined {
	const types = new Set(
		[...landscape.systems.values()].filter(({ status }) => status === 'pending').map(({ type }) => type),
	);
	return types.size === 1 ? [...types][0] : undefined;
}
