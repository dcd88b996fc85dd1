import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { graphId, graphOf } from '../diagram/graph.ts';
import { newLandscape } from '../model/landscape.ts';
import { Panels } from '../webview/panels.ts';
import { now } from '../workspace/clock.ts';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { localTime } from '../workspace/local-time.ts';
import { fail, inform } from '../workspace/messages.ts';
import type { Projects } from '../workspace/projects.ts';
import { terminology } from '../workspace/settings.ts';
import { showInFile } from '../workspace/show-in-file.ts';
import { applicationsOf, locationOf, placeOf } from '../workspace/system-usages.ts';
import { MapFeed } from './feed.ts';
import type { MapState } from './messages.ts';
import { fieldsOf, pathInFile } from './path-in-file.ts';
import { MapRequest } from './requests.ts';

/** What maps work with. */
export interface MapServices {
	readonly files: LandscapeFiles;
	readonly projects: Projects;
	readonly clock: ExpiryClock;
	/** Selects an element of a file in the tree. */
	readonly reveal: (file: Uri, parts: readonly string[]) => Promise<void>;
	/** The folder of this extension. */
	readonly extension: Uri;
}

/** Which map it is. */
interface MapIdentity {
	/** URI of the landscape file. */
	readonly landscape: string;
}

/** The open maps: one per landscape file. */
export type MapPanels = Panels<MapIdentity>;

/** Makes the maps. */
export function mapPanels(services: MapServices): MapPanels {
	return new Panels(services.extension, {
		name: 'map',
		identity: v.object({ landscape: v.string() }),
		title: ({ landscape }) => titleOf(services, landscape),
		connect: (panel, { landscape }) => connect(panel, services, Uri.parse(landscape)),
	});
}

function titleOf({ files }: MapServices, landscape: string): string {
	const account = files.find(Uri.parse(landscape))?.reading.landscape.globalAccount;
	return account ? l10n.t`Map of ${account}` : l10n.t('Landscape Map');
}

/** Shows what a file says, now and whenever that or its words change, and does what the person asks for. */
function connect(panel: WebviewPanel, services: MapServices, uri: Uri): Disposable[] {
	const { webview } = panel;
	const { files, projects, clock } = services;
	const landscape = uri.toString();
	const feed = new MapFeed(
		() => stateOf(services, uri),
		(message) => void webview.postMessage(message),
	);
	const show = () => {
		panel.title = titleOf(services, landscape);
		feed.sendChange();
	};
	return [
		files.onDidChange(show),
		projects.onDidChange(show),
		clock.onDidTick(show),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('systemLandscape.terminology')) {
				show();
			}
		}),
		webview.onDidReceiveMessage(async (message: unknown) => {
			const decoded = v.safeParse(MapRequest, message);
			if (!decoded.success) {
				return;
			}
			const { kind, parts = [], command, svg } = decoded.output;
			switch (kind) {
				case 'ready':
					await files.loaded;
					panel.title = titleOf(services, landscape);
					return feed.sendState();
				case 'reveal':
				case 'leave':
					return reveal(services, uri, parts, kind === 'leave');
				case 'run':
					return run(services, uri, parts, command);
				case 'save':
					return save(uri, svg);
				default:
					return commands.executeCommand(`systemLandscape.${kind}`, { landscape, interactive: true });
			}
		}),
	];
}

function stateOf({ files, projects }: MapServices, uri: Uri): MapState {
	const reading = files.find(uri)?.reading;
	const landscape = reading?.landscape ?? newLandscape('', 'practice');
	const isUnreadable = reading?.unreadable !== undefined;
	const landscapes = files.landscapes;
	const words = {
		isUnreadable,
		terminology: terminology(),
		now: now(),
		localTime,
		applications: applicationsOf(projects, landscapes),
	};
	return {
		globalAccount: landscape.globalAccount,
		mode: landscape.mode,
		terminology: words.terminology,
		...graphOf(landscape, words),
		trouble: reading
			? (reading.unreadable?.message ?? '')
			: l10n.t('The landscape file no longer exists. Restore it, and then choose Refresh.'),
	};
}

/** Shows an element in the tree and in the file, beside the map where the file is not shown yet. */
async function reveal(
	{ files, projects, reveal }: MapServices,
	uri: Uri,
	parts: readonly string[],
	leave: boolean,
): Promise<void> {
	const [section, folder] = parts;
	if (section === 'applications') {
		const [usage] = projects.all.find((project) => project.folder === folder)?.usages ?? [];
		const place = usage && locationOf(projects, placeOf(usage));
		await reveal(uri, parts);
		if (place) {
			const options = { viewColumn: ViewColumn.Beside, preserveFocus: !leave, selection: place.range };
			await window.showTextDocument(place.uri, options);
		}
		return;
	}
	const file = files.find(uri);
	if (!file) {
		return;
	}
	const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	const isElement = parts.length > 0;
	if (isElement) {
		await reveal(uri, parts);
	}
	await showInFile(file, isElement ? pathInFile(file.reading.landscape, parts) : undefined, {
		viewColumn: shown?.viewColumn ?? ViewColumn.Beside,
		preserveFocus: !leave,
	});
}

/** Runs a command that the map offers for an element. */
async function run(
	services: MapServices,
	uri: Uri,
	parts: readonly string[],
	command: string,
): Promise<void> {
	const { nodes, edges } = stateOf(services, uri);
	const id = graphId(...parts);
	const element = [...nodes, ...edges].find((candidate) => candidate.id === id);
	if (element?.actions.some((action) => action.command === command)) {
		await commands.executeCommand(`systemLandscape.${command}`, {
			...fieldsOf(parts),
			landscape: uri.toString(),
			interactive: true,
		});
	}
}

/** Writes a picture where the person wants it. */
async function save(landscape: Uri, svg: string): Promise<void> {
	const uri = await window.showSaveDialog({
		defaultUri: landscape.with({ path: landscape.path.replace(/\.ya?ml$/, '.svg') }),
		filters: { SVG: ['svg'] },
	});
	if (!uri) {
		return;
	}
	await workspace.fs.writeFile(uri, new TextEncoder().encode(svg)).then(
		() => inform(l10n.t`The map was saved as "${uri.path}".`),
		(error) => fail(l10n.t`The map couldn't be saved: ${String(error)}`),
	);
}
