import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { command, text } from './command.ts';
import { pickFile } from './pick-landscape.ts';

/** *Show Map*: the picture of a landscape; also of a file that is not wholly understood, as far as it is. */
export const showMap = command({
	name: 'showMap',
	fields: v.object({ landscape: text() }),
	run: async (services, fields, call) => {
		const file = await pickFile(services, fields.landscape, call, l10n.t('Show Map'));
		if (!file || 'ok' in file) {
			return file;
		}
		services.maps.open({ landscape: file.uri.toString() });
		return { ok: true };
	},
});
