import * as l10n from '@vscode/l10n';
import { CodeAction, CodeActionKind, type TextDocument } from 'vscode';
import { nextActions } from '../model/next-actions.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import type { Usage } from '../model/projects/usage.ts';
import { projectFixesOf } from '../project/fixes.ts';
import { ignoreComment } from '../project/ignore-comment.ts';
import { now } from '../workspace/clock.ts';
import type { LandscapeFiles } from '../workspace/landscape-files.ts';
import { editing, running } from './code-actions.ts';

/** What helps with a finding: what fixes the file, what changes the landscape, and what silences it; the obvious one first. */
export function actionsFor(
	finding: ProjectFinding,
	document: TextDocument,
	usage: Usage | undefined,
	files: LandscapeFiles,
): readonly CodeAction[] {
	const text = document.getText();
	const fixes = projectFixesOf(finding, text).map(({ title, edits }) => editing(title, document, edits));
	const helping = usage ? inLandscape(finding, usage, files) : [];
	const [preferred] = fixes;
	if (preferred) {
		preferred.isPreferred = true;
	}
	return [...fixes, ...helping, silencing(finding, document)];
}

/** What leads to a registered system; others end what is there. */
const LEADING = ['getToken', 'copyToken', 'openTenant', 'resetSystem'];

/** What the landscape lacks for a usage: of several that have the system, each is offered with its account. */
function inLandscape(
	{ code, instead }: ProjectFinding,
	{ system, service }: Usage,
	files: LandscapeFiles,
): readonly CodeAction[] {
	const name = system?.value ?? '';
	if (code === 'project-system-unknown') {
		return instead === undefined ? [running(l10n.t('Add System'), 'registerSystem', { name })] : [];
	}
	const known = files.withSystem(name);
	return known.flatMap(({ uri, reading: { landscape } }) => {
		const record = landscape.systems.get(name);
		const fields = { landscape: uri.toString(), system: name };
		const action = (title: string, command: string, more: object = {}) => {
			const titled = known.length > 1 ? `${title} (${landscape.globalAccount})` : title;
			return running(titled, command, { ...fields, ...more });
		};
		if (code === 'project-not-entitled' && record?.status === 'registered') {
			return action(l10n.t('Add Service Plans'), 'addServicePlans', { service: service.value });
		}
		if (code === 'project-system-not-registered' && record) {
			const next = nextActions(landscape, record, now()).find(({ command }) => LEADING.includes(command));
			return next ? action(next.title(), next.command) : [];
		}
		return [];
	});
}

/** A comment above the line, or the setting where a file has no comments. */
function silencing(finding: ProjectFinding, document: TextDocument): CodeAction {
	const { code } = finding;
	const comment = ignoreComment(finding, document.getText());
	if (comment) {
		return editing(l10n.t`Ignore ${code} here`, document, [comment]);
	}
	const title = l10n.t('Ignore problems of CAP projects: open the setting');
	const action = new CodeAction(title, CodeActionKind.QuickFix);
	action.command = {
		title,
		command: 'workbench.action.openSettings',
		arguments: ['systemLandscape.projects.ignore'],
	};
	return action;
}
