import type { Refusal } from '../model/decision.ts';

/** What a command gives back: facts, a refusal, or nothing when the person cancelled. */
export type Result<Facts extends object = object> = ({ readonly ok: true } & Facts) | Refusal | undefined;
