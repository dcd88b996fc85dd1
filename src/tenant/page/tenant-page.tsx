import * as l10n from '@vscode/l10n';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keep, type VsCodeApi } from '../../webview/page/connection.ts';
import { useFocusFallback } from '../../webview/page/focus.ts';
import { useNews } from '../../webview/page/news.tsx';
import type { PageRequest, PageRow, PageState, PageStep } from '../messages.ts';
import { announcements } from './announcements.ts';
import { CreateExtension } from './create-extension.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { ExtensionsSection } from './extensions-section.tsx';
import { connect } from './host.ts';
import { NextSteps } from './next-steps.tsx';
import { PageHeader } from './page-header.tsx';
import { filterToSave, restoreFilter } from './row-filter.ts';

/** The page of a tenant: a header, the list of its extensions, and the dialogs that create and delete them. */
export function TenantPage({ vscode }: { vscode: VsCodeApi<PageRequest> }) {
	const [state, setState] = useState<PageState>();
	const [filter, setFilter] = useState(() => restoreFilter(vscode.getState()));
	const [isCreating, setCreating] = useState(false);
	const [deleting, setDeleting] = useState<PageRow>();
	const [news, say] = useNews(
		isCreating || deleting !== undefined,
		state?.steps.map(({ message }) => message),
	);
	const host = useMemo(
		() => connect(vscode, window, { state: setState, refreshed: () => say(l10n.t('Refreshed.')) }),
		[],
	);
	const newButton = useRef<HTMLButtonElement>(null);
	useFocusFallback(newButton);
	useEffect(host.ready, []);
	// What is typed in a dialog is never kept.
	useEffect(() => keep(vscode, filterToSave(filter)), [filter]);
	const before = useRef<PageState>(undefined);
	useEffect(() => {
		if (state) {
			say(...announcements(before.current, state));
			before.current = state;
		}
	}, [state]);

	/** Deletes here what can be deleted here; all else is done by commands. */
	function run({ system }: PageStep, command: string): void {
		const row = command === 'deleteExtension' && state?.rows.find((candidate) => candidate.system === system);
		if (row) {
			setDeleting(row);
		} else {
			host.run(system, command);
		}
	}

	return (
		<>
			{state && <PageHeader state={state} />}
			{state && (
				<ExtensionsSection
					{...{ state, filter, host, newButton, say }}
					onFilter={setFilter}
					onCreate={() => setCreating(true)}
					onDelete={setDeleting}
				/>
			)}
			{state && <NextSteps steps={state.steps} onRun={run} />}
			{news}
			{state && isCreating && <CreateExtension {...{ state, host }} onEnd={() => setCreating(false)} />}
			{deleting && <DeleteDialog {...{ host }} row={deleting} onEnd={() => setDeleting(undefined)} />}
		</>
	);
}
