import '../../webview/page/language.ts';
import { render } from 'preact';
import type { VsCodeApi } from '../../webview/page/connection.ts';
import type { GuideRequest } from '../messages.ts';
import { GuidePage } from './guide-page.tsx';

declare function acquireVsCodeApi(): VsCodeApi<GuideRequest>;

const page = document.querySelector('#page');
if (page) {
	render(<GuidePage vscode={acquireVsCodeApi()} />, page);
}
