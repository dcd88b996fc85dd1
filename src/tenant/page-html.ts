import { Uri, type Webview } from 'vscode';

/** Which page it is: kept across a reload of the window, and nothing else is. */
export interface PageIdentity {
	/** URI of the landscape file. */
	readonly landscape: string;
	/** Lower-case host name. */
	readonly tenant: string;
}

/** The page's frame: only our own script and style may run, and nothing may be fetched. */
export function pageHtml(webview: Webview, extension: Uri, identity: PageIdentity): string {
	const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'tenant-page.js'));
	const style = webview.asWebviewUri(Uri.joinPath(extension, 'media', 'tenant-page.css'));
	const nonce = newNonce();
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(identity.tenant)}</title>
<link rel="stylesheet" href="${style}">
</head>
<body data-restore="${escapeHtml(JSON.stringify(identity))}">
<main id="page"></main>
<script nonce="${nonce}" src="${script}"></script>
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
