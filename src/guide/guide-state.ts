import * as l10n from '@vscode/l10n';
import type { Reading } from '../document/read.ts';
import { ALL_COMMUNICATION_SCENARIOS } from '../model/catalog/scenario-groups.ts';
import { SERVICES } from '../model/catalog/services.ts';
import { systemType } from '../model/catalog/system-types.ts';
import { availablePlans } from '../model/entitlements.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, statusInWords, systemStatusLabel, type Terminology } from '../model/labels.ts';
import {
	EXTENSION_STATUSES,
	entitlementsOf,
	extensionOf,
	type Landscape,
	type System,
	type SystemStatus,
} from '../model/landscape.ts';
import { shorten } from '../model/names.ts';
import { recordedAtOf } from '../model/recorded-at.ts';
import { tokenState } from '../model/tokens.ts';
import {
	accountRole,
	howToAdd,
	howToBeListed,
	howToCheck,
	howToDeleteExtension,
	howToEntitle,
	howToFindSubaccount,
	howToGetToken,
	howToHandOver,
	howToUseToken,
	roleInTenant,
} from './instructions.ts';
import type { Control, GuideState, Instruction, Part, Step } from './messages.ts';
import { type Registration, registrationOf, type StepId } from './registration.ts';

/** What a guide says besides the landscape: the words of the cockpit, the time, and how to write it. */
export interface GuideContext {
	readonly terminology: Terminology;
	readonly now: Instant;
	readonly localTime: (instant: Instant) => string;
}

/** What the guide of a system shows. Where there's nothing to guide, it says why, and has no parts. */
export function guideStateOf(
	{ landscape, unreadable }: Pick<Reading, 'landscape' | 'unreadable'>,
	name: string,
	context: GuideContext,
): GuideState {
	const system = landscape.systems.get(name);
	const locked = unreadable?.message ?? whyNotGuided(landscape, name);
	const state = {
		system: name,
		type: system?.type ?? '',
		globalAccount: landscape.globalAccount,
		status: '',
		summary: '',
		locked: locked ?? '',
		isFileThere: true,
		parts: [],
	};
	if (!system || landscape.mode === 'practice') {
		return state;
	}
	const registration = registrationOf(landscape, system, context.now);
	const steps = registration.steps.map((id) => stepOf(id, registration, landscape, system, context));
	return {
		...state,
		status: statusOf(landscape, system, context),
		summary: summaryOf(system, registration, steps),
		parts: partsOf(system, steps),
	};
}

function whyNotGuided({ systems, mode, globalAccount }: Landscape, name: string): string | undefined {
	if (!systems.has(name)) {
		return l10n.t`The landscape file doesn't have a system named "${shorten(name)}" any more.`;
	}
	return mode === 'practice'
		? l10n.t`${globalAccount} is a practice landscape now. This guide is for records of real accounts.`
		: undefined;
}

/** A moment at which something was recorded, in words; empty where there is none. */
function recordedOn(instant: Instant | undefined, { localTime }: GuideContext): string {
	return instant === undefined ? '' : l10n.t`recorded on ${localTime(instant)}`;
}

/** Facts in a row; empty ones say nothing. */
function facts(...words: readonly string[]): string {
	return words.filter(Boolean).join(', ');
}

function statusOf(landscape: Landscape, system: System, context: GuideContext): string {
	const label = systemStatusLabel(system.status, context.terminology, system.type) || l10n.t('no status');
	return facts(label, recordedOn(recordedAtOf(landscape, system), context));
}

function summaryOf(
	{ name, status }: System,
	{ done, current }: Registration,
	steps: readonly Step[],
): string {
	const next = steps.find(({ id }) => id === current);
	if (next && steps.length === 1) {
		return l10n.t`Next: ${next.title}`;
	}
	if (next) {
		return l10n.t`${steps.filter(({ id }) => done.has(id as StepId)).length} of ${steps.length} steps are recorded. Next: ${next.title}`;
	}
	return status === 'registered'
		? l10n.t('Everything is recorded.')
		: l10n.t`"${shorten(name)}" ${statusInWords(status)}. Record how that ends with Record Status.`;
}

function partsOf(system: System, steps: readonly Step[]): Part[] {
	const cockpit = {
		who: l10n.t('Global account administrator'),
		needs: [...accountRole()],
		side: 'account' as const,
		note: '',
	};
	const of = (...ids: readonly StepId[]) => steps.filter(({ id }) => ids.includes(id as StepId));
	const application = systemType(system.type)?.tenantApplication;
	if (!application) {
		return [
			{
				...cockpit,
				id: 'list',
				title: l10n.t('In the SAP BTP cockpit'),
				note: l10n.t`Systems of type ${system.type} don't need an integration token: they are registered by being on the list.`,
				steps: of('cockpit'),
			},
		];
	}
	return [
		{
			...cockpit,
			id: 'add',
			title: l10n.t('Add the system in the SAP BTP cockpit'),
			steps: of('add', 'token', 'handOver'),
		},
		{
			id: 'pair',
			title: l10n.t('Use the token in the tenant'),
			who: l10n.t('Tenant administrator'),
			needs: [...roleInTenant(system)],
			side: 'tenant',
			note: application.ownNote(),
			steps: of('extension'),
		},
		{
			...cockpit,
			id: 'entitle',
			title: l10n.t('Finish in the SAP BTP cockpit'),
			note: accessNote(system),
			steps: of('cockpit', 'subaccount', 'plans'),
		},
	];
}

/** How applications get access to systems of a type for which there are no service plans. */
function accessNote({ type }: System): string {
	if (SERVICES.some(({ systemTypes }) => systemTypes.includes(type))) {
		return '';
	}
	return systemType(type)?.formationBeforeRegistration
		? l10n.t`There are no service plans for systems of type ${type}. Applications get access to them by a formation with Kyma.`
		: l10n.t`SAP's documentation names no service plans for systems of type ${type}.`;
}

type StepContent = Pick<Step, 'title' | 'recorded' | 'trouble' | 'control'> & {
	/** What is known of it where it's done, but nothing is recorded. */
	readonly known?: string;
	readonly instructions: readonly Instruction[];
};

function stepOf(
	id: StepId,
	{ done, current }: Registration,
	landscape: Landscape,
	system: System,
	context: GuideContext,
): Step {
	const { known = '', ...content } = CONTENTS[id](landscape, system, context);
	return {
		...content,
		recorded: content.recorded || (done.has(id) ? known : ''),
		trouble: id === current ? content.trouble : '',
		id,
		state: id === current ? 'current' : done.has(id) ? 'done' : 'open',
		// What the cockpit is told there is needed until its token is here.
		isShown: id === current || (id === 'add' && current === 'token' && system.token === undefined),
		instructions: [...content.instructions],
	};
}

type MakeContent = (landscape: Landscape, system: System, context: GuideContext) => StepContent;

const CONTENTS: Readonly<Record<StepId, MakeContent>> = {
	add: (landscape, system, context) => ({
		title: context.terminology === 'classic' ? l10n.t('Register the system') : l10n.t('Add the system'),
		recorded:
			system.status === 'pending' && recordedAtOf(landscape, system)
				? facts(l10n.t('Added'), recordedOn(recordedAtOf(landscape, system), context))
				: '',
		known: l10n.t('Added'),
		trouble: '',
		instructions: howToAdd(system, landscape.globalAccount, context.terminology),
		control: { kind: 'added' },
	}),
	token: tokenStep,
	handOver: (_landscape, { token }, { localTime }) => ({
		title: l10n.t('Hand the token over'),
		recorded: token?.usedAt ? l10n.t`Token used on ${localTime(token.usedAt)}` : '',
		known: l10n.t('Token used'),
		trouble: '',
		instructions: howToHandOver(),
		control: { kind: 'handOver' },
	}),
	extension: extensionStep,
	cockpit: cockpitStep,
	subaccount: ({ subaccounts }) => ({
		title: l10n.t('Record the subaccount'),
		recorded: [...subaccounts.keys()].join(', '),
		trouble: '',
		instructions: howToFindSubaccount(),
		control: { kind: 'subaccount' },
	}),
	plans: plansStep,
};

function tokenStep(_landscape: Landscape, system: System, context: GuideContext): StepContent {
	const { token, status, type } = system;
	const { localTime, now } = context;
	const known = systemType(type)?.token.scenarioGroups ?? [];
	const selected = token?.scenarioGroups ?? [ALL_COMMUNICATION_SCENARIOS];
	const state = tokenState(token, now);
	const isOver =
		status === 'error' ||
		status === 'unregistered' ||
		(status === 'pending' && state !== 'absent' && state !== 'open');
	return {
		title: l10n.t('Get the token'),
		recorded: token
			? facts(
					token.issuedAt ? l10n.t`Issued on ${localTime(token.issuedAt)}` : '',
					l10n.t`valid until ${localTime(token.expiresAt)}`,
					token.fingerprint ? '' : l10n.t('only the date is recorded'),
					...(token.scenarioGroups ?? []),
				)
			: '',
		known: l10n.t('Not recorded'),
		trouble:
			status === 'pending' && state === 'expired' && token
				? l10n.t`The token expired on ${localTime(token.expiresAt)}. Get a new one in the cockpit, and record it here.`
				: isOver
					? status === 'error'
						? l10n.t('The registration failed. Get a new token in the cockpit, and record it here.')
						: l10n.t('A token works once. Get a new one in the cockpit, and record it here.')
					: '',
		instructions: howToGetToken(system, context.terminology, token !== undefined || isOver),
		control: {
			kind: 'token',
			groups: known.map(({ label, scenarios }) => ({
				label,
				detail: scenarios.length === 0 ? l10n.t('Any communication scenario') : scenarios.join(', '),
				isSelected: selected.includes(label),
			})),
		},
	};
}

function extensionStep(landscape: Landscape, system: System, context: GuideContext): StepContent {
	const { type, status } = system;
	const application = systemType(type);
	const pairing = extensionOf(landscape, system.name);
	const shown = pairing?.extension.status;
	const host = pairing?.tenant.host ?? system.pairedTenant ?? '';
	const hosts = [...landscape.tenants.values()]
		.filter((tenant) => tenant.type === type)
		.map((tenant) => tenant.host);
	const statuses = EXTENSION_STATUSES.filter(
		(candidate) => candidate !== 'disabled' || shown === 'disabled' || status === 'unregistered',
	);
	const hasFailed = shown === 'failed';
	return {
		title: l10n.t('Create the extension'),
		recorded: pairing
			? facts(
					`${host}: ${extensionStatusLabel(pairing.extension.status, type)}`,
					recordedOn(recordedAtOf(landscape, pairing.extension) ?? pairing.extension.changedAt, context),
				)
			: '',
		trouble: hasFailed
			? l10n.t`The registration failed. Delete the failed extension in ${application?.tenantApplication.name() ?? host}, record that here, and then get a new token.`
			: '',
		instructions: hasFailed ? howToDeleteExtension(system) : howToUseToken(system),
		control: {
			kind: 'extension',
			tenant: host,
			tenants: hosts,
			example: application?.tenantExample ?? '',
			statuses: statuses.map((value) => ({
				value,
				label: extensionStatusLabel(value, type),
				isRecorded: value === shown,
			})),
			isDeletable: hasFailed || shown === 'disabled',
		},
	};
}

function cockpitStep(landscape: Landscape, system: System, context: GuideContext): StepContent {
	const { status, type } = system;
	const hasToken = systemType(type) !== undefined;
	const shown: readonly SystemStatus[] = hasToken ? ['registered', 'error'] : ['registered'];
	const label = (value: SystemStatus) =>
		systemStatusLabel(value, context.terminology, type) || l10n.t('On the list');
	const control: Control = {
		kind: 'cockpit',
		statuses: shown.map((value) => ({ value, label: label(value), isRecorded: value === status })),
	};
	return {
		title: hasToken ? l10n.t('Check the status in the cockpit') : l10n.t('Find the system on the list'),
		recorded: shown.includes(status)
			? facts(label(status), recordedOn(recordedAtOf(landscape, system), context))
			: '',
		trouble: '',
		instructions: hasToken
			? howToCheck(system, landscape.globalAccount)
			: howToBeListed(system, landscape.globalAccount, context.terminology),
		control,
	};
}

function plansStep(landscape: Landscape, system: System, context: GuideContext): StepContent {
	const service = SERVICES.find(({ systemTypes }) => systemTypes.includes(system.type));
	const subaccounts = [...landscape.subaccounts.values()];
	return {
		title: l10n.t('Set up the entitlements'),
		recorded: entitlementsOf(landscape, system.name)
			.map(({ subaccount, entitlement }) =>
				facts(
					l10n.t`${entitlement.plan} for "${subaccount}"`,
					recordedOn(recordedAtOf(landscape, entitlement), context),
				),
			)
			.join('; '),
		trouble: '',
		instructions: service
			? howToEntitle(
					system,
					service,
					subaccounts.map(({ name }) => name),
				)
			: [],
		control: {
			kind: 'plans',
			subaccounts: service
				? subaccounts.map((subaccount) => ({
						name: subaccount.name,
						plans: availablePlans(subaccount, service, system.name).map(({ name, purpose }) => ({
							name,
							purpose: purpose(),
							isSelected: name === 'api-access',
						})),
					}))
				: [],
		},
	};
}
