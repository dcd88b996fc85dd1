import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { commands, type Disposable, env, Uri, type WebviewPanel, workspace } from 'vscode';
import { SERVICES } from '../model/catalog/services.ts';
import type { Answer as Result } from '../model/decision.ts';
import { shorten } from '../model/names.ts';
import { Panels } from '../webview/panels.ts';
import { now } from '../workspace/clock.ts';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { localTime } from '../workspace/local-time.ts';
import { terminology } from '../workspace/settings.ts';
import { guideStateOf } from './guide-state.ts';
import { type Answer, type GuideMessage, GuideRequest, type GuideState, type Seen } from './messages.ts';

/** What guides work with. */
export interface GuideServices {
	readonly files: LandscapeFiles;
	readonly clock: ExpiryClock;
	/** The folder of this extension. */
	readonly extension: Uri;
}

/** Which guide it is: kept across a reload of the window, and nothing else is. */
interface GuideIdentity {
	/** URI of the landscape file. */
	readonly landscape: string;
	readonly system: string;
}

/** The open guides: one per system of a landscape. */
export type GuidePanels = Panels<GuideIdentity>;

/** Makes the guides. */
export function guidePanels(services: GuideServices): GuidePanels {
	return new Panels(services.extension, {
		name: 'guide',
		identity: v.object({ landscape: v.string(), system: v.string() }),
		title: ({ system }) => l10n.t`Registration of ${shorten(system)}`,
		connect: (panel, identity) => connect(panel, services, identity),
	});
}

/** Shows how far a registration is, now and whenever that or its words change, and records what the person saw. */
function connect(
	{ webview }: WebviewPanel,
	services: GuideServices,
	identity: GuideIdentity,
): readonly Disposable[] {
	const { files, clock } = services;
	const post = (message: GuideMessage) => void webview.postMessage(message);
	const show = () => post({ kind: 'state', state: stateOf(services, identity) });
	return [
		files.onDidChange(show),
		clock.onDidTick(show),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('systemLandscape.terminology')) {
				show();
			}
		}),
		webview.onDidReceiveMessage(async (message: unknown) => {
			const decoded = v.safeParse(GuideRequest, message);
			if (!decoded.success) {
				return;
			}
			const request = decoded.output;
			switch (request.kind) {
				case 'ready':
					await files.loaded;
					return show();
				case 'run':
					return commands.executeCommand(`systemLandscape.${request.command}`, {
						...identity,
						interactive: true,
					});
				case 'record':
					return post({
						kind: 'done',
						id: request.id,
						answer: await record(services, identity, request.seen),
					});
				case 'copy':
					return post({ kind: 'done', id: request.id, answer: await run(identity, request.what, {}) });
				case 'copyValue':
					await copyValue(stateOf(services, identity), request.value);
					return post({ kind: 'done', id: request.id, answer: { ok: true } });
			}
		}),
	];
}

function stateOf({ files }: GuideServices, { landscape, system }: GuideIdentity): GuideState {
	const uri = Uri.parse(landscape);
	const reading = files.find(uri)?.reading;
	return reading
		? guideStateOf(reading, system, { terminology: terminology(), now: now(), localTime })
		: {
				system,
				type: '',
				globalAccount: '',
				status: '',
				summary: '',
				locked: l10n.t('The landscape file no longer exists. Restore it, and then choose Refresh.'),
				isFileThere: false,
				parts: [],
			};
}

/** Only what the guide shows is copied. */
async function copyValue({ parts }: GuideState, id: string): Promise<void> {
	const value = parts
		.flatMap(({ steps }) => steps)
		.flatMap(({ instructions }) => instructions)
		.flatMap(({ values }) => values)
		.find((candidate) => candidate.id === id);
	if (value) {
		await env.clipboard.writeText(value.text);
	}
}

/** Records what a person saw, by the command that does so for everybody. */
function record({ files }: GuideServices, identity: GuideIdentity, seen: Seen): Promise<Answer> {
	switch (seen.kind) {
		case 'added':
			return run(identity, 'recordStatus', { status: 'pending' });
		case 'token':
			return run(identity, 'getToken', {
				scenarioGroups: seen.scenarioGroups,
				...(seen.token.trim() !== '' && { token: seen.token }),
				...(seen.issuedAt !== '' && { issuedAt: seen.issuedAt }),
			});
		case 'extension':
			return run(identity, 'recordExtension', {
				tenant: seen.tenant,
				status: seen.status,
			});
		case 'extensionDeleted':
			return run(identity, 'deleteExtension', { tenant: seen.tenant });
		case 'cockpit':
			return run(identity, 'recordStatus', { status: seen.status, ...(seen.anyway && { anyway: true }) });
		case 'subaccount':
			return run(identity, 'addSubaccount', { name: seen.name });
		case 'plans':
			return run(identity, 'addServicePlans', {
				subaccount: seen.subaccount,
				service:
					SERVICES.find(({ systemTypes }) => systemTypes.includes(typeOf(files, identity)))?.name ?? '',
				plans: seen.plans,
			});
	}
}

function typeOf(files: LandscapeFiles, { landscape, system }: GuideIdentity): string {
	return files.find(Uri.parse(landscape))?.reading.landscape.systems.get(system)?.type ?? '';
}

/** Runs a command that asks nobody, and says how it went. */
async function run(identity: GuideIdentity, command: string, given: object): Promise<Answer> {
	const result = await commands.executeCommand<Result>(`systemLandscape.${command}`, {
		...identity,
		...given,
		interactive: false,
	});
	return result.ok
		? { ok: true }
		: {
				ok: false,
				message: result.message,
				anyway: (result.remedies ?? []).some(({ anyway }) => anyway === true),
			};
}
