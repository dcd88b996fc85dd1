import assert from 'node:assert/strict';
import * as v from 'valibot';
import { type GuideContext, guideStateOf } from '../../../src/guide/guide-state.ts';
import { GuideState, type Step } from '../../../src/guide/messages.ts';
import type { Landscape } from '../../../src/model/landscape.ts';
import { DEV, NOW } from '../factories.ts';

export const CONTEXT: GuideContext = {
	terminology: 'classic',
	now: NOW,
	localTime: (instant) => `the day ${instant.slice(0, 10)}`,
};

/** What the guide of the S/4HANA system shows of a landscape, which is of the contract. */
export function guideOf(shown: Landscape, context: Partial<GuideContext> = {}, name = DEV): GuideState {
	const state = guideStateOf({ landscape: shown, unreadable: undefined }, name, { ...CONTEXT, ...context });
	assert.deepEqual(v.parse(GuideState, state), state, 'of the contract');
	return state;
}

export function stepsOf({ parts }: GuideState): readonly Step[] {
	return parts.flatMap(({ steps }) => steps);
}

export function stepOf(state: GuideState, id: string): Step {
	const step = stepsOf(state).find((candidate) => candidate.id === id);
	assert(step, `no step ${id}`);
	return step;
}

/** The steps with their states as one line: `add+ token! cockpit`, `+` for done, `!` for the current one. */
export function progressOf(state: GuideState): string {
	const signs = { done: '+', current: '!', open: '' };
	return stepsOf(state)
		.map(({ id, state: at }) => `${id}${signs[at]}`)
		.join(' ');
}

/** The instructions of a step, with the values to copy in brackets. */
export function instructionsOf({ instructions }: Step): readonly string[] {
	return instructions.map(({ sentence, values }) =>
		[sentence.map(({ text }) => text).join(''), ...values.map(({ text }) => `[${text}]`)].join(' '),
	);
}
