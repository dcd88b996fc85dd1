import * as l10n from '@vscode/l10n';
import { isMap, isScalar } from 'yaml';
import { readingAfter, type TextEdit } from '../document/edit.ts';
import { pairIn } from '../document/nodes.ts';
import type { Reading } from '../document/read.ts';
import { renderScalar } from '../document/render.ts';
import { type Refusal, refuse } from '../model/decision.ts';
import { checkNewFormationName } from '../model/formations.ts';
import type { Landscape } from '../model/landscape.ts';
import { checkHostName, hostName, shorten } from '../model/names.ts';
import { checkNewSubaccountName } from '../model/subaccounts.ts';
import { checkNewSystemName } from '../model/systems.ts';
import { type NamedIn, type Occurrence, occurrencesAt, occurrencesIn } from './occurrences.ts';

/** Refuses a new name with the code of the rule that it breaks. SAP's rules for new names apply to renaming, too. */
const CHECKS: Record<NamedIn, (landscape: Landscape, name: string) => Refusal | undefined> = {
	systems: checkNewSystemName,
	subaccounts: checkNewSubaccountName,
	formations: checkNewFormationName,
	tenants: (landscape, name) =>
		checkHostName(name) ??
		(landscape.tenants.has(hostName(name))
			? refuse('name-taken', l10n.t`This landscape already has a tenant ${shorten(hostName(name))}.`)
			: undefined),
};

/**
 * Makes the edits that give the entry of a section another name, everywhere in the text. Refuses like {@link rename}, and
 * with `edit-unsafe` where the entry's own key can't be found, such as one that an alias brings in.
 */
export function renameEntry(
	reading: Reading,
	section: NamedIn,
	entry: string,
	name: string,
): ReturnType<typeof rename> {
	const key = occurrencesIn(reading).find(
		(place) => place.section === section && place.isDefinition && place.name === entry,
	);
	return key ? rename(reading, key.start, name) : notSafely();
}

/**
 * Makes the edits that rename what's at an offset (UTF-16 units) everywhere in the text. A description that
 * repeats the name of its system follows (DEC-30). Refuses with `landscape-unreadable`, the codes of the rules for new
 * names, and `edit-unsafe` if the result would change anything except the name.
 */
export function rename(
	reading: Reading,
	offset: number,
	name: string,
): Refusal | { readonly ok: true; readonly edits: readonly TextEdit[] } {
	if (reading.unreadable) {
		return reading.unreadable;
	}
	const found = occurrencesAt(reading, offset);
	if (!found) {
		return refuse(
			'request-malformed',
			l10n.t('You can rename only systems, tenants, subaccounts and formations here.'),
		);
	}
	const { here, all } = found;
	const wanted = here.section === 'tenants' ? hostName(name) : name;
	if (wanted === here.name) {
		return { ok: true, edits: [] };
	}
	const refused =
		CHECKS[here.section](reading.landscape, name) ??
		(occurrencesIn(reading).some((place) => place.section === here.section && place.name === wanted)
			? refuse('name-taken', l10n.t`This file already has the name "${shorten(wanted)}".`)
			: undefined);
	if (refused) {
		return refused;
	}
	const places = all.flatMap((place) => [place, ...descriptionOf(place)]);
	const edits = places.map(({ start, end, node, inFlow }) => ({
		start,
		// The last line break of a text in lines of its own belongs to the file.
		end: start + reading.text.slice(start, end).trimEnd().length,
		text: renderScalar(wanted, node, inFlow),
	}));
	const renamed = readingAfter(reading, edits);
	const told = (from: Reading, swap: boolean) =>
		JSON.stringify(
			occurrencesIn(from).map(({ section, name: old, isDefinition }) => [
				section,
				isDefinition,
				swap && section === here.section && old === here.name ? wanted : old,
			]),
		);
	// An alias can have the same text without being a name.
	const isShared = places.some(({ node }) => isScalar(node) && node.anchor);
	return isShared || renamed.unreadable || told(reading, true) !== told(renamed, false)
		? notSafely()
		: { ok: true, edits };
}

function notSafely(): Refusal {
	return refuse(
		'edit-unsafe',
		l10n.t("Some places with this name can't be changed safely. Change the name in the editor."),
	);
}

function descriptionOf({
	section,
	isDefinition,
	name,
	value,
}: Occurrence): readonly Pick<Occurrence, 'start' | 'end' | 'node' | 'inFlow'>[] {
	const node =
		section === 'systems' && !isDefinition && isMap(value) ? pairIn(value, 'description')?.value : undefined;
	return isScalar(node) && node.range && node.value === name && isMap(value)
		? [{ start: node.range[0], end: node.range[1], node, inFlow: value.flow === true }]
		: [];
}
