import * as v from 'valibot';
import { type Disposable, Uri, type WebviewPanel } from 'vscode';
import type { Refusal } from '../model/decision.ts';
import { refuse } from '../model/decision.ts';
import { checkExtension, deleteExtension } from '../model/extensions.ts';
import { t } from '../model/language.ts';
import { checkTokenText } from '../model/tokens.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { fingerprintOf } from '../workspace/token-vault.ts';
import { type PageMessage, PageRequest } from './messages.ts';
import { pageStateOf } from './page-state.ts';
import { explainUnknown, type Pairing, pairExtension } from './pair-extension.ts';

/** Which page it is: kept across a reload of the window, and nothing else is. */
export interface TenantIdentity {
	/** URI of the landscape file. */
	readonly landscape: string;
	/** Lower-case host name. */
	readonly tenant: string;
}

/** What a tenant's page works with. */
export interface TenantServices extends Pairing {
	readonly files: LandscapeFiles;
	/** The folder of this extension. */
	readonly extension: Uri;
}

/** One page *Maintain Extensions on SAP BTP*: shows what the landscape says, and passes on what the person decides. */
export class TenantPanel {
	readonly #panel: WebviewPanel;
	readonly #services: TenantServices;
	readonly #identity: TenantIdentity;
	readonly #landscape: Uri;
	/** What ends with the panel. */
	readonly connections: readonly Disposable[];

	constructor(panel: WebviewPanel, services: TenantServices, identity: TenantIdentity) {
		this.#panel = panel;
		this.#services = services;
		this.#identity = identity;
		this.#landscape = Uri.parse(identity.landscape);
		const { webview } = panel;
		this.connections = [
			webview.onDidReceiveMessage((message) => this.#receive(message)),
			services.files.onDidChange(() => this.#show()),
		];
	}

	async #receive(message: unknown): Promise<void> {
		const decoded = v.safeParse(PageRequest, message);
		if (!decoded.success) {
			return;
		}
		const request = decoded.output;
		switch (request.kind) {
			case 'ready':
				await this.#services.files.loaded;
				this.#show();
				break;
			case 'refresh':
				await this.#services.files.refresh();
				this.#services.practice.run();
				this.#show();
				this.#post({ kind: 'refreshed' });
				break;
			case 'check':
				this.#post({ kind: 'checked', id: request.id, answer: await this.#check(request.draft) });
				break;
			case 'create':
				this.#post({ kind: 'done', id: request.id, answer: plain(await this.#create(request)) });
				break;
			case 'delete':
				this.#post({ kind: 'done', id: request.id, answer: plain(await this.#delete(request.system)) });
				break;
		}
	}

	async #check({ token, description }: { token: string; description: string }) {
		const malformed = checkTokenText(token);
		const reading = this.#services.files.find(this.#landscape)?.reading;
		if (malformed || !reading) {
			return malformed ?? this.#missing();
		}
		const fingerprint = await fingerprintOf(token);
		const request = { tenant: this.#identity.tenant, fingerprint, description };
		const checked = checkExtension(reading.landscape, request, now());
		return checked.ok
			? {
					ok: true as const,
					system: checked.system.name,
					scenarioGroups: [...(checked.system.token?.scenarioGroups ?? [])],
				}
			: explainUnknown(this.#services.vault, fingerprint, checked);
	}

	#create({ draft, outcome }: Extract<PageRequest, { kind: 'create' }>) {
		const { tenant } = this.#identity;
		return pairExtension(this.#services, this.#landscape, { tenant, ...draft, outcome });
	}

	#delete(system: string) {
		const { tenant } = this.#identity;
		return this.#services.writer.change(this.#landscape, (landscape) =>
			deleteExtension(landscape, { tenant, system }),
		);
	}

	#missing(): Refusal {
		return refuse(
			'landscape-missing',
			t`The landscape file ${this.#landscape.path} does not exist any more. Bring it back, then choose Refresh.`,
		);
	}

	#show(): void {
		const reading = this.#services.files.find(this.#landscape)?.reading;
		const state = reading && pageStateOf(reading, this.#identity.tenant);
		this.#post({
			kind: 'state',
			state: state ?? {
				host: this.#identity.tenant,
				type: '',
				globalAccount: '',
				mode: 'practice',
				rows: [],
				suggestions: [],
				locked: reading
					? t`The landscape file does not know the tenant ${this.#identity.tenant} any more. Open it again with Open Tenant.`
					: this.#missing().message,
			},
		});
	}

	#post(message: PageMessage): void {
		void this.#panel.webview.postMessage(message);
	}
}

/** An answer for the page: whether it worked, or the refusal. */
function plain(answer: Refusal | { readonly ok: true }): Refusal | { readonly ok: true } {
	return answer.ok ? { ok: true } : answer;
}
