import * as v from 'valibot';
import { Panels } from '../webview/panels.ts';
import { type TenantIdentity, TenantPanel, type TenantServices } from './tenant-panel.ts';

/** The open pages of tenants: one per tenant of a landscape. */
export type TenantPanels = Panels<TenantIdentity>;

/** Makes the pages of tenants. */
export function tenantPanels(services: TenantServices): TenantPanels {
	return new Panels(services.extension, {
		name: 'tenant',
		identity: v.object({ landscape: v.string(), tenant: v.string() }),
		title: ({ tenant }) => tenant,
		connect: (panel, identity) => new TenantPanel(panel, services, identity).connections,
	});
}
