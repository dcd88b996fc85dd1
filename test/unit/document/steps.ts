import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** Counts what V8 executes of the sources and of the packages that read a text: a measure that no other program disturbs. */
export class Steps {
	readonly #session = new Session();

	constructor() {
		// What V8 has optimized isn't counted.
		setFlagsFromString('--no-opt');
		this.#session.connect();
		this.#post('Profiler.enable');
		this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	}

	/** How often pieces of code (functions, branches, bodies of loops) ran while `run` did; patterns count as one. */
	of(run: () => unknown): number {
		this.#take();
		run();
		return this.#take();
	}

	/** Lets code run at full speed again. */
	stop(): void {
		this.#post('Profiler.stopPreciseCoverage');
		this.#session.disconnect();
		setFlagsFromString('--opt');
	}

	#take(): number {
		const { result } = this.#post('Profiler.takePreciseCoverage') as {
			result: readonly {
				url: string;
				functions: readonly { ranges: readonly { count: number }[] }[];
			}[];
		};
		return result
			.filter(({ url }) => /\/(?:src|yaml|valibot)\//.test(url))
			.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
			.reduce((sum, { count }) => sum + count, 0);
	}

	#post(method: string, parameters: object = {}): unknown {
		let answer: unknown;
		this.#session.post(method, parameters, (error, result) => {
			if (error) {
				throw error;
			}
			answer = result;
		});
		return answer;
	}
}
