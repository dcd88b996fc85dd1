import { command } from './command.ts';
import { registerSystem } from './register-system.ts';

/** *Register System* under the name that the current cockpit gives it (DEC-1). */
export const addSystem = command({ ...registerSystem, name: 'addSystem' });
