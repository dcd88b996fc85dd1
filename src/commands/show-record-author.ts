import * as l10n from '@vscode/l10n';
import { commands, type Uri, workspace } from 'vscode';
import { lineOf, type Reading, rangeAt, read } from '../document/read.ts';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import { fromMillis, type Instant } from '../model/instant.ts';
import { shorten } from '../model/names.ts';
import { findSystem, NEW_SYSTEM } from '../model/systems.ts';
import { commitOfLine, NO_COMMIT } from '../workspace/blame.ts';
import { type Commit, openRepository, type Repository } from '../workspace/git.ts';
import { textOnDisk, unreadableOnDisk } from '../workspace/landscape-files.ts';
import { localTime } from '../workspace/local-time.ts';
import { inform } from '../workspace/messages.ts';
import { ask } from './ask.ts';
import { fields, type Given, text } from './command.ts';
import type { Target } from './landscape-command.ts';
import { pickSystem } from './questions.ts';
import type { Result } from './result.ts';

export const showRecordAuthorFields = fields({ system: text });

/** VS Code's own command that shows what a commit changed. */
const VIEW_COMMIT = 'git.viewCommit';

/** Who recorded something, and with which commit. */
interface RecordAuthor {
	readonly author: string;
	readonly date: Instant;
	/** The first line of the commit's message. */
	readonly subject: string;
	/** The commit's hash. */
	readonly commit: string;
}

/**
 * *Show Who Recorded This*: asks Git who wrote the status of a system, or its time, into the file last. Refuses with
 * `system-unknown`; `record-not-committed` where that is only in the editor or on disk; `history-unavailable` without Git,
 * without a repository, and for a file that Git doesn't have.
 */
export async function showRecordAuthor(
	given: Given<typeof showRecordAuthorFields>,
	{ title, file, landscape }: Target,
): Promise<Result<RecordAuthor>> {
	const answers = await ask(title, given, {
		system: () =>
			pickSystem(
				l10n.t('Select the system whose record you want to trace'),
				landscape().systems.values(),
				refuse('system-unknown', l10n.t("This landscape doesn't have a system yet."), NEW_SYSTEM),
			),
	});
	if (!answers?.ok) {
		return answers;
	}
	const system = findSystem(landscape(), answers.system);
	if (isRefusal(system)) {
		return system;
	}
	const { name } = system;
	const repository = await openRepository(file.uri);
	if (!repository) {
		return unavailable(
			l10n.t`VS Code doesn't find a Git repository for ${workspace.asRelativePath(file.uri)}, so there's no history to look at.`,
		);
	}
	const onDisk = await textOnDisk(file.uri).catch((error: unknown) => unreadableOnDisk(file.uri, error));
	if (typeof onDisk !== 'string') {
		return onDisk ?? notCommitted(name);
	}
	const reading = read(onDisk);
	const saved = reading.landscape.systems.get(name);
	// Git knows the file as it's on disk, not the text in the editor.
	if (saved?.status !== system.status || saved.recordedAt !== system.recordedAt) {
		return notCommitted(name);
	}
	const lines = linesOf(reading, name);
	const blame = await repository.blame(file.uri.fsPath).catch(() => undefined);
	if (blame === undefined) {
		return unavailable(
			l10n.t`Git doesn't have a history of ${workspace.asRelativePath(file.uri)} yet. Commit the file first.`,
		);
	}
	const hashes = new Set(lines.map((line) => commitOfLine(blame, line)));
	if (hashes.has(NO_COMMIT)) {
		return notCommitted(name);
	}
	const commit = await latestOf(repository, [...hashes]);
	if (!commit) {
		return unavailable(l10n.t`Git doesn't say which commit recorded the status of "${shorten(name)}".`);
	}
	const found = authorOf(commit);
	if (given.interactive) {
		void tell(file.uri, name, found);
	}
	return { ok: true, ...found };
}

/** The lines that say a system's status, and when somebody saw it. */
function linesOf(reading: Reading, name: string): readonly number[] {
	const keys = reading.landscape.systems.get(name)?.recordedAt ? ['status', 'recordedAt'] : ['status'];
	return keys.map((key) => lineOf(reading.text, rangeAt(reading, ['systems', name, key], 'value').start));
}

/** The later of one or two commits; nothing where Git knows neither. Of two branches, it's the one with the later time. */
async function latestOf(
	repository: Repository,
	hashes: readonly (string | undefined)[],
): Promise<Commit | undefined> {
	const found = await Promise.all(
		hashes.map((hash) => (hash ? repository.getCommit(hash).catch(() => undefined) : undefined)),
	);
	const [one, other] = found.flatMap((commit) => commit ?? []);
	if (!one || !other) {
		return one;
	}
	const base = await repository.getMergeBase(one.hash, other.hash).catch(() => undefined);
	const millis = ({ commitDate }: Commit) => commitDate?.getTime() ?? 0;
	// Times don't tell after a rebase, which gives many commits the same.
	const isOtherLater = base === one.hash || (base !== other.hash && millis(other) > millis(one));
	return isOtherLater ? other : one;
}

function authorOf({ hash, message, authorName, authorDate }: Commit): RecordAuthor {
	return {
		author: authorName || l10n.t('Somebody'),
		date: fromMillis(authorDate?.getTime() ?? 0),
		subject: message.split('\n')[0] ?? '',
		commit: hash,
	};
}

/** Says who it was, with a way to the commit where VS Code has one. */
async function tell(
	uri: Uri,
	system: string,
	{ author, date, subject, commit }: RecordAuthor,
): Promise<void> {
	const showCommit = (await commands.getCommands()).includes(VIEW_COMMIT) ? [l10n.t('Show Commit')] : [];
	const chosen = await inform(
		l10n.t`${shorten(author)} recorded the status of "${shorten(system)}" on ${localTime(date)}: ${shorten(subject)}`,
		...showCommit,
	);
	if (chosen !== undefined) {
		await commands.executeCommand(VIEW_COMMIT, uri, commit);
	}
}

function notCommitted(system: string): Refusal {
	return refuse(
		'record-not-committed',
		l10n.t`The status of "${shorten(system)}" isn't committed yet, so Git doesn't know who recorded it.`,
	);
}

function unavailable(message: string): Refusal {
	return refuse('history-unavailable', message);
}
