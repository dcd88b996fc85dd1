import type { Control } from '../messages.ts';
import { Added } from './controls/added.tsx';
import { Cockpit } from './controls/cockpit.tsx';
import { Extension } from './controls/extension.tsx';
import { HandOver } from './controls/hand-over.tsx';
import { Plans } from './controls/plans.tsx';
import type { ControlProps } from './controls/recording.tsx';
import { Subaccount } from './controls/subaccount.tsx';
import { Token } from './controls/token.tsx';

/** What records a step. */
export function StepControl({ control, ...shared }: ControlProps & { readonly control: Control }) {
	switch (control.kind) {
		case 'added':
			return <Added {...shared} />;
		case 'token':
			return <Token control={control} {...shared} />;
		case 'handOver':
			return <HandOver {...shared} />;
		case 'extension':
			return <Extension control={control} {...shared} />;
		case 'cockpit':
			return <Cockpit control={control} {...shared} />;
		case 'subaccount':
			return <Subaccount {...shared} />;
		case 'plans':
			return <Plans control={control} {...shared} />;
	}
}
