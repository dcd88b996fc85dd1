// The time and memory that reading hostile texts takes, each beside its limit.
import { execFileSync } from 'node:child_process';
import { CST, Lexer } from 'yaml';
import { MOST_PARTS } from '../../src/document/parse.ts';
import { read } from '../../src/document/read.ts';
import { SHAPES } from '../unit/document/hostile-shapes.ts';

const LENGTH = 1_000_000;
const MOST_MILLISECONDS = 1000;
const MOST_MEGABYTES = 300;

interface Measured {
	/** Of the processor, so that other programs do not count. */
	readonly milliseconds: number;
	readonly megabytes: number;
	/** The code of the first error; nothing for a text that may be written. */
	readonly outcome: string;
}

function measure(text: string): Measured {
	globalThis.gc?.();
	const memory = process.memoryUsage.rss();
	const start = process.cpuUsage();
	const { findings, unreadable } = read(text);
	const { user, system } = process.cpuUsage(start);
	const error = findings.find(({ severity }) => severity === 'error');
	return {
		milliseconds: Math.round((user + system) / 1000),
		megabytes: Math.max(0, Math.round(process.resourceUsage().maxRSS / 1024 - memory / 1024 / 1024)),
		outcome: unreadable ? (error?.code ?? '') : 'read',
	};
}

/** Measures in a process of its own, for its memory; tells whether the limits are kept. */
function report(name: string, length: number): boolean {
	const command = ['--expose-gc', '--import', 'tsx', import.meta.filename, name, String(length)];
	const { milliseconds, megabytes, outcome }: Measured = JSON.parse(
		execFileSync(process.execPath, command, { encoding: 'utf8' }),
	);
	const isKept = milliseconds <= MOST_MILLISECONDS && megabytes <= MOST_MEGABYTES;
	const numbers = `${String(milliseconds).padStart(5)} ms ${String(megabytes).padStart(4)} MB`;
	console.log(`${isKept ? 'ok  ' : 'OVER'} ${numbers}  ${name}, ${Math.round(length / 1000)} KB: ${outcome}`);
	return isKept;
}

/** A million characters, and as many as have just not too many parts to be read to the end. */
function lengthsOf(shape: (length: number) => string): readonly number[] {
	let parts = 0;
	for (const lexeme of new Lexer().lex(shape(LENGTH))) {
		parts += lexeme === CST.SCALAR ? 0 : 1;
	}
	return parts > MOST_PARTS ? [LENGTH, Math.floor((LENGTH * MOST_PARTS * 0.98) / parts)] : [LENGTH];
}

/** Prints what each hostile text takes; tells whether all are read or refused within the limits. */
export function reportHostile(): boolean {
	console.log(`Hostile texts, within ${MOST_MILLISECONDS} ms of the processor and ${MOST_MEGABYTES} MB:`);
	const kept = Object.entries(SHAPES).flatMap(([name, shape]) =>
		lengthsOf(shape).map((length) => report(name, length)),
	);
	const within = kept.filter(Boolean).length;
	console.log(`${within} of ${kept.length} are read or refused within the limits`);
	return within === kept.length;
}

if (process.argv[1] === import.meta.filename) {
	const [, , name = '', length] = process.argv;
	console.log(JSON.stringify(measure(SHAPES[name]?.(Number(length)) ?? '')));
}
