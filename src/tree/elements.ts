import type { Uri } from 'vscode';
import type { Section } from '../model/change.ts';
import type { Refusal } from '../model/decision.ts';
import type { Entitlement, Extension, Formation, Subaccount, System, Tenant } from '../model/landscape.ts';
import type { Place } from '../model/projects/place.ts';
import type { Usage } from '../model/projects/usage.ts';
import type { LandscapeFile } from '../workspace/landscape-files.ts';

/** The groups of a landscape in the tree. */
export type Group = Section;

/** The next steps that an empty landscape offers; each is the command that a click runs, without its prefix. */
export type Step = 'registerSystem' | 'openLandscape' | 'openWalkthrough';

/**
 * What the tree shows. An element is also the argument of the commands in its menus, so it carries their fields. Its `id`
 * stays the same while the landscape changes. `landscape` is absent for what is of the workspace as a whole.
 */
export type Element = {
	readonly id: string;
	readonly landscape?: string | undefined;
	readonly interactive: true;
} & (
	| { readonly kind: 'landscape'; readonly file: LandscapeFile }
	/** The file has merge conflicts. */
	| { readonly kind: 'conflict'; readonly count: number }
	/** The file can't be read completely, and why. */
	| { readonly kind: 'unreadable'; readonly reason: Refusal }
	/** What leads on in a landscape that has nothing yet. */
	| { readonly kind: 'step'; readonly step: Step }
	| { readonly kind: 'group'; readonly group: Group; readonly count: number }
	| { readonly kind: 'system'; readonly system: string; readonly record: System }
	| { readonly kind: 'token'; readonly system: string; readonly record: System }
	| {
			readonly kind: 'tenant';
			readonly tenant: string;
			readonly type: string;
			readonly record: Tenant;
	  }
	| {
			readonly kind: 'extension';
			readonly tenant: string;
			readonly system: string;
			readonly record: Extension;
			/** Whether it is shown below its system or below its tenant. */
			readonly under: 'system' | 'tenant';
	  }
	| { readonly kind: 'subaccount'; readonly subaccount: string; readonly record: Subaccount }
	| {
			readonly kind: 'entitlement';
			readonly subaccount: string;
			readonly service: string;
			readonly system: string;
			readonly plan: string;
			readonly record: Entitlement;
			readonly under: 'system' | 'subaccount';
	  }
	| { readonly kind: 'formation'; readonly formation: string; readonly record: Formation }
	| {
			readonly kind: 'member';
			readonly formation: string;
			readonly system: string;
			readonly under: 'system' | 'formation';
	  }
	/** The CAP projects of the workspace; they belong to no landscape. */
	| { readonly kind: 'applications'; readonly count: number }
	| {
			readonly kind: 'project';
			/** URI of its folder. */
			readonly project: string;
			readonly usages: readonly Usage[];
			/** What can't be read of it. */
			readonly unreadAt: Place | undefined;
	  }
	/** The projects that use a system; without any, what connects one. */
	| { readonly kind: 'usedBy'; readonly system: string; readonly usages: readonly Usage[] }
	| {
			readonly kind: 'usage';
			/** The system that it asks for, so that what is done with a system can be done here. */
			readonly system: string | undefined;
			readonly usage: Usage;
			readonly under: 'project' | 'system';
	  }
);

export type ElementKind = Element['kind'];
export type ElementOf<Kind extends ElementKind> = Extract<Element, { kind: Kind }>;

/** An element's id: what it is, in which file, under which names. */
export function idOf(landscape: Uri, ...parts: readonly string[]): string {
	return JSON.stringify([landscape.toString(), ...parts]);
}
