import * as l10n from '@vscode/l10n';
import type { Ref } from 'preact';
import { Button } from '../../webview/page/button.tsx';
import { isInUse } from '../../webview/page/filter.ts';
import { FilterBar } from '../../webview/page/filter-bar.tsx';
import { Toolbar } from '../../webview/page/toolbar.tsx';
import type { PageRow, PageState } from '../messages.ts';
import { ExtensionTable } from './extension-table.tsx';
import type { Host } from './host.ts';
import { LOCK_REASON_ID } from './page-header.tsx';
import { everyRow, filterRows, isOffered, type RowFilter } from './row-filter.ts';

interface Props {
	readonly state: PageState;
	readonly filter: RowFilter;
	readonly host: Pick<Host, 'refresh' | 'copyToken'>;
	readonly newButton: Ref<HTMLButtonElement>;
	say(sentence: string): void;
	onFilter(filter: RowFilter): void;
	onCreate(): void;
	onDelete(row: PageRow): void;
}

/** The section with the list: toolbar, filter, and the list or what to do where it is empty. */
export function ExtensionsSection(props: Props) {
	const { state, filter, host, newButton, say, onFilter, onCreate, onDelete } = props;
	const { list, create, refresh, statusColumn, statuses } = state.application;
	const rows = filterRows(state.rows, filter);
	const [count, all] = [rows.length, state.rows.length];
	return (
		<section aria-labelledby="extensions-title">
			<div class="section-head">
				<h2 id="extensions-title">
					{isInUse(filter) && all > 0 ? l10n.t`${list} (${count} of ${all})` : `${list} (${count})`}
				</h2>
				<Toolbar label={list}>
					<Button
						class="primary"
						ref={newButton}
						isBlocked={state.locked !== ''}
						reason={LOCK_REASON_ID}
						onClick={onCreate}
					>
						{create}
					</Button>
					<Button onClick={host.refresh}>{refresh}</Button>
				</Toolbar>
			</div>
			<FilterBar
				filter={filter}
				empty={everyRow}
				lists={[
					{
						field: 'status',
						label: statusColumn,
						choices: statuses.map(({ status, label }) => [status, label]),
					},
				]}
				isHidden={!isOffered(state.rows, filter)}
				onChange={onFilter}
				onPause={() =>
					say(
						isInUse(filter)
							? l10n.t`${count} of ${all} extensions match.`
							: l10n.t`All ${all} extensions are shown.`,
					)
				}
			/>
			{count > 0 ? (
				<ExtensionTable {...{ state, rows, onDelete }} />
			) : all > 0 ? (
				<NoMatch />
			) : (
				<NoExtensions {...{ state, host }} />
			)}
		</section>
	);
}

function NoMatch() {
	return (
		<div class="empty">
			<p class="empty-title">{l10n.t('No matching extensions')}</p>
			<p class="quiet">
				{l10n.t('Search covers the system name, the description, and the communication scenario groups.')}
			</p>
		</div>
	);
}

function NoExtensions({ state, host }: Pick<Props, 'state' | 'host'>) {
	// What comes next may be to get a token, and then nothing is there to copy.
	const hint =
		state.mode === 'recorded'
			? l10n.t("The landscape file doesn't contain any extensions for this tenant.")
			: state.steps.length === 0
				? l10n.t`To get an integration token, choose Copy Token for a pending system in the System Landscape view. Then choose ${state.application.create}.`
				: '';
	return (
		<div class="empty">
			<p class="empty-title">{l10n.t('No extensions yet')}</p>
			{hint && <p class="quiet">{hint}</p>}
			<div class="chips">
				{state.copyable.map((system) => (
					<Button key={system} class="chip" onClick={() => host.copyToken(system)}>
						{l10n.t`Copy Token of "${system}"`}
					</Button>
				))}
			</div>
		</div>
	);
}
