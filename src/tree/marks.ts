import * as l10n from '@vscode/l10n';
import { type Disposable, FileDecoration, ThemeColor, Uri, window } from 'vscode';

/** VS Code marks rows by their resource. Ours is no file: it only says what the mark is. */
const SCHEME = 'system-landscape-mark';

/** What is wrong with what a row shows. */
export interface Problem {
	readonly severity: string;
	readonly message: string;
}

interface Mark {
	readonly badge: string;
	readonly tooltip: string;
	readonly color?: 'list.errorForeground' | 'list.warningForeground';
}

/**
 * The resource of a row with a mark at its end, which a narrow side bar doesn't cut off: how many problems it has, as in
 * VS Code's Explorer, or the initials of its status. `undefined` where there's neither.
 */
export function markUri(status: string, problems: readonly Problem[]): Uri | undefined {
	const mark = markOf(status, problems);
	return mark && Uri.from({ scheme: SCHEME, path: '/', query: JSON.stringify(mark) });
}

function markOf(status: string, problems: readonly Problem[]): Mark | undefined {
	const { length } = problems;
	if (length > 0) {
		return {
			badge: length > 9 ? '9+' : String(length),
			tooltip: problemsInWords(length),
			color: problems.some(({ severity }) => severity === 'error')
				? 'list.errorForeground'
				: 'list.warningForeground',
		};
	}
	return status === '' ? undefined : { badge: initials(status), tooltip: status };
}

/** How many problems a row has: `2 problems`. */
export function problemsInWords(count: number): string {
	return count === 1 ? l10n.t('1 problem') : l10n.t`${count} problems`;
}

/** Of `Deregister Error` it's `DE`: the first letters of the first and the last word. */
function initials(words: string): string {
	const letters = words.split(' ').map((word) => word.charAt(0).toUpperCase());
	return `${letters[0]}${letters.length > 1 ? letters.at(-1) : ''}`;
}

/** Shows the marks that {@link markUri} says. */
export function registerMarks(): Disposable {
	return window.registerFileDecorationProvider({
		provideFileDecoration: ({ scheme, query }) => {
			if (scheme !== SCHEME) {
				return undefined;
			}
			const { badge, tooltip, color }: Mark = JSON.parse(query);
			return new FileDecoration(badge, tooltip, color && new ThemeColor(color));
		},
	});
}
