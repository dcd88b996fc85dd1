import * as l10n from '@vscode/l10n';
import type { Instant } from './instant.ts';
import { extensionStatusLabel, systemStatusLabel, type Terminology } from './labels.ts';
import { extensionOf, type Landscape, type Subaccount, type System, type SystemRole } from './landscape.ts';
import { shorten } from './names.ts';
import { nextStep, tokenWords } from './next-step.ts';
import { usesOf } from './uses.ts';

/**
 * What people are told of a system wherever they point at it, a line each: how it is, who uses it, and what comes next.
 * `applications` says in words which projects of the workspace ask for it.
 */
export function systemFacts(
	landscape: Landscape,
	system: System,
	terminology: Terminology,
	now: Instant,
	applications: string,
): readonly [title: string, ...facts: string[]] {
	const { name, type, status } = system;
	const pairing = extensionOf(landscape, name);
	const uses = usesOf(landscape, name);
	const next = nextStep(landscape, system, now);
	const state = [shorten(type), systemStatusLabel(status, terminology, type), tokenWords(system, now)];
	return [
		`${shorten(name)}: ${state.filter(Boolean).join(', ')}`,
		...ownFacts(system),
		...(pairing
			? [
					l10n.t`Extension in ${pairing.tenant.host}: ${extensionStatusLabel(pairing.extension.status, pairing.tenant.type)}`,
				]
			: []),
		...(uses.length > 0 ? [l10n.t`Used by ${uses.join(', ')}`] : []),
		...(applications ? [l10n.t`Applications: ${applications}`] : []),
		...(next ? [l10n.t`Next: ${next}`] : []),
	];
}

const ROLES: Record<SystemRole, () => string> = {
	development: () => l10n.t('Development'),
	customizing: () => l10n.t('Customizing'),
	test: () => l10n.t('Test'),
	production: () => l10n.t('Production'),
};

/** What a system or a tenant is for, in a word. */
export function roleLabel(role: SystemRole): string {
	return ROLES[role]();
}

/** What people wrote down about a system or a tenant, a line each. */
export function ownFacts({
	role,
	url,
	owner,
	note,
	discovery,
}: Partial<Pick<System, 'role' | 'url' | 'owner' | 'note' | 'discovery'>>): readonly string[] {
	return [
		...(role ? [l10n.t`Role: ${roleLabel(role)}`] : []),
		...(url ? [l10n.t`URL: ${shorten(url)}`] : []),
		...(owner ? [l10n.t`Owner: ${shorten(owner)}`] : []),
		...(discovery === 'auto' ? [l10n.t('Discovered automatically')] : []),
		...(note ? [l10n.t`Note: ${shorten(note)}`] : []),
	];
}

/** What people wrote down about a subaccount, a line each; `shown` makes of their words what can be shown. */
export function factsOfSubaccount(
	{ subdomain, region, production, note }: Subaccount,
	shown: (text: string) => string = shorten,
): readonly string[] {
	return [
		...(subdomain ? [l10n.t`Subdomain: ${shown(subdomain)}`] : []),
		...(region ? [l10n.t`Region: ${shown(region)}`] : []),
		...(production === undefined
			? []
			: [production ? l10n.t('For production') : l10n.t('Not for production')]),
		...(note ? [l10n.t`Note: ${shown(note)}`] : []),
	];
}
