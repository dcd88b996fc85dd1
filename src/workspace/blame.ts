/** What {@link commitOfLine} gives for a line that isn't committed. */
export const NO_COMMIT = 'none';

/** What Git writes instead of a commit for lines that aren't committed. */
const NOT_COMMITTED = /^0+$/;

/**
 * The commit of a line (from 1) by what `git blame` writes about its file: a line for each line, which begins with the
 * commit, behind signs for where history begins (`^`) and for ignored commits (`?`, `*`). What follows depends on Git's
 * settings. {@link NO_COMMIT} for a line that isn't committed; nothing where no commit can be told.
 */
export function commitOfLine(blame: string, line: number): string | undefined {
	const [, commit] = /^[\^?*]*([0-9a-f]{4,64})\b/.exec(blame.split('\n')[line - 1] ?? '') ?? [];
	return commit !== undefined && NOT_COMMITTED.test(commit) ? NO_COMMIT : commit;
}
