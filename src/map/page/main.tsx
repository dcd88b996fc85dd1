import '../../webview/page/language.ts';
import { render } from 'preact';
import type { VsCodeApi } from '../../webview/page/connection.ts';
import type { MapRequest } from '../requests.ts';
import { MapPage } from './map-page.tsx';

declare function acquireVsCodeApi(): VsCodeApi<MapRequest>;

const page = document.querySelector('#page');
if (page) {
	render(<MapPage vscode={acquireVsCodeApi()} />, page);
}
