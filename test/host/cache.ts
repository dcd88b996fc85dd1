import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder that keeps what is installed once per machine, outside of any `node_modules`. */
export function cacheFolder(): string {
	const own = process.env.SYSTEM_LANDSCAPE_TEST_CACHE;
	if (own) {
		return own;
	}
	return join(userCacheFolder(), 'btp-system-landscape');
}

function userCacheFolder(): string {
	const xdg = process.env.XDG_CACHE_HOME;
	if (xdg) {
		return xdg;
	}
	if (process.platform === 'darwin') {
		return join(homedir(), 'Library', 'Caches');
	}
	if (process.platform === 'win32') {
		return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
	}
	return join(homedir(), '.cache');
}
