import * as l10n from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import { useFocusFallback } from '../../webview/page/focus.ts';
import type { Instruction, Step } from '../messages.ts';
import type { Host } from './host.ts';
import { NEXT } from './next.ts';
import { StepControl } from './step-control.tsx';
import { Words } from './words.tsx';

interface Props {
	readonly step: Step;
	readonly isLocked: boolean;
	readonly host: Host;
	say(sentence: string): void;
}

const STATE_WORDS: Readonly<Record<Step['state'], () => string>> = {
	done: () => l10n.t('done'),
	current: () => l10n.t('next'),
	open: () => l10n.t('open'),
};

/** A step: its heading opens and closes what to do and what records it. */
export function StepItem({ step, isLocked, host, say }: Props) {
	const { id, title, state, recorded, trouble, isShown, instructions, control } = step;
	/** What the person chose, or where they work: somebody else's change doesn't close that. */
	const [chosen, setChosen] = useState<boolean>();
	const isOpen = chosen ?? isShown;
	const isCurrent = state === 'current';
	useFocusFallback(NEXT);
	useEffect(() => {
		if (isCurrent) {
			setChosen(undefined);
		}
	}, [isCurrent]);

	return (
		<li class="step" data-state={state} aria-current={isCurrent ? 'step' : undefined}>
			<h3>
				<Button
					class="toggle"
					aria-expanded={isOpen}
					aria-controls={`${id}-body`}
					onClick={() => setChosen(!isOpen)}
				>
					<span class="mark" aria-hidden="true" />
					<span class="title">{title}</span>
					<span class="visually-hidden">{`(${STATE_WORDS[state]()})`}</span>
				</Button>
			</h3>
			{recorded && <p class="recorded">{recorded}</p>}
			{trouble && <p class="notice">{trouble}</p>}
			<div id={`${id}-body`} class="body" hidden={!isOpen} onFocusIn={() => setChosen(true)}>
				<ol class="instructions">
					{instructions.map((instruction, index) => (
						<InstructionItem key={index} {...{ instruction, host, say }} />
					))}
				</ol>
				<StepControl {...{ control, isLocked, host, say }} id={id} onRecorded={() => setChosen(undefined)} />
			</div>
		</li>
	);
}

function InstructionItem({
	instruction: { sentence, values },
	host,
	say,
}: { instruction: Instruction } & Pick<Props, 'host' | 'say'>) {
	return (
		<li>
			<Words sentence={sentence} />
			{values.length > 0 && (
				<dl class="values">
					{values.map(({ id, label, text }) => (
						<div key={id} class="value">
							<dt>{label}</dt>
							<dd>{text}</dd>
							<dd>
								<Button
									class="small"
									aria-label={l10n.t`Copy ${label}: ${text}`}
									onClick={() => void host.copyValue(id).then(() => say(l10n.t`Copied: ${text}`))}
								>
									{l10n.t('Copy')}
								</Button>
							</dd>
						</div>
					))}
				</dl>
			)}
		</li>
	);
}
