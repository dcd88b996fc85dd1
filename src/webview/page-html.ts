import { env, l10n, Uri, type Webview } from 'vscode';

/** What a page is made of. */
export interface PageParts {
	/** What the names of its script in `dist/` and its style in `media/` begin with. */
	readonly name: string;
	readonly title: string;
	/** Which page it is: kept across a reload of the window. */
	readonly identity: object;
}

/** Readies a webview for {@link PageParts}: only our own script and style may run, and nothing may be fetched. */
export function showPage(webview: Webview, extension: Uri, { name, title, identity }: PageParts): void {
	webview.options = {
		enableScripts: true,
		localResourceRoots: ['dist', 'media'].map((folder) => Uri.joinPath(extension, folder)),
	};
	const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path));
	const nonce = newNonce();
	webview.html = `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${address('media', 'page.css')}">
<link rel="stylesheet" href="${address('media', `${name}-page.css`)}">
</head>
<body data-restore="${escapeHtml(JSON.stringify(identity))}" data-texts="${escapeHtml(JSON.stringify(l10n.bundle ?? {}))}">
<main id="page"></main>
<script nonce="${nonce}" src="${address('dist', `${name}-page.js`)}"></script>
</body>
</html>`;
}

function newNonce(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0'),
	).join('');
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
