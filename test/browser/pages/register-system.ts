import type { QuickInput } from './quick-input.ts';

/** Answers the steps of *Register System*: with all scenario groups, where the type has a choice. */
export async function answerRegisterSystem(
	input: QuickInput,
	name: string,
	type: 'SAP S/4HANA Cloud' | 'SAP Marketing Cloud' = 'SAP S/4HANA Cloud',
): Promise<void> {
	await input.step('Register System (1/3)');
	await input.type(name);
	await input.accept();
	await input.step('Register System (2/3)');
	await input.choose(type);
	if (type === 'SAP S/4HANA Cloud') {
		await input.step('Register System (3/3)');
		await input.confirmSelection();
	}
}
