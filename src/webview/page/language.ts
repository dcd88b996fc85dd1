import * as l10n from '@vscode/l10n';

// Imported before all else, so that no text is said before the person's language is known.
l10n.config({ contents: JSON.parse(document.body.dataset.texts ?? '{}') });
