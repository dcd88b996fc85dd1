/** The two ends of the range of VS Code that the extension supports. */
export type VsCodeChoice = 'newest' | 'oldest';

/** What has to be installed to run one VS Code server. */
export interface VsCodeRecipe {
	/** Version that the server reports. */
	readonly version: string;
	/** Version of the npm package `code-server`, whose `lib/vscode` is the server. */
	readonly codeServer: string;
	/** Major version of Node that the server is made for. */
	readonly node: string;
}

/** The recipes by choice. */
export const recipes: Readonly<Record<VsCodeChoice, VsCodeRecipe>> = {
	newest: { version: '1.139.1', codeServer: '4.139.1', node: '24' },
	oldest: { version: '1.100.3', codeServer: '4.100.3', node: '20' },
};

/** From this version on `@vscode/ripgrep` brings its binary in the npm package; older ones download it. */
export const ripgrepVersion = '1.18.0';
