import type { PageState } from '../messages.ts';
import type { ApproveDialog } from './approve-dialog.ts';
import type { CreateDialog } from './create-dialog.ts';
import type { Host } from './host.ts';

/** Leads through *Create New Extension* and *Approve*; however it ends, the token is forgotten. */
export async function createExtension(
	state: PageState,
	host: Pick<Host, 'create'>,
	dialogs: { readonly create: CreateDialog; readonly approve: ApproveDialog },
): Promise<void> {
	const { create, approve } = dialogs;
	try {
		let approval: 'back' | 'created' | undefined;
		do {
			const accepted = await create.ask({
				suggestions: state.suggestions,
				practice: state.mode === 'practice',
			});
			approval =
				accepted &&
				(await approve.ask({
					accepted,
					description: create.draft().description,
					create: () => host.create(create.draft(), create.outcome()),
				}));
		} while (approval === 'back');
	} finally {
		create.clear();
	}
}
