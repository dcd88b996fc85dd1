// As much of VS Code's API as the tree's items and the lenses need, so that they can be timed in Node.
class Nothing {
	event = () => undefined;
}

exports.TreeItem = Nothing;
exports.ThemeIcon = Nothing;
exports.ThemeColor = Nothing;
exports.Uri = { from: () => undefined };
exports.Range = Nothing;
exports.CodeLens = Nothing;
exports.EventEmitter = Nothing;
exports.TreeItemCollapsibleState = {};
exports.languages = {
	registerCodeLensProvider: (_selector, provider) => provider,
};
exports.env = { language: 'en' };
exports.workspace = { asRelativePath: String };
