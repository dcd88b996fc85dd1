import { type ResolvedMerge, resolveMerge, type Stages } from '../../../src/merge/merge-texts.ts';
import { accepted } from '../factories.ts';

/** A conflict as git writes it. */
export function conflict(ours: string, theirs: string, base?: string): string {
	const middle = base === undefined ? '' : `||||||| 1234567\n${base}`;
	return `<<<<<<< HEAD\n${ours}${middle}=======\n${theirs}>>>>>>> feature\n`;
}

/** What a merge becomes, which must not be refused. */
export function resolved(text: string, stages: Stages = {}): ResolvedMerge {
	return accepted(resolveMerge(text, stages));
}

/** Where contradictions are, as one text each. */
export const placesOf = (contradictions: ResolvedMerge['contradictions']) =>
	contradictions.map(({ path }) => path.join('/'));
