import { Uri, workspace } from 'vscode';
import type { FileSchema } from '../language/file-schema.ts';

/** The JSON schema that comes with the extension; read when it is first asked for. */
export class SchemaFile {
	readonly #file: Uri;
	#schema: Promise<FileSchema> | undefined;

	/** `extension` is the folder of the extension. */
	constructor(extension: Uri) {
		this.#file = Uri.joinPath(extension, 'schemas/system-landscape.schema.json');
	}

	get(): Promise<FileSchema> {
		this.#schema ??= Promise.resolve(workspace.fs.readFile(this.#file)).then((bytes) =>
			JSON.parse(new TextDecoder().decode(bytes)),
		);
		return this.#schema;
	}
}
