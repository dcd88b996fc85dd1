import { speak } from '../../model/language.ts';

// Imported first, so that the tables of texts in other modules are made in the person's language.
speak(JSON.parse(document.body.dataset.texts ?? '[]'));
