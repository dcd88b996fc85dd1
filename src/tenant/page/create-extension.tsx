import { useState } from 'preact/hooks';
import type { PageState } from '../messages.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { CreateDialog, type Typed } from './create-dialog.tsx';
import type { Accepted, Host } from './host.ts';

interface Props {
	readonly state: PageState;
	readonly host: Pick<Host, 'check' | 'create'>;
	onEnd(): void;
}

/** Leads through *Create New Extension* and *Approve*. It alone holds the token; however it ends, the token is forgotten. */
export function CreateExtension({ state, host, onEnd }: Props) {
	const [typed, setTyped] = useState<Typed>({ token: '', description: '', fails: false });
	const [accepted, setAccepted] = useState<Accepted>();
	const { fails, ...draft } = typed;
	return accepted ? (
		<ApproveDialog
			accepted={accepted}
			description={draft.description}
			create={() => host.create(draft, fails && state.mode === 'practice' ? 'fail' : 'succeed')}
			onBack={() => setAccepted(undefined)}
			onEnd={onEnd}
		/>
	) : (
		<CreateDialog
			state={state}
			typed={typed}
			check={() => host.check(draft)}
			onType={(change) => setTyped({ ...typed, ...change })}
			onAccepted={setAccepted}
			onCancel={onEnd}
		/>
	);
}
