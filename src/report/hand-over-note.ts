import * as l10n from '@vscode/l10n';
import { inertCode, inertName, listOf } from '../document/inert-markdown.ts';
import { ALL_COMMUNICATION_SCENARIOS, SCENARIO_GROUPS } from '../model/catalog/scenario-groups.ts';
import { type SystemType, systemType } from '../model/catalog/system-types.ts';
import { type Answer, isRefusal } from '../model/decision.ts';
import { earlierTenant } from '../model/extensions.ts';
import type { Instant } from '../model/instant.ts';
import { extensionStatusLabel, statusInWords } from '../model/labels.ts';
import { extensionOf, type Landscape, type System } from '../model/landscape.ts';
import { tokenWords } from '../model/next-step.ts';
import { roleLabel } from '../model/system-facts.ts';
import { findSystem, refuseTokenless } from '../model/systems.ts';
import { type Markup, pairingProcedure, tenantRole, tenantSteps } from '../model/tenant-steps.ts';
import { tokenState } from '../model/tokens.ts';

/** What a note depends on besides the landscape. */
export interface NoteContext {
	readonly now: Instant;
	/** Formats a time for the reader, with its time zone. */
	readonly localTime: (instant: Instant) => string;
}

const MARKUP: Markup = {
	// Soft hyphens are for narrow pages; nobody finds a word with one by searching.
	control: (name) => `*${name.replaceAll('\u00ad', '')}*`,
	value: inertCode,
};

/**
 * What a tenant administrator needs to know to pair a system, as Markdown: everything but the token, which is sent by
 * another way (R-TOK-8). `isUsable` says whether there is a token to pair with at `now`; the note says why not. Refuses with
 * `system-unknown` and `token-not-applicable`.
 */
export function handOverNote(
	landscape: Landscape,
	name: string,
	context: NoteContext,
): Answer<{ readonly note: string; readonly isUsable: boolean }> {
	const system = findSystem(landscape, name);
	if (isRefusal(system)) {
		return system;
	}
	const type = systemType(system.type);
	if (!type) {
		return refuseTokenless(system);
	}
	const shown = inertName(name);
	const account = inertName(landscape.globalAccount);
	const isUnknown = pairingProcedure(type.tenantApplication) === 'unknown';
	const trouble = troubleOf(landscape, system, context);
	const sections = [
		`# ${l10n.t`Hand-over note: pair ${shown} with the global account ${account}`}`,
		l10n.t`This note is for the administrator of the ${type.label} tenant. The integration token isn't in it: you get the token separately, through a safe channel.`,
		...(trouble ? [`**${l10n.t('Note:')}** ${trouble}`] : []),
		...(landscape.mode === 'practice'
			? [
					l10n.t(
						'This is a practice landscape: the tenant is simulated, and opens with Open Tenant in VS Code.',
					),
				]
			: []),
		listOf(factsOf(landscape, system, context)),
		...(trouble ? [] : scenariosOf(system, type)),
		`## ${l10n.t('What You Need')}`,
		listOf([
			...tenantRole(type, MARKUP),
			l10n.t('You have the integration token. Treat it like a password; it works once.'),
		]),
		`## ${l10n.t('Steps in the Tenant')}`,
		...(isUnknown
			? [l10n.t`This note doesn't use SAP's documentation for ${type.label}; names in the tenant may differ.`]
			: []),
		tenantSteps(type, name, MARKUP)
			.map((step, index) => `${index + 1}. ${step}`)
			.join('\n'),
		`## ${l10n.t('How to Report Back')}`,
		isUnknown
			? l10n.t('Tell the person who sent you this note what the tenant shows:')
			: l10n.t`Tell the person who sent you this note what ${MARKUP.control(type.tenantApplication.statusColumn())} shows:`,
		listOf([
			...answersOf(type),
			...(extensionOf(landscape, name) ? [] : [l10n.t("Also tell the tenant's host name.")]),
		]),
	];
	return { ok: true, note: `${sections.join('\n\n')}\n`, isUsable: trouble === undefined };
}

/** Why nobody can begin now; `undefined` if somebody can. */
function troubleOf(
	{ globalAccount }: Landscape,
	{ name, status, token }: System,
	{ now, localTime }: NoteContext,
): string | undefined {
	if (status !== 'pending') {
		return l10n.t`"${inertName(name)}" ${statusInWords(status)} in ${inertName(globalAccount)}. You can pair only pending systems.`;
	}
	const { expiresAt = now, usedAt = now } = token ?? {};
	switch (tokenState(token, now)) {
		case 'absent':
			return l10n.t("There's no integration token yet. Wait until you get one.");
		case 'expired':
			return l10n.t`The integration token expired: it was valid until ${localTime(expiresAt)}. Wait until you get a new one.`;
		case 'used':
			return l10n.t`The integration token was already used (${localTime(usedAt)}), and it works only once. Check whether the tenant already has the extension.`;
		case 'open':
			return undefined;
	}
}

function factsOf(landscape: Landscape, system: System, { now, localTime }: NoteContext): readonly string[] {
	const { name, type, role, url, token } = system;
	const tenant = extensionOf(landscape, name)?.tenant.host ?? earlierTenant(landscape, system);
	const isOpen = tokenState(token, now) === 'open' && system.status === 'pending';
	return [
		l10n.t`Global account: ${inertName(landscape.globalAccount)}`,
		l10n.t`System: ${inertName(name)}`,
		l10n.t`Type: ${type}`,
		...(role ? [l10n.t`Role: ${roleLabel(role)}`] : []),
		...(url ? [l10n.t`URL: ${inertName(url, 300)}`] : []),
		...(tenant ? [l10n.t`Tenant: ${inertName(tenant, 300)}`] : []),
		l10n.t`Description to enter in the tenant: ${inertCode(name)}`,
		...(token && isOpen
			? [l10n.t`Token valid until: ${localTime(token.expiresAt)} (${tokenWords(system, now)})`]
			: []),
	];
}

/** What the token allows, where the type has communication scenario groups. */
function scenariosOf({ token }: System, { token: rule }: SystemType): readonly string[] {
	if (!token || rule.scenarioGroups.length === 0) {
		return [];
	}
	const { scenarioGroups = [] } = token;
	return [
		`## ${l10n.t('What the Token Allows')}`,
		...(scenarioGroups.length === 0
			? [l10n.t("The landscape file doesn't say which communication scenario groups the token has.")]
			: [
					l10n.t(
						'The token has these communication scenario groups. Their scenarios can be enabled automatically later, when the system joins a formation.',
					),
					listOf(
						scenarioGroups.map((label) => {
							const group = SCENARIO_GROUPS.find((known) => known.label === label);
							const scenarios =
								label === ALL_COMMUNICATION_SCENARIOS
									? l10n.t('Any communication scenario')
									: (group?.scenarios ?? []).map(inertCode).join(', ');
							return [inertName(label), scenarios].filter(Boolean).join(': ');
						}),
					),
				]),
	];
}

/** What the tenant may show, and what it means. */
function answersOf({ label, tenantApplication: application }: SystemType): readonly string[] {
	const { control } = MARKUP;
	const refresh = control(application.refresh());
	const enabled = control(application.enabled());
	const paired = l10n.t`${enabled}: the system is paired. There's nothing else to do.`;
	switch (pairingProcedure(application)) {
		case 'dialog':
			return [
				l10n.t`${control(extensionStatusLabel('enabling', label))}: the pairing is in progress. Choose ${refresh} again later.`,
				paired,
				l10n.t(
					'An error or another status: the pairing failed. Report the exact words, then delete the extension and wait for a new token.',
				),
			];
		case 'field':
			return [
				paired,
				l10n.t`No error, but not ${enabled} yet: the pairing is in progress. Choose ${refresh} again later.`,
				l10n.t('An error: the pairing failed. Report the exact words, and wait for a new token.'),
			];
		case 'unknown':
			return [
				l10n.t("The extension is enabled: the system is paired. There's nothing else to do."),
				l10n.t('The extension is still being enabled: refresh the list again later.'),
				l10n.t('An error: the pairing failed. Report the exact words, and wait for a new token.'),
			];
	}
}
