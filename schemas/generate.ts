import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { landscapeSchema } from './landscape-schema.ts';

/** Writes the schema that's packaged with the VS Code extension. A test fails if it's out of date. */
writeFileSync(
	join(import.meta.dirname, 'system-landscape.schema.json'),
	`${JSON.stringify(landscapeSchema(), null, '\t')}\n`,
);
