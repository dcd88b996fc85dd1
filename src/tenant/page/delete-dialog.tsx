import * as l10n from '@vscode/l10n';
import { Refusal, useRequest } from '../../webview/page/request.tsx';
import type { PageRow } from '../messages.ts';
import type { Host } from './host.ts';
import { Modal } from './modal.tsx';

interface Props {
	readonly row: PageRow;
	readonly host: Pick<Host, 'delete'>;
	onEnd(): void;
}

/** The dialog *Delete Extension*. */
export function DeleteDialog({ row, host, onEnd }: Props) {
	const { isBusy, refusal, ask } = useRequest();
	return (
		<Modal
			id="delete"
			title={l10n.t('Delete Extension')}
			question={l10n.t`Delete the extension for "${row.system}"?`}
			submit={l10n.t('Delete')}
			isBusy={isBusy}
			onSubmit={() => ask(host.delete(row.system), onEnd)}
			onCancel={onEnd}
		>
			<p class="quiet">{row.consequence}</p>
			<Refusal id="delete-refusal">{refusal}</Refusal>
		</Modal>
	);
}
