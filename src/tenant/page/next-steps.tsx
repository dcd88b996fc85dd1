import * as l10n from '@vscode/l10n';
import { Button } from '../../webview/page/button.tsx';
import type { PageStep } from '../messages.ts';

interface Props {
	readonly steps: readonly PageStep[];
	onRun(step: PageStep, command: string): void;
}

/** What comes next for the systems of the tenant, with the commands that do it. */
export function NextSteps({ steps, onRun }: Props) {
	return (
		steps.length > 0 && (
			<section class="steps" aria-labelledby="steps-title">
				<h2 id="steps-title">{l10n.t('What comes next')}</h2>
				{steps.map((step) => (
					<div key={step.system} class="step" data-status={step.hasFailed ? 'failed' : 'enabled'}>
						<p>{step.message}</p>
						<div class="follow">
							{step.actions.map(({ command, title }, index) => (
								<Button
									key={command}
									class={index === 0 ? 'primary' : ''}
									aria-label={`${title}: ${step.system}`}
									onClick={() => onRun(step, command)}
								>
									{title}
								</Button>
							))}
						</div>
					</div>
				))}
			</section>
		)
	);
}
