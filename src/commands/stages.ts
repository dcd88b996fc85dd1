import * as l10n from '@vscode/l10n';
import { Uri } from 'vscode';
import { isRefusal, type Refusal, refuse } from '../model/decision.ts';
import type { Landscape } from '../model/landscape.ts';
import { checkConnectable, connectableSystems } from '../model/projects/connectable.ts';
import type { Stage } from '../model/projects/connection.ts';
import type { LandscapeFile, LandscapeFiles } from '../workspace/landscape-files.ts';

/** A stage, and the landscape that its system is in. */
export interface StageOf extends Stage {
	readonly landscape: Uri;
	readonly globalAccount: string;
}

/** A stage for each landscape that has a system for it: the one of that name, or else the only one that can be connected. */
export function possibleStages({ all }: LandscapeFiles, system: string): readonly StageOf[] {
	const stages = all.flatMap(({ uri, reading: { landscape } }) => {
		const own = systemIn(landscape, system);
		return own === undefined
			? []
			: [{ file: stageFile(uri), system: own, landscape: uri, globalAccount: landscape.globalAccount }];
	});
	const files = stages.map(({ file }) => file);
	// Folders in different places may be called the same.
	return stages.map((stage, index) =>
		files.indexOf(stage.file) === index
			? stage
			: { ...stage, file: stage.file.replace(/\.mtaext$/, `-${index + 1}.mtaext`) },
	);
}

/**
 * The stages for landscapes by their URIs, each with the system that {@link possibleStages} names. Refuses a landscape that
 * isn't there with `landscape-missing`, and one without such a system with the codes of `checkConnectable`.
 */
export function stagesOf(
	files: LandscapeFiles,
	wanted: Readonly<Record<string, string>>,
	system: string,
): readonly Stage[] | Refusal {
	const stages = Object.entries(wanted).map(([landscape, file]) =>
		stageOf(files, Uri.parse(landscape), file, system),
	);
	return stages.find(isRefusal) ?? (stages as readonly Stage[]);
}

function stageOf(files: LandscapeFiles, uri: Uri, file: string, system: string): Stage | Refusal {
	const found: LandscapeFile | undefined = files.find(uri);
	if (!found) {
		return refuse('landscape-missing', l10n.t`There's no landscape file at ${uri.path}.`);
	}
	const { landscape } = found.reading;
	const own = systemIn(landscape, system) ?? system;
	return checkConnectable(landscape, own) ?? { file, system: own };
}

function systemIn(landscape: Landscape, system: string): string | undefined {
	if (landscape.systems.has(system)) {
		return checkConnectable(landscape, system) ? undefined : system;
	}
	const [only, other] = connectableSystems(landscape).filter(
		({ readiness }) => readiness !== 'not-registered',
	);
	return other ? undefined : only?.system.name;
}

/** The extension of `mta.yaml` for a landscape: `dev.mtaext` for `dev.system-landscape.yaml`, or for one in the folder `dev`. */
function stageFile({ path }: Uri): string {
	const [file = '', folder = ''] = path.split('/').toReversed();
	const name = file.replace(/\.?system-landscape\.ya?ml$/, '') || folder;
	return `${name.replaceAll(/[^\w.-]+/g, '-')}.mtaext`;
}
