import * as l10n from '@vscode/l10n';
import { meant } from '../findings/collector.ts';
import { shorten } from '../names.ts';
import { nearest } from '../nearest.ts';
import { checkInstance } from './check-instances.ts';
import { checkSystemNames } from './check-system-names.ts';
import type { ProjectContext, ProjectFinding } from './finding.ts';
import { isComputed } from './placeholders.ts';
import type { Project } from './usage.ts';

/** How many characters of a destination's name may be wrong for it to be a slip rather than another destination. */
const SLIP = 2;

/** Everything to know about a project, rule by rule. */
export function checkProject(project: Project, context: ProjectContext): readonly ProjectFinding[] {
	const found = [
		...project.usages.flatMap((usage) => [
			...checkSystemNames(usage, context),
			...checkInstance(usage, context),
		]),
		...checkParameterFiles(project),
		...checkDestinations(project),
		...checkApplication(project),
		...checkSecrets(project, context),
		...tellNotRead(project),
	];
	// Two stages have much in common, which is said once.
	return [
		...new Map(
			found.map((finding) => [
				JSON.stringify([finding.code, finding.message, finding.at.file, finding.at.start]),
				finding,
			]),
		).values(),
	];
}

function checkParameterFiles({ parameterFiles }: Project): readonly ProjectFinding[] {
	const found = {
		missing: [
			'error',
			'parameters-missing',
			(path: string) => l10n.t`There is no file ${path} in the project.`,
		],
		malformed: [
			'error',
			'parameters-malformed',
			(path: string) => l10n.t`${path} isn't valid JSON, so the deployment fails.`,
		],
		outside: [
			'information',
			'not-read',
			(path: string) => l10n.t`${path} is outside the project, so it wasn't read.`,
		],
	} as const;
	return parameterFiles.map(({ problem, path, at }) => {
		const [severity, code, message] = found[problem];
		return { code: `project-${code}`, severity, message: message(shorten(path)), at };
	});
}

/** An instance makes a destination of its own name (R-CAP-12). */
function checkDestinations({
	usages,
	destinations,
	existingInstances,
	remnants,
}: Project): readonly ProjectFinding[] {
	const instances = usages.map(({ instance }) => instance.value).filter((name) => name !== '');
	const known = new Set([...instances, ...existingInstances]);
	// A name that is computed may be any.
	const isChecked = instances.length > 0 && ![...known].some(isComputed);
	const wrong = destinations
		.filter(({ name: { value } }) => isChecked && !known.has(value) && !isComputed(value))
		.map(({ name: { value, at } }): ProjectFinding => {
			const instead = nearest(value, instances, SLIP);
			return instead === undefined
				? {
						code: 'project-destination-unknown',
						severity: 'hint',
						message: l10n.t`No service instance of this project creates a destination "${shorten(value)}".`,
						at,
					}
				: {
						code: 'project-destination-misspelt',
						severity: 'error',
						message: meant(
							l10n.t`No destination is called "${shorten(value)}": it's called like the service instance that creates it.`,
							instead,
						),
						at,
						instead,
					};
		});
	return [
		...wrong,
		...remnants.map(
			({ value, at }): ProjectFinding => ({
				code: 'project-requires-remnant',
				severity: 'hint',
				message: l10n.t`"${shorten(value)}" has credentials without destination, url or path.`,
				at,
			}),
		),
	];
}

/** What the application needs to read from a destination. */
function checkApplication({
	destinations,
	destinationServiceAt,
	missingPackages,
}: Project): readonly ProjectFinding[] {
	const found: ProjectFinding[] = [];
	if (destinations.length === 0) {
		return found;
	}
	if (destinationServiceAt) {
		found.push({
			code: 'project-destination-service-missing',
			severity: 'warning',
			message: l10n.t(
				"This module doesn't require a resource of the destination service, so it finds no destination. Add one, or run cds add destination.",
			),
			at: destinationServiceAt,
		});
	}
	if (missingPackages) {
		found.push({
			code: 'project-package-missing',
			severity: 'warning',
			message: l10n.t`Reading from a destination needs ${missingPackages.names.join(', ')}. Add them with npm add.`,
			at: missingPackages.at,
		});
	}
	return found;
}

function checkSecrets({ secrets }: Project, { isTracked }: ProjectContext): readonly ProjectFinding[] {
	return secrets
		.filter(({ at }) => isTracked(at.file))
		.map(({ key, at }) => ({
			code: 'project-secret',
			severity: 'error',
			message: l10n.t`${key} is in a file that goes to Git. Put it in a file that Git ignores, such as an .mtaext or .cdsrc-private.json, and change it where it's used.`,
			at,
		}));
}

function tellNotRead({ notRead }: Project): readonly ProjectFinding[] {
	const messages = {
		code: () => l10n.t("This file is code, which isn't run. What it says of required services isn't known."),
		large: () => l10n.t("This file wasn't read: it's a link, or larger than one megabyte."),
		syntax: () =>
			l10n.t("There's a syntax error here, so the file is read only in part, and nothing is written to it."),
	};
	return notRead.map(({ reason, at }) => ({
		code: 'project-not-read',
		severity: 'information',
		message: messages[reason](),
		at,
	}));
}
