/** Where a file of a project says something; offsets in UTF-16 units. */
export interface Place {
	/** URI of the file. */
	readonly file: string;
	readonly start: number;
	readonly end: number;
}

/** What a file says, and where. */
export interface Said<Value = string> {
	readonly value: Value;
	readonly at: Place;
}
