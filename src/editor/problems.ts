import { Diagnostic, DiagnosticSeverity, type Disposable, languages, type Uri, workspace } from 'vscode';
import type { Reading, TextFinding } from '../document/read.ts';
import { findingsIn } from '../language/findings.ts';
import type { Severity } from '../model/findings/finding.ts';
import { now } from '../workspace/clock.ts';
import type { ExpiryClock } from '../workspace/expiry-clock.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';
import { Positions } from '../workspace/positions.ts';
import { tokenExpiryWarning } from '../workspace/settings.ts';

/** The name under which Problems lists our findings. */
export const SOURCE = 'System Landscape';

/** How VS Code shows each severity. */
const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** Lists in Problems what is wrong with the landscape files, as they are edited and as time goes by. */
export function registerProblems(files: LandscapeFiles, clock: ExpiryClock): Disposable[] {
	const problems = languages.createDiagnosticCollection('systemLandscape');
	const shown = new Map<string, Uri>();
	const said = new Map<string, string>();
	const show = ({ uri, reading }: LandscapeFile) => {
		const key = uri.toString();
		const left = saidByOthers(uri);
		said.set(key, left.source);
		shown.set(key, uri);
		problems.set(uri, diagnosticsOf(reading, left));
	};
	const update = () => {
		const gone = new Map(shown);
		for (const file of files.all) {
			show(file);
			gone.delete(file.uri.toString());
		}
		for (const [key, uri] of gone) {
			problems.delete(uri);
			shown.delete(key);
		}
	};
	return [
		problems,
		files.onDidChange(update),
		clock.onDidTick(update),
		workspace.onDidChangeConfiguration(update),
		languages.onDidChangeDiagnostics(({ uris }) => {
			const changed = new Set(uris.map(String));
			for (const file of files.all) {
				const key = file.uri.toString();
				if (changed.has(key) && saidByOthers(file.uri).source !== said.get(key)) {
					show(file);
				}
			}
		}),
	];
}

/**
 * The codes of what Red Hat's YAML extension reports on a file, so that it is not shown twice: errors of YAML as such, and
 * what our own JSON schema refuses.
 */
function saidByOthers(uri: Uri): RegExp {
	const others = languages.getDiagnostics(uri);
	const isYaml = others.some(
		({ source, severity }) => source === 'YAML' && severity === DiagnosticSeverity.Error,
	);
	const isSchema = others.some(({ source }) => source?.startsWith('yaml-schema: '));
	return new RegExp(
		`^(?:-${isYaml ? '|bad-|block-|key-(?:duplicate|over)|missing-char|multi|tab-as|tag-|unexpected-' : ''}${
			isSchema ? '|key-missing|value-invalid|section-invalid|not-a-landscape' : ''
		})`,
	);
}

function diagnosticsOf(reading: Reading, left: RegExp): Diagnostic[] {
	const positions = new Positions(reading.text);
	return findingsIn(reading, now(), tokenExpiryWarning())
		.filter(({ code }) => !left.test(code))
		.map((finding) => diagnosticOf(finding, positions));
}

/** How Problems lists a finding. */
export function diagnosticOf(
	{
		code,
		severity,
		message,
		start,
		end,
	}: Pick<TextFinding, 'code' | 'severity' | 'message' | 'start' | 'end'>,
	positions: Positions,
): Diagnostic {
	const diagnostic = new Diagnostic(positions.range(start, end), message, SEVERITIES[severity]);
	diagnostic.code = code;
	diagnostic.source = SOURCE;
	return diagnostic;
}
