// biome-ignore-all lint/a11y/noRedundantRoles: some browsers drop roles where rows are laid out as cards.
import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import type { PageRow, PageState } from '../messages.ts';
import { ExplainedButton } from './explained-button.tsx';
import { LOCK_REASON_ID } from './page-header.tsx';
import { MaskedToken, Nothing } from './placeholders.tsx';

interface Props {
	readonly state: PageState;
	readonly rows: readonly PageRow[];
	onDelete(row: PageRow): void;
}

/** The list of extensions. */
export function ExtensionTable({ state, rows, onDelete }: Props) {
	const columns = columnsOf(state, onDelete);
	return (
		<table class="extensions" role="table" aria-labelledby="extensions-title">
			<thead role="rowgroup">
				<tr role="row">
					{columns.map(({ name, label }) => (
						<th key={name} role="columnheader" scope="col">
							{name === 'actions' ? <span class="visually-hidden">{label}</span> : label}
						</th>
					))}
				</tr>
			</thead>
			<tbody role="rowgroup">
				{rows.map((row) => (
					<tr key={row.system} role="row">
						{columns.map(({ name, label, content }) =>
							name === 'system' ? (
								<th key={name} role="rowheader" scope="row" data-label={label}>
									{content(row)}
								</th>
							) : (
								<td key={name} role="cell" class={name} data-label={label}>
									{content(row)}
								</td>
							),
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}

interface Column {
	/** The class of its cells. */
	readonly name: string;
	readonly label: string;
	content(row: PageRow): ComponentChildren;
}

function columnsOf({ application, locked, mode }: PageState, onDelete: Props['onDelete']): readonly Column[] {
	return [
		{ name: 'token', label: l10n.t('Integration Token'), content: () => <MaskedToken /> },
		{
			name: 'description',
			label: l10n.t('Description'),
			content: ({ description }) => description || <Nothing />,
		},
		{ name: 'system', label: l10n.t('System Name'), content: ({ system }) => system },
		{
			name: 'groups',
			label: l10n.t('Communication Scenario Groups'),
			content: ({ scenarioGroups }) => <Groups groups={scenarioGroups} />,
		},
		{
			name: 'changed-on',
			label: l10n.t('Changed On'),
			content: ({ changedOn }) =>
				(mode === 'recorded' && changedOn ? l10n.t`recorded on ${changedOn}` : changedOn) || <Nothing />,
		},
		{
			name: 'state',
			label: application.statusColumn,
			content: ({ status, statusLabel }) => (
				<span class="status" data-status={status}>
					{statusLabel}
				</span>
			),
		},
		{
			name: 'actions',
			label: l10n.t('Actions'),
			content: (row) =>
				(row.deletable || row.blocked) && (
					<ExplainedButton
						aria-label={l10n.t`Delete the extension for ${row.system}`}
						reasonId={locked ? LOCK_REASON_ID : undefined}
						reason={row.blocked}
						onClick={() => onDelete(row)}
					>
						{l10n.t('Delete')}
					</ExplainedButton>
				),
		},
	];
}

function Groups({ groups }: { groups: readonly string[] }) {
	return groups.length > 1 ? (
		<ul>
			{groups.map((group) => (
				<li key={group}>{group}</li>
			))}
		</ul>
	) : (
		(groups[0] ?? <Nothing />)
	);
}
