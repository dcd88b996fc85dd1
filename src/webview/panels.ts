import * as v from 'valibot';
import { type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';

/** One kind of page. */
export interface PanelKind<Identity extends object> {
	/** The panel type of the contract (design 4). */
	readonly type: string;
	/** What tells its pages apart, as a page keeps it across a reload of the window. */
	readonly identity: v.GenericSchema<unknown, Identity>;
	title(identity: Identity): string;
	/** Fills a new panel. */
	fill(panel: WebviewPanel, identity: Identity): void;
}

/** The open pages of a kind: one per identity. */
export class Panels<Identity extends object> {
	readonly #kind: PanelKind<Identity>;
	readonly #panels = new Map<string, WebviewPanel>();

	constructor(kind: PanelKind<Identity>) {
		this.#kind = kind;
	}

	/** Shows a page, the open one where there is one. */
	open(identity: Identity): void {
		const open = this.#panels.get(JSON.stringify(identity));
		if (open) {
			open.reveal();
			return;
		}
		const { type, title } = this.#kind;
		this.#add(window.createWebviewPanel(type, title(identity), ViewColumn.Active), identity);
	}

	/** Lets pages come back after a reload of the window. */
	restoring(): Disposable {
		return window.registerWebviewPanelSerializer(this.#kind.type, {
			deserializeWebviewPanel: async (panel, saved: unknown) => {
				const identity = v.safeParse(this.#kind.identity, saved);
				if (identity.success) {
					this.#add(panel, identity.output);
				} else {
					panel.dispose();
				}
			},
		});
	}

	#add(panel: WebviewPanel, identity: Identity): void {
		const key = JSON.stringify(identity);
		panel.title = this.#kind.title(identity);
		this.#panels.set(key, panel);
		panel.onDidDispose(() => this.#panels.delete(key));
		this.#kind.fill(panel, identity);
	}
}
