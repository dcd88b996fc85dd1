import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { type Filter, isInUse } from './filter.ts';

/** Nobody types so slowly; after this time the number of matches is said. */
const PAUSE_MS = 600;

interface Props<Fields extends Filter & Record<keyof Fields, string>> {
	readonly filter: Fields;
	/** The filter that asks for nothing. */
	readonly empty: Fields;
	/** The lists to choose from: the field of the filter, its label, and its values with their labels. */
	readonly lists: readonly {
		readonly field: Exclude<keyof Fields & string, 'search'>;
		readonly label: string;
		readonly choices: readonly (readonly [value: string, label: string])[];
	}[];
	readonly isHidden: boolean;
	onChange(filter: Fields): void;
	/** The person has changed the filter, and pauses. */
	onPause(): void;
}

/** The fields that say what to show. */
export function FilterBar<Fields extends Filter & Record<keyof Fields, string>>(props: Props<Fields>) {
	const { filter, empty, lists, isHidden, onChange, onPause } = props;
	const search = useRef<HTMLInputElement>(null);
	const isFirst = useRef(true);
	useEffect(() => {
		if (isFirst.current) {
			isFirst.current = false;
			return;
		}
		const timer = setTimeout(onPause, PAUSE_MS);
		return () => clearTimeout(timer);
	}, [filter]);

	return (
		<search class="filter" aria-label={l10n.t('Filter')} hidden={isHidden}>
			<Field name="search" label={l10n.t('Search')}>
				<input
					id="filter-search"
					ref={search}
					type="search"
					autocomplete="off"
					spellcheck={false}
					value={filter.search}
					onInput={({ currentTarget }) => onChange({ ...filter, search: currentTarget.value })}
				/>
			</Field>
			{lists.map(({ field, label, choices }) => (
				<Field key={field} name={field} label={label}>
					<select
						id={`filter-${field}`}
						value={filter[field]}
						onChange={({ currentTarget }) => onChange({ ...filter, [field]: currentTarget.value })}
					>
						<option value="">{l10n.t('All')}</option>
						{choices.map(([value, words]) => (
							<option key={value} value={value}>
								{words}
							</option>
						))}
					</select>
				</Field>
			))}
			<Button
				hidden={!isInUse(filter)}
				onClick={() => {
					onChange(empty);
					search.current?.focus();
				}}
			>
				{l10n.t('Clear Filter')}
			</Button>
		</search>
	);
}

function Field({ name, label, children }: { name: string; label: string; children: ComponentChildren }) {
	return (
		<div class="field">
			<label for={`filter-${name}`}>{label}</label>
			{children}
		</div>
	);
}
