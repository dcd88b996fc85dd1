import type { QuickInput } from './quick-input.ts';

/** Answers the dialog *Add System*, and *Get Token* with all scenario groups where the type has a choice. */
export async function answerRegisterSystem(
	input: QuickInput,
	name: string,
	type: 'SAP S/4HANA Cloud' | 'SAP Marketing Cloud' = 'SAP S/4HANA Cloud',
): Promise<void> {
	await input.step('Add System (1/2)');
	await input.type(name);
	await input.accept();
	await input.step('Add System (2/2)');
	await input.choose(type);
	if (type === 'SAP S/4HANA Cloud') {
		await input.step(`Get Token for System "${name}"`);
		await input.confirmSelection();
	}
}
