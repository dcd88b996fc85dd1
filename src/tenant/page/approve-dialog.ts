import { button, element, takeFocus } from '../../webview/page/dom.ts';
import type { Accepted } from './create-dialog.ts';
import type { Done } from './host.ts';
import { modal, refusalBox } from './modal.ts';
import { maskedToken, nothing } from './placeholders.ts';
import { texts } from './texts.ts';

/** How the person left the dialog: asked for the draft again, or created the extension. */
export type Approval = 'back' | 'created';

/** What is to be approved. */
export interface ApproveOptions {
	readonly accepted: Accepted;
	readonly description: string;
	/** *Yes*. */
	create(): Promise<Done>;
}

/** The dialog *Approve*. */
export interface ApproveDialog {
	ask(options: ApproveOptions): Promise<Approval | undefined>;
}

/** Makes the dialog. */
export function approveDialog(): ApproveDialog {
	const refusal = refusalBox('approve-refusal');
	const facts = element('dl');
	const restrictions = element('div', { class: 'restrictions' });
	const back = button(texts.approve.back(), { class: 'back' }, () => dialog.close('back'));
	const submit = button(texts.approve.submit(), { class: 'primary' });
	let create: ApproveOptions['create'];

	const dialog = modal<Approval>({
		id: 'approve',
		title: texts.approve.title(),
		question: element('p', {}, texts.approve.question()),
		content: [facts, restrictions, refusal],
		refusal,
		back,
		submit,
		focus: submit,
		onSubmit: async (isOpen) => {
			dialog.refuse('');
			const answer = await create();
			if (!isOpen()) {
				return;
			}
			if (answer.ok) {
				dialog.close('created');
			} else {
				dialog.refuse(answer.message);
				takeFocus(back);
			}
		},
	});

	return {
		ask: (options) => {
			create = options.create;
			facts.replaceChildren(
				fact(texts.columns.token(), maskedToken()),
				fact(texts.columns.description(), options.description.trim() || nothing()),
				fact(texts.columns.system(), options.accepted.system),
			);
			restrictions.replaceChildren(restrictionsOf(options.accepted.scenarioGroups));
			return dialog.open();
		},
	};
}

function fact(name: string, value: Node | string): HTMLElement {
	return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}

function restrictionsOf(scenarioGroups: readonly string[]): HTMLElement {
	if (scenarioGroups.length === 0) {
		return element('p', {}, texts.approve.unrestricted());
	}
	return element(
		'table',
		{},
		element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, texts.columns.scenarioGroups()))),
		element('tbody', {}, ...scenarioGroups.map((group) => element('tr', {}, element('td', {}, group)))),
	);
}
