import { endOfLine, startOfLine } from '../document/text-positions.ts';
import type { ProjectFinding } from '../model/projects/finding.ts';
import type { Place } from '../model/projects/place.ts';
import type { Project, Usage } from '../model/projects/usage.ts';

/** `# system-landscape: ignore CODE …`, at the end of a line or in a line of its own. */
const COMMENT = /(?:^|\s)#\s*system-landscape:\s*ignore\s+(.*)$/;

/** What silences findings. */
export interface Ignoring {
	/** Codes of findings, with `*` for any characters. */
	readonly codes: readonly string[];
	/** The text that a file was read from. */
	textOf(file: string): string | undefined;
}

/**
 * Whether a finding is silenced: by a code of the settings, or by a comment in its line or directly above it. JSON has no
 * comments, so for a file of parameters the comment is at the resource that names it.
 */
export function isIgnored(finding: ProjectFinding, project: Project, { codes, textOf }: Ignoring): boolean {
	if (isSilenced(finding.code, codes)) {
		return true;
	}
	const { file } = finding.at;
	const places = file.endsWith('.json')
		? project.usages.filter((usage) => filesOf(usage).has(file)).map(({ resource }) => resource.at)
		: [finding.at];
	return places.some((place) => isSilenced(finding.code, codesAt(textOf(place.file) ?? '', place)));
}

/** Whether patterns of codes, with `*` for any characters, silence a code. */
export function isSilenced(code: string, patterns: readonly string[]): boolean {
	return patterns.some((pattern) => matches(pattern, code));
}

/** The files in which a usage says something. */
function filesOf({ names, scenario, arrangement, clientId, outboundAt }: Usage): ReadonlySet<string> {
	const said = [...names, scenario, arrangement, clientId].flatMap((each) => each?.at.file ?? []);
	return new Set([...said, outboundAt.file]);
}

/** The codes that comments name in the line of a place, and in the lines of comments directly above it. */
function codesAt(text: string, { start }: Place): readonly string[] {
	const codes: string[] = [];
	let from = startOfLine(text, start);
	let line = text.slice(from, endOfLine(text, start));
	do {
		const [, named = ''] = COMMENT.exec(line.trimEnd()) ?? [];
		codes.push(...named.split(/[\s,]+/).filter(Boolean));
		const above = Math.max(0, from - 1);
		line = from === 0 ? '' : text.slice(startOfLine(text, above), endOfLine(text, above));
		from = startOfLine(text, above);
	} while (/^\s*#/.test(line));
	return codes;
}

/** Whether a code is what a pattern says; in time that grows with their lengths only, as anybody may have written it. */
function matches(pattern: string, code: string): boolean {
	const [first = '', ...others] = pattern.split('*');
	const last = others.pop();
	if (last === undefined) {
		return pattern === code;
	}
	let at = first.length;
	for (const part of others) {
		const found = code.indexOf(part, at);
		if (found === -1) {
			return false;
		}
		at = found + part.length;
	}
	return code.startsWith(first) && code.endsWith(last) && at + last.length <= code.length;
}
