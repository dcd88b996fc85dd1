import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, type Disposable, Uri, type Webview, type WebviewPanel } from 'vscode';
import { type Refusal, refuse } from '../model/decision.ts';
import { deleteExtension } from '../model/extensions.ts';
import type { Landscape } from '../model/landscape.ts';
import { checkExtension } from '../model/pairing.ts';
import { showToken } from '../model/systems.ts';
import { checkTokenText } from '../model/tokens.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { localTime } from '../workspace/local-time.ts';
import { explainUnknown, type PairingServices, pairExtension } from '../workspace/pair-extension.ts';
import { fingerprintOf } from '../workspace/token-vault.ts';
import { type PageMessage, PageRequest } from './messages.ts';
import { nextStepsOf } from './next-steps.ts';
import { pageStateOf, unknownApplication } from './page-state.ts';

/** More buttons than these would be no help. */
const COPYABLE_AT_MOST = 5;

/** Which page it is: kept across a reload of the window, and nothing else is. */
export interface TenantIdentity {
	/** URI of the landscape file. */
	readonly landscape: string;
	/** Lower-case host name. */
	readonly tenant: string;
}

/** What a tenant's page works with. */
export interface TenantServices extends PairingServices {
	readonly files: LandscapeFiles;
	/** The folder of this extension. */
	readonly extension: Uri;
}

/** One page *Maintain Extensions on SAP BTP*: shows what the landscape says, and passes on what the person decides. */
export class TenantPanel {
	readonly #webview: Webview;
	readonly #services: TenantServices;
	readonly #identity: TenantIdentity;
	readonly #landscape: Uri;
	/** The words of the page: the last ones where the landscape doesn't know the tenant any more. */
	#application = unknownApplication();
	#shows = 0;
	/** What ends with the panel. */
	readonly connections: readonly Disposable[];

	constructor(panel: WebviewPanel, services: TenantServices, identity: TenantIdentity) {
		this.#webview = panel.webview;
		this.#services = services;
		this.#identity = identity;
		this.#landscape = Uri.parse(identity.landscape);
		this.connections = [
			panel.webview.onDidReceiveMessage((message) => this.#receive(message)),
			services.files.onDidChange(() => void this.#show()),
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
				await this.#show();
				break;
			case 'refresh':
				await this.#services.files.refresh();
				this.#services.practice.run();
				await this.#show();
				this.#post({ kind: 'refreshed' });
				break;
			case 'copyToken':
				await commands.executeCommand('systemLandscape.copyToken', {
					landscape: this.#identity.landscape,
					system: request.system,
					interactive: true,
				});
				break;
			case 'run':
				await this.#run(request);
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

	/** Runs a command that the page offers for a system. */
	async #run({ command, system }: Extract<PageRequest, { kind: 'run' }>): Promise<void> {
		const landscape = this.#services.files.find(this.#landscape)?.reading.landscape;
		const tenant = landscape?.tenants.get(this.#identity.tenant);
		const steps = landscape && tenant ? nextStepsOf(landscape, tenant, now()) : [];
		const action = steps
			.find((step) => step.system === system)
			?.actions.find((offered) => offered.command === command);
		if (action) {
			await commands.executeCommand(`systemLandscape.${command}`, {
				landscape: this.#identity.landscape,
				...(action.topic === undefined ? { system } : { topic: action.topic }),
				interactive: true,
			});
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
					warning: checked.warning ?? '',
				}
			: explainUnknown(this.#services.vault, token, fingerprint, checked);
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
			l10n.t`The landscape file "${this.#landscape.path}" no longer exists. Restore it, and then choose ${this.#application.refresh}.`,
		);
	}

	/** Names of this tenant's pending systems whose token can be copied on this machine. */
	async #held(landscape: Landscape | undefined): Promise<string[]> {
		const held: string[] = [];
		const tenant = landscape?.tenants.get(this.#identity.tenant);
		if (landscape && tenant?.extensions.size === 0) {
			for (const { name, type, token } of landscape.systems.values()) {
				if (
					held.length < COPYABLE_AT_MOST &&
					type === tenant.type &&
					token?.fingerprint &&
					showToken(landscape, name, now()).ok &&
					(await this.#services.vault.textOf(token.fingerprint))
				) {
					held.push(name);
				}
			}
		}
		return held;
	}

	async #show(): Promise<void> {
		const show = ++this.#shows;
		const read = () => this.#services.files.find(this.#landscape)?.reading;
		const held = await this.#held(read()?.landscape);
		if (show !== this.#shows) {
			return;
		}
		const reading = read();
		const state = reading && pageStateOf(reading, this.#identity.tenant, { held, now: now(), localTime });
		this.#application = state?.application ?? this.#application;
		this.#post({
			kind: 'state',
			state: state ?? {
				host: this.#identity.tenant,
				type: '',
				application: this.#application,
				globalAccount: '',
				mode: 'practice',
				rows: [],
				suggestions: [],
				copyable: [],
				steps: [],
				locked: reading
					? (reading.unreadable?.message ??
						l10n.t`The tenant "${this.#identity.tenant}" is no longer in the landscape file. To add it again, choose Open Tenant.`)
					: this.#missing().message,
			},
		});
	}

	#post(message: PageMessage): void {
		void this.#webview.postMessage(message);
	}
}

/** An answer for the page: whether it worked, or the refusal. */
function plain(answer: Refusal | { readonly ok: true }): Refusal | { readonly ok: true } {
	return answer.ok ? { ok: true } : answer;
}
