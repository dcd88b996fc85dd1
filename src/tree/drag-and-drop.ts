import * as l10n from '@vscode/l10n';
import { commands, DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { shorten } from '../model/names.ts';
import { inform } from '../workspace/messages.ts';
import type { Element, ElementOf } from './elements.ts';

/** What VS Code calls rows of the view *Landscape* that are dragged. */
const ROWS = 'application/vnd.code.tree.systemlandscape.landscape';

/**
 * Drags a system onto a formation, which includes it, or onto a subaccount, which asks for the service plans. Both do
 * what the commands of the same names do, which keyboards reach.
 */
export const dragAndDrop: TreeDragAndDropController<Element> = {
	dragMimeTypes: [],
	dropMimeTypes: [ROWS],
	handleDrag: (elements, transfer) => {
		const [dragged] = elements;
		if (dragged?.kind === 'system') {
			transfer.set(ROWS, new DataTransferItem(dragged));
		}
	},
	handleDrop: async (target, transfer) => {
		const dragged: ElementOf<'system'> | undefined = transfer.get(ROWS)?.value;
		const command = target && commandAt(target);
		if (!dragged || !command) {
			return;
		}
		if (dragged.landscape !== target.landscape) {
			await inform(
				l10n.t`"${shorten(dragged.system)}" belongs to another global account. Drag it onto a formation or subaccount of its own.`,
			);
			return;
		}
		// Not the system of the row that it's dropped on.
		await commands.executeCommand(`systemLandscape.${command}`, {
			...fieldsOf(target),
			system: dragged.system,
		});
	},
};

/** The command, without its prefix, of a system that's dropped on a row. */
function commandAt(target: Element): 'includeSystem' | 'addServicePlans' | undefined {
	switch (target.kind) {
		case 'formation':
			return 'includeSystem';
		case 'member':
			return target.under === 'formation' ? 'includeSystem' : undefined;
		case 'subaccount':
			return 'addServicePlans';
		case 'entitlement':
			return target.under === 'subaccount' ? 'addServicePlans' : undefined;
		default:
			return undefined;
	}
}

function fieldsOf({ landscape, interactive, ...element }: Element): object {
	return {
		landscape,
		interactive,
		...('formation' in element && { formation: element.formation }),
		...('subaccount' in element && { subaccount: element.subaccount }),
	};
}
