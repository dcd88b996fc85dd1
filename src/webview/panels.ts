import * as v from 'valibot';
import { Disposable, type Uri, type WebviewPanel, window } from 'vscode';
import { columnForNew } from '../workspace/walkthrough-tab.ts';
import { showPage } from './page-html.ts';

/** One kind of page. */
export interface PanelKind<Identity extends object> {
	/** The type of its panels, without the prefix `systemLandscape.`. */
	readonly name: 'guide' | 'map' | 'tenant';
	/** What tells its pages apart, as a page keeps it across a reload of the window. */
	readonly identity: v.GenericSchema<unknown, Identity>;
	title(identity: Identity): string;
	/** Listens to a new panel and to what it shows, until it is closed. */
	connect(panel: WebviewPanel, identity: Identity): readonly Disposable[];
}

/** The open pages of a kind: one per identity. */
export class Panels<Identity extends object> {
	readonly #extension: Uri;
	readonly #kind: PanelKind<Identity>;
	readonly #panels = new Map<string, WebviewPanel>();

	/** `extension` is the folder of this extension. */
	constructor(extension: Uri, kind: PanelKind<Identity>) {
		this.#extension = extension;
		this.#kind = kind;
	}

	/** Shows a page, the open one where there is one. */
	open(identity: Identity): void {
		const open = this.#panels.get(JSON.stringify(identity));
		if (open) {
			open.reveal();
			return;
		}
		this.#add(window.createWebviewPanel(this.#type, this.#kind.title(identity), columnForNew()), identity);
	}

	/** Lets pages come back after a reload of the window. */
	restoring(): Disposable {
		return window.registerWebviewPanelSerializer(this.#type, {
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

	get #type(): string {
		return `systemLandscape.${this.#kind.name}`;
	}

	#add(panel: WebviewPanel, identity: Identity): void {
		const key = JSON.stringify(identity);
		const { name, title, connect } = this.#kind;
		panel.title = title(identity);
		this.#panels.set(key, panel);
		const connections = connect(panel, identity);
		panel.onDidDispose(() => {
			this.#panels.delete(key);
			Disposable.from(...connections).dispose();
		});
		showPage(panel.webview, this.#extension, { name, title: panel.title, identity });
	}
}
