import type { TenantApplication } from '../model/catalog/tenant-applications.ts';
import type { Application } from './messages.ts';

/** What a tenant calls its side of the pairing, in the person's language; without the labels of statuses. */
export function wordsOf(application: TenantApplication): Omit<Application, 'statuses'> {
	const { name, path, list, create, refresh, statusColumn, ownNote } = application;
	return {
		name: name(),
		path: path.map((step) => step()),
		list: list(),
		create: create(),
		refresh: refresh(),
		statusColumn: statusColumn(),
		ownNote: ownNote(),
	};
}
