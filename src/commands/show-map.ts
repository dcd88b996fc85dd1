import { fields } from './command.ts';
import type { Target } from './landscape-command.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

export const showMapFields = fields({});

/** *Show Map*: the picture of a landscape; a file that can't be read completely is shown as far as it can. */
export async function showMap(_given: object, { file }: Target, { maps }: Services): Promise<Result> {
	maps.open({ landscape: file.uri.toString() });
	return { ok: true };
}
