import type { Path } from '../model/findings/finding.ts';

/** What this product reads of `schemas/system-landscape.schema.json`: a JSON schema in which everything is inline. */
export interface FileSchema {
	readonly type?: string | readonly string[];
	readonly markdownDescription?: string;
	readonly enum?: readonly string[];
	/** What each value of `enum` means, in the same order. */
	readonly markdownEnumDescriptions?: readonly string[];
	/** The first holds the known values of an open list. */
	readonly anyOf?: readonly FileSchema[];
	readonly properties?: Readonly<Record<string, FileSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: FileSchema;
	readonly propertyNames?: FileSchema;
	readonly items?: FileSchema;
	/** The section whose entries a text names. */
	readonly 'x-refers-to'?: string;
}

/** The part of a schema for a path; `undefined` below an unknown key. */
export function schemaAt(schema: FileSchema, path: Path): FileSchema | undefined {
	return path.reduce<FileSchema | undefined>(
		(at, step) =>
			typeof step === 'number'
				? at?.items
				: at?.properties && Object.hasOwn(at.properties, step)
					? at.properties[step]
					: at?.additionalProperties,
		schema,
	);
}

/** Whether a value may be a map, or a list. */
export function isOfType({ type }: FileSchema, name: 'object' | 'array'): boolean {
	return type === name || (Array.isArray(type) && type.includes(name));
}

/** The values that a schema knows, with what each means in Markdown. */
export function knownValues({ anyOf, ...schema }: FileSchema): ReadonlyMap<string, string> {
	const known = anyOf?.[0] ?? schema;
	return new Map(known.enum?.map((value, index) => [value, known.markdownEnumDescriptions?.[index] ?? '']));
}
