import * as l10n from '@vscode/l10n';
import type { TextEdit } from '../document/edit.ts';
import { renderScalar } from '../document/render.ts';
import { shorten } from '../model/names.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import type { Tree, TreeMap } from '../model/tree.ts';
import { editYaml } from './edit-yaml.ts';
import { editJson, type JsonChange, jsonPathAt } from './json-edits.ts';
import { readJson } from './json-tree.ts';
import { MANAGED_SERVICE, SKIPPED_UPDATES } from './mta.ts';
import { scalarAt } from './scalar-at.ts';

/** Edits of the file that the finding is in. */
export interface ProjectFix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

type Fix = (finding: ProjectFinding, text: string) => ProjectFix | undefined;

/** The fixes by the codes of findings; what a finding says is meant comes before them. */
const FIXES: Partial<Record<ProjectFinding['code'], Fix>> = {
	'project-system-missing': nameSystem,
	'project-updates-not-skipped': skipUpdates,
	'project-existing-service': makeManaged,
	'project-outbound-service-active': turnOff,
};

/**
 * The fixes of a finding in the text of its file, the obvious one first; none where the text has syntax errors. Each keeps
 * every other byte; never throws.
 */
export function projectFixesOf(finding: ProjectFinding, text: string): readonly ProjectFix[] {
	if (isJson(finding) && readJson('', text, true).error) {
		return [];
	}
	const create = FIXES[finding.code] ?? writeInstead;
	const fix = create(finding, text);
	return fix && fix.edits.length > 0 ? [fix] : [];
}

function isJson({ at }: ProjectFinding): boolean {
	return at.file.endsWith('.json');
}

/** Writes what is meant in place of what is written. */
function writeInstead(finding: ProjectFinding, text: string): ProjectFix | undefined {
	const { instead, at } = finding;
	const scalar = isJson(finding) ? undefined : scalarAt(text, at);
	const node = scalar?.node;
	// A text of JSON inside of YAML has no place of its own.
	if (instead === undefined || (!isJson(finding) && (!node || String(node.value).startsWith('{')))) {
		return undefined;
	}
	const written = scalar ? renderScalar(instead, node, scalar.inFlow) : JSON.stringify(instead);
	return {
		title: l10n.t('Change to "{0}"', shorten(instead)),
		edits: [{ start: at.start, end: at.end, text: written }],
	};
}

/** What changes one resource of `mta.yaml`, proven for the whole file; nothing where that isn't safe. */
function changeResource(
	{ resource }: ProjectFinding,
	text: string,
	change: (record: TreeMap) => TreeMap,
): readonly TextEdit[] {
	const edits = editYaml(text, (tree) => {
		const resources = tree.get('resources');
		const changed = Array.isArray(resources)
			? resources.map((record: Tree) =>
					record instanceof Map && record.get('name') === resource ? change(record) : record,
				)
			: resources;
		return changed === undefined ? tree : new Map(tree).set('resources', changed);
	});
	return edits ?? [];
}

function withParameter(record: TreeMap, key: string, value: Tree): TreeMap {
	const parameters = record.get('parameters');
	return parameters instanceof Map
		? new Map(record).set('parameters', new Map(parameters).set(key, value))
		: record;
}

function nameSystem(finding: ProjectFinding, text: string): ProjectFix | undefined {
	const { instead } = finding;
	if (instead === undefined) {
		return undefined;
	}
	const edits = changeResource(finding, text, (record) => {
		const parameters = record.get('parameters');
		const config = parameters instanceof Map ? parameters.get('config') : undefined;
		const named = new Map<string, Tree>(config instanceof Map ? config : []).set('systemName', instead);
		return withParameter(record, 'config', named);
	});
	return { title: l10n.t('Add systemName "{0}"', shorten(instead)), edits };
}

function skipUpdates(finding: ProjectFinding, text: string): ProjectFix {
	return {
		title: l10n.t('Add skip-service-updates'),
		edits: changeResource(finding, text, (record) =>
			withParameter(record, 'skip-service-updates', SKIPPED_UPDATES),
		),
	};
}

function makeManaged(finding: ProjectFinding, text: string): ProjectFix {
	const type = MANAGED_SERVICE;
	return {
		title: l10n.t('Change to "{0}"', type),
		edits: changeResource(finding, text, (record) => new Map(record).set('type', type)),
	};
}

/** Turns an outbound service off, or lists those that are not listed, off. */
function turnOff(finding: ProjectFinding, text: string): ProjectFix | undefined {
	const { at, services = [] } = finding;
	if (!isJson(finding)) {
		const isSwitch = services.length === 0 && scalarAt(text, at)?.node.value === true;
		return isSwitch
			? { title: TURN_OFF(), edits: [{ start: at.start, end: at.end, text: 'false' }] }
			: undefined;
	}
	const path = jsonPathAt(text, at.start);
	if (services.length === 0) {
		const key = 'isServiceActive';
		const own = path.at(-1) === key ? path : [...path, key];
		return { title: TURN_OFF(), edits: editJson(text, [[own, false]]) };
	}
	const list = [...path.slice(0, -1), 'outboundServices'];
	const off = services.map((id) => ({ id, isServiceActive: false }));
	const changes: readonly JsonChange[] =
		path.at(-1) === 'outboundServices' ? off.map((value) => [[...list, -1], value]) : [[list, off]];
	return { title: l10n.t('List all outbound services, turned off'), edits: editJson(text, changes) };
}

const TURN_OFF = () => l10n.t('Turn the outbound service off');
