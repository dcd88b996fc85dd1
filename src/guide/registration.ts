import { systemType } from '../model/catalog/system-types.ts';
import type { Instant } from '../model/instant.ts';
import { entitlementsOf, extensionOf, type Landscape, type System } from '../model/landscape.ts';
import { isEntitleable } from '../model/next-step.ts';
import { tokenState } from '../model/tokens.ts';

/** The steps of a registration, in the tutorial's order (R-TUT-1). */
export const STEPS = ['add', 'token', 'handOver', 'extension', 'cockpit', 'subaccount', 'plans'] as const;
export type StepId = (typeof STEPS)[number];

/** How far a registration is, as the landscape has it. */
export interface Registration {
	/** The steps that apply to the system's type. */
	readonly steps: readonly StepId[];
	readonly done: ReadonlySet<StepId>;
	/** What comes next; `undefined` where nothing does. */
	readonly current: StepId | undefined;
}

/** How far the registration of a system is. Steps are done by what is recorded, whoever recorded it and in whatever order. */
export function registrationOf(landscape: Landscape, system: System, now: Instant): Registration {
	const hasToken = systemType(system.type) !== undefined;
	const isPlan = (step: StepId) => step === 'subaccount' || step === 'plans';
	const steps = STEPS.filter((step) =>
		hasToken ? !isPlan(step) || isEntitleable(system) : step === 'cockpit',
	);
	const done = new Set(hasToken ? stepsDone(landscape, system, now) : stepsOfListed(system));
	return { steps, done, current: currentOf(landscape, system, steps, done) };
}

/** A type without a token is registered by being listed (R-TYPE-2). */
function stepsOfListed({ status, recordedAt }: System): readonly StepId[] {
	return status === 'registered' && recordedAt !== undefined ? ['cockpit'] : [];
}

function stepsDone(landscape: Landscape, system: System, now: Instant): readonly StepId[] {
	const { name, status, recordedAt, token } = system;
	const shown = extensionOf(landscape, name)?.extension.status;
	const isRegistered = ['registered', 'deregistering', 'deregister-error'].includes(status);
	const isPairing = status === 'pending' && (shown === 'enabling' || shown === 'enabled');
	const tokenIs = tokenState(token, now);
	const has: Readonly<Record<StepId, boolean>> = {
		add: recordedAt !== undefined || status !== 'pending' || token !== undefined || shown !== undefined,
		token: isRegistered || isPairing || (status === 'pending' && tokenIs === 'open' && shown !== 'failed'),
		handOver: isRegistered || isPairing,
		extension: shown === 'enabled' && (isRegistered || status === 'pending'),
		cockpit: status === 'registered',
		subaccount: landscape.subaccounts.size > 0,
		plans: entitlementsOf(landscape, name).length > 0,
	};
	return STEPS.filter((step) => has[step]);
}

function currentOf(
	landscape: Landscape,
	{ name, status }: System,
	steps: readonly StepId[],
	done: ReadonlySet<StepId>,
): StepId | undefined {
	// It is on its way out of the landscape, or stuck there: nothing of a registration comes next.
	if (['deregistering', 'deregister-error', 'removing', 'remove-error'].includes(status)) {
		return undefined;
	}
	// Only the tenant's administrator can delete what failed, and until then there's no new token (R-TOK-11).
	const shown = extensionOf(landscape, name)?.extension.status;
	if (shown === 'failed' || (shown !== undefined && status === 'error')) {
		return 'extension';
	}
	// A registered system has an extension in its tenant, also where nobody recorded it.
	const isOptional = (step: StepId) => step === 'extension' && status === 'registered';
	return steps.find((step) => !done.has(step) && !isOptional(step));
}
