import * as v from 'valibot';
import { type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PageIdentity } from './page-html.ts';
import { TenantPanel, type TenantServices } from './tenant-panel.ts';

const TYPE = 'systemLandscape.tenant';

const SavedIdentity = v.object({ landscape: v.string(), tenant: v.string() });

/** The open pages of tenants: one per tenant of a landscape. */
export class TenantPanels {
	readonly #services: TenantServices;
	readonly #panels = new Map<string, TenantPanel>();

	constructor(services: TenantServices) {
		this.#services = services;
	}

	/** Shows a tenant's page, the open one where there is one. */
	open(identity: PageIdentity): void {
		const open = this.#panels.get(keyOf(identity));
		if (open) {
			open.reveal();
			return;
		}
		const panel = window.createWebviewPanel(TYPE, identity.tenant, ViewColumn.Active);
		this.#add(panel, identity);
	}

	/** Lets pages come back after a reload of the window. */
	restoring(): Disposable {
		return window.registerWebviewPanelSerializer(TYPE, {
			deserializeWebviewPanel: async (panel, saved: unknown) => {
				const identity = v.safeParse(SavedIdentity, saved);
				if (identity.success) {
					this.#add(panel, identity.output);
				} else {
					panel.dispose();
				}
			},
		});
	}

	#add(panel: WebviewPanel, identity: PageIdentity): void {
		const key = keyOf(identity);
		panel.title = identity.tenant;
		this.#panels.set(key, new TenantPanel(panel, this.#services, identity));
		panel.onDidDispose(() => this.#panels.delete(key));
	}
}

function keyOf({ landscape, tenant }: PageIdentity): string {
	return JSON.stringify([landscape, tenant]);
}
