import { button, element, setText } from './dom.ts';
import type { Host } from './host.ts';
import { modal, refusalBox } from './modal.ts';
import { texts } from './texts.ts';

/** The dialog *Delete Extension*. */
export interface DeleteDialog {
	/** Asks whether to delete, and has it done. */
	ask(system: string): Promise<'deleted' | undefined>;
}

/** Makes the dialog. */
export function deleteDialog(host: Pick<Host, 'delete'>): DeleteDialog {
	const refusal = refusalBox('delete-refusal');
	const question = element('p');
	const submit = button(texts.deletion.submit, { class: 'primary' });
	let system = '';

	const dialog = modal<'deleted'>({
		id: 'delete',
		title: texts.deletion.title,
		question,
		content: [element('p', { class: 'quiet' }, texts.deletion.consequence), refusal],
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
		ask: (name) => {
			system = name;
			setText(question, texts.deletion.question(name));
			return dialog.open();
		},
	};
}
