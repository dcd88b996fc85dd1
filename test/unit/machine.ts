import type { Memento, SecretStorage } from 'vscode';
import { TokenVault } from '../../src/workspace/token-vault.ts';

/** What all windows of a machine share. */
export function machine() {
	const secrets = new Map<string, string>();
	const memory = new Map<string, unknown>();
	const vault = () =>
		new TokenVault(
			{
				get: async (key: string) => secrets.get(key),
				store: async (key: string, value: string) => void secrets.set(key, value),
				delete: async (key: string) => void secrets.delete(key),
			} as unknown as SecretStorage,
			{
				get: (key: string, otherwise: unknown) => memory.get(key) ?? otherwise,
				update: async (key: string, value: unknown) => void memory.set(key, value),
			} as unknown as Memento,
		);
	return { secrets, memory, vault };
}
