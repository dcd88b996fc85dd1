import { extensions, type Uri, workspace } from 'vscode';

/**
 * Whether Red Hat's YAML extension shows what our JSON schema says for a file: then ours adds only what the schema can't
 * know, so that nothing is shown twice. Asked each time, as both the extension and its setting may come and go.
 */
export function redHatShows(what: 'hover' | 'completion', uri: Uri): boolean {
	return (
		extensions.getExtension('redhat.vscode-yaml') !== undefined &&
		workspace.getConfiguration('yaml', uri).get(what, true)
	);
}
