import { l10n, Uri, workspace } from 'vscode';
import { speak } from '../model/language.ts';

/** Lets every text be said in the language of the editor; `extension` is the folder of this extension. */
export async function speakTheEditorsLanguage(extension: Uri): Promise<void> {
	speak(await textsIn(extension), (text, ...args) => l10n.t(text, ...args));
}

/** The texts that the build took out of the bundles, by their numbers, in the editor's language. For pages. */
export async function translatedTexts(extension: Uri): Promise<readonly string[]> {
	return (await textsIn(extension)).map((text) => l10n.t(text));
}

async function textsIn(extension: Uri): Promise<readonly string[]> {
	const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist/texts.json'));
	return JSON.parse(new TextDecoder().decode(bytes));
}
