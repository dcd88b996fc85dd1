import * as l10n from '@vscode/l10n';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../webview/page/button.tsx';
import { keep, type VsCodeApi } from '../../webview/page/connection.ts';
import { useFocusFallback } from '../../webview/page/focus.ts';
import { useNews } from '../../webview/page/news.tsx';
import type { GuideRequest, GuideState } from '../messages.ts';
import { announcements } from './announcements.ts';
import { connect } from './host.ts';
import { LOCK_REASON_ID } from './lock.ts';
import { NEXT } from './next.ts';
import { PartSection } from './part-section.tsx';

/** The page of a registration: who does what, step by step, and what the landscape file records of it. */
export function GuidePage({ vscode }: { vscode: VsCodeApi<GuideRequest> }) {
	const [state, setState] = useState<GuideState>();
	const [news, say] = useNews(false);
	const host = useMemo(() => connect(vscode, window, setState), []);
	useFocusFallback(NEXT);
	useEffect(host.ready, []);
	// What is typed is never kept.
	useEffect(() => keep(vscode, {}), []);
	const before = useRef<GuideState>(undefined);
	useEffect(() => {
		if (state) {
			say(...announcements(before.current, state));
			before.current = state;
		}
	}, [state]);
	if (!state) {
		return null;
	}

	const { system, type, globalAccount, status, summary, locked, isFileThere, parts } = state;
	const hasCurrent = parts.some(({ steps }) => steps.some((step) => step.state === 'current'));
	const isOnItsWay =
		parts.length > 0 && !hasCurrent && parts.some(({ steps }) => steps.some((step) => step.state === 'open'));
	return (
		<>
			<header>
				<h1 tabIndex={-1}>{l10n.t('Registration Guide')}</h1>
				<p class="system">
					<strong>{system}</strong>
					{type && <span>{type}</span>}
					{status && <span>{l10n.t`Status: ${status}`}</span>}
				</p>
				{globalAccount && (
					<p class="quiet">
						{l10n.t`You work in the cockpit and in the tenant. Record here what you saw there, for the global account "${globalAccount}": this VS Code extension doesn't reach SAP.`}
					</p>
				)}
				{summary && <p class="summary">{summary}</p>}
				{isOnItsWay && <Button onClick={() => host.run('recordStatus')}>{l10n.t('Record Status')}</Button>}
				{/* The region is there before the text, so that the text is read out when it comes. */}
				<div aria-live="polite">
					{locked && (
						<p class="notice" id={LOCK_REASON_ID}>
							{locked}
						</p>
					)}
				</div>
				{locked && (
					<Button onClick={() => host.run(isFileThere ? 'openLandscape' : 'refresh')}>
						{isFileThere ? l10n.t('Open Landscape File') : l10n.t('Refresh')}
					</Button>
				)}
			</header>
			<div class="parts">
				{parts.map((part, index) => (
					<PartSection
						key={part.id}
						part={part}
						number={index + 1}
						isLocked={locked !== ''}
						{...{ host, say }}
					/>
				))}
			</div>
			{news}
		</>
	);
}
