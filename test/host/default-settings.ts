/** Settings by their identifiers, as in a `settings.json`. */
export type Settings = Readonly<Record<string, unknown>>;

/** User settings for a workbench that shows nothing but what a test or a newcomer is about. */
export const defaultSettings: Settings = {
	'workbench.colorTheme': 'Default Light Modern',
	'workbench.startupEditor': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
	'workbench.enableExperiments': false,
	'workbench.settings.enableNaturalLanguageSearch': false,
	'chat.disableAIFeatures': true,
	'chat.commandCenter.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'update.showReleaseNotes': false,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	'window.commandCenter': false,
	// Without the product's name, which is not Visual Studio Code here.
	// biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code replaces these, not JavaScript.
	'window.title': '${dirty}${activeEditorShort}${separator}${rootName}',
	'window.confirmBeforeClose': 'never',
};
