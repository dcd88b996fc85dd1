import { button, element, setText } from '../../webview/page/dom.ts';
import type { PageRow } from '../messages.ts';
import type { Host } from './host.ts';
import { modal, refusalBox } from './modal.ts';
import { texts } from './texts.ts';

/** The dialog *Delete Extension*. */
export interface DeleteDialog {
	/** Asks whether to delete, and has it done. */
	ask(row: PageRow): Promise<'deleted' | undefined>;
}

/** Makes the dialog. */
export function deleteDialog(host: Pick<Host, 'delete'>): DeleteDialog {
	const refusal = refusalBox('delete-refusal');
	const question = element('p');
	const consequence = element('p', { class: 'quiet' });
	const submit = button(texts.deletion.submit(), { class: 'primary' });
	let system = '';

	const dialog = modal<'deleted'>({
		id: 'delete',
		title: texts.deletion.title(),
		question,
		content: [consequence, refusal],
		refusal,
		submit,
		onSubmit: async (isOpen) => {
			dialog.refuse('');
			const answer = await host.delete(system);
			if (!isOpen()) {
				return;
			}
			if (answer.ok) {
				dialog.close('deleted');
			} else {
				dialog.refuse(answer.message);
			}
		},
	});

	return {
		ask: (row) => {
			system = row.system;
			setText(question, texts.deletion.question(system));
			setText(
				consequence,
				row.status === 'enabled' ? texts.deletion.thenUnregistered() : texts.deletion.thenNewToken(),
			);
			return dialog.open();
		},
	};
}
