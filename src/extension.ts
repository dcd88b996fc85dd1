import * as l10n from '@vscode/l10n';
import { type ExtensionContext, l10n as editorTexts, window } from 'vscode';
import { registerCommands } from './commands/register.ts';
import { registerEditor } from './editor/register.ts';
import { guidePanels } from './guide/guide-panel.ts';
import { mapPanels } from './map/map-panel.ts';
import { tenantPanels } from './tenant/tenant-panels.ts';
import { registerTree } from './tree/register.ts';
import { registerWalkthrough } from './walkthrough/register.ts';
import { registerWarnings } from './warnings/register.ts';
import { ExpectedOutcomes } from './workspace/expected-outcomes.ts';
import { ExpiryClock } from './workspace/expiry-clock.ts';
import { registerHasGit } from './workspace/git.ts';
import { LandscapeFiles } from './workspace/landscape-files.ts';
import { LandscapeWriter } from './workspace/landscape-writer.ts';
import { forgetObsoleteTokens } from './workspace/obsolete-tokens.ts';
import { Practice } from './workspace/practice.ts';
import { Projects } from './workspace/projects.ts';
import { TokenVault } from './workspace/token-vault.ts';

export function activate(context: ExtensionContext): void {
	l10n.config({ contents: editorTexts.bundle ?? {} });
	const log = window.createOutputChannel('System Landscape', { log: true });
	const files = new LandscapeFiles(log);
	const projects = new Projects(files, log);
	const clock = new ExpiryClock(files);
	const writer = new LandscapeWriter(files);
	const vault = new TokenVault(context.secrets, context.globalState);
	const practice = new Practice(files, writer, new ExpectedOutcomes(context.storageUri), log);
	const tree = registerTree(files, projects, clock);
	const maps = mapPanels({ files, projects, clock, reveal: tree.reveal, extension: context.extensionUri });
	const tenants = tenantPanels({ files, writer, vault, practice, extension: context.extensionUri });
	const guides = guidePanels({ files, clock, extension: context.extensionUri });
	context.subscriptions.push(
		log,
		files,
		projects,
		clock,
		practice,
		forgetObsoleteTokens(files, clock, vault, log),
		tenants.restoring(),
		maps.restoring(),
		guides.restoring(),
		...tree.disposables,
		...registerHasGit(),
		...registerEditor(files, projects, clock, context.extensionUri),
		...registerWalkthrough(files),
		...registerWarnings(files, clock, context.globalState),
		...registerCommands({
			context,
			log,
			files,
			projects,
			writer,
			vault,
			practice,
			tree,
			tenants,
			maps,
			guides,
		}),
	);
}
