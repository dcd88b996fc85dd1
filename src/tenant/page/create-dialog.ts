import { button, element, setOrRemove, takeFocus } from '../../webview/page/dom.ts';
import type { Checked, Draft, Host, Outcome } from './host.ts';
import { modal, refusalBox } from './modal.ts';
import { texts } from './texts.ts';

/** Names beyond these are no help any more. */
const suggestionsAtMost = 5;

/** What the check told about an accepted token. */
export type Accepted = Extract<Checked, { ok: true }>;

/** The dialog *Create New Extension*. It alone holds the token, in its input. */
export interface CreateDialog {
	/** Asks for a token until the extension accepts it; keeps what was typed before. */
	ask(options: { suggestions: readonly string[]; practice: boolean }): Promise<Accepted | undefined>;
	draft(): Draft;
	outcome(): Outcome;
	/** Forgets everything that was typed. */
	clear(): void;
}

/** Makes the dialog. */
export function createDialog(host: Pick<Host, 'check'>): CreateDialog {
	const refusal = refusalBox('create-refusal');
	const token = element('input', {
		id: 'create-token',
		type: 'password',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		'aria-required': 'true',
	});
	const show = button(
		texts.create.show(),
		{ class: 'toggle', 'aria-label': texts.create.showToken(), 'aria-pressed': 'false' },
		() => setShown(show.ariaPressed !== 'true'),
	);
	const description = element('input', { id: 'create-description', type: 'text', autocomplete: 'off' });
	const chips = element('div', {
		class: 'chips',
		role: 'group',
		'aria-labelledby': 'create-recommended',
	});
	const recommended = element(
		'div',
		{ class: 'recommended' },
		element('p', { class: 'quiet', id: 'create-recommended' }, texts.create.recommended()),
		chips,
	);
	const fail = element('input', {
		id: 'create-fail',
		type: 'checkbox',
		'aria-describedby': 'create-fail-help',
	});
	const practice = element(
		'div',
		{ class: 'option' },
		fail,
		element('label', { for: fail.id }, texts.create.fail()),
		element('p', { class: 'quiet', id: 'create-fail-help' }, texts.create.failHelp()),
	);
	const submit = button(texts.create.submit(), { class: 'primary' });

	const dialog = modal<Accepted>({
		id: 'create',
		title: texts.create.title(),
		question: element('p', {}, texts.create.hint()),
		content: [
			element(
				'div',
				{ class: 'field' },
				element('label', { class: 'required', for: token.id }, texts.columns.token()),
				element('div', { class: 'secret' }, token, show),
				refusal,
			),
			element(
				'div',
				{ class: 'field' },
				element('label', { for: description.id }, texts.columns.description()),
				description,
				recommended,
			),
			practice,
		],
		refusal,
		submit,
		focus: token,
		onSubmit: async (isOpen) => {
			refuse('');
			setReadOnly(true);
			const answer = await host.check(draft());
			if (!isOpen()) {
				return;
			}
			setReadOnly(false);
			if (answer.ok) {
				dialog.close(answer);
			} else {
				refuse(answer.message);
				takeFocus(token);
			}
		},
	});

	const draft = (): Draft => ({ token: token.value, description: description.value });

	function refuse(message: string): void {
		dialog.refuse(message);
		setOrRemove(token, 'aria-invalid', message ? 'true' : undefined);
		setOrRemove(token, 'aria-describedby', message ? refusal.id : undefined);
	}

	// A refusal is about the token that was sent, not about the one being pasted.
	token.addEventListener('input', () => refuse(''));

	/** What was checked is what will be created, so nothing may change meanwhile. */
	function setReadOnly(readOnly: boolean): void {
		token.readOnly = readOnly;
		description.readOnly = readOnly;
	}

	function setShown(shown: boolean): void {
		show.ariaPressed = String(shown);
		token.type = shown ? 'text' : 'password';
	}

	function suggest(names: readonly string[]): void {
		recommended.hidden = names.length === 0;
		chips.replaceChildren(
			...names.slice(0, suggestionsAtMost).map((name) =>
				button(name, { class: 'chip' }, () => {
					description.value = name;
					description.focus();
				}),
			),
		);
	}

	return {
		ask: (options) => {
			suggest(options.suggestions);
			practice.hidden = !options.practice;
			refuse('');
			return dialog.open();
		},
		draft,
		outcome: () => (fail.checked && !practice.hidden ? 'fail' : 'succeed'),
		clear: () => {
			token.value = '';
			description.value = '';
			fail.checked = false;
			refuse('');
			setReadOnly(false);
			setShown(false);
		},
	};
}
