import * as l10n from '@vscode/l10n';
import type { Part } from '../messages.ts';
import type { Host } from './host.ts';
import { StepItem } from './step-item.tsx';
import { Words } from './words.tsx';

interface Props {
	readonly part: Part;
	readonly number: number;
	readonly isLocked: boolean;
	readonly host: Host;
	say(sentence: string): void;
}

/** One of the tutorial's parts: who does it, and its steps. */
export function PartSection({ part, number, ...shared }: Props) {
	const { id, title, who, needs, side, note, steps } = part;
	return (
		<section class="part" data-side={side} data-part={id} aria-labelledby={`${id}-title`}>
			<h2 id={`${id}-title`}>{`${number}. ${title}`}</h2>
			<p class="who">
				<strong>{who}</strong>
			</p>
			{needs.map((sentence) => (
				<p key={sentence.map(({ text }) => text).join('')} class="quiet">
					<Words sentence={sentence} />
				</p>
			))}
			<ol class="steps">
				{steps.map((step) => (
					<StepItem key={step.id} step={step} {...shared} />
				))}
			</ol>
			{note && (
				<p class="note">
					<strong>{l10n.t('Note:')}</strong> {note}
				</p>
			)}
		</section>
	);
}
