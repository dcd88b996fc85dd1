import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { landscapeSchema } from './landscape-schema.ts';

/** Writes the schema that the extension is packed with; a test fails when it is not what this makes. */
writeFileSync(
	join(import.meta.dirname, 'system-landscape.schema.json'),
	`${JSON.stringify(landscapeSchema(), null, '\t')}\n`,
);
