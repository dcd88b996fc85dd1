import type { PageRow } from '../../../src/tenant/messages.ts';

const labels = { enabling: 'Enabling', enabled: 'Enabled', failed: 'Failed', disabled: 'Disabled' } as const;

/** A row of the tenant page: of an enabled extension that nothing uses, unless the fields say otherwise. */
export function row(system: string, fields: Partial<PageRow> = {}): PageRow {
	const { status = 'enabled' } = fields;
	return {
		system,
		description: '',
		scenarioGroups: [],
		changedOn: '',
		status,
		statusLabel: labels[status],
		deletable: status !== 'enabling',
		blocked: '',
		consequence: '',
		...fields,
	};
}
