/** One of several things that can be ticked. */
export function Option(props: {
	readonly label: string;
	readonly detail: string;
	readonly isChecked: boolean;
	onChange(isChecked: boolean): void;
}) {
	const { label, detail, isChecked, onChange } = props;
	return (
		<label class="option">
			<input
				type="checkbox"
				checked={isChecked}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>
			<span>{label}</span>
			<span class="quiet">{detail}</span>
		</label>
	);
}
