import '../../webview/page/language.ts';
import { render } from 'preact';
import type { VsCodeApi } from '../../webview/page/connection.ts';
import type { PageRequest } from '../messages.ts';
import { TenantPage } from './tenant-page.tsx';

declare function acquireVsCodeApi(): VsCodeApi<PageRequest>;

const page = document.querySelector('#page');
if (page) {
	render(<TenantPage vscode={acquireVsCodeApi()} />, page);
}
