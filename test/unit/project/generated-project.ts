import fc from 'fast-check';
import { BUSINESS_PARTNER_SERVICES } from '../../../src/model/catalog/outbound-services.ts';
import { DEV } from '../factories.ts';

/** How a person has written a project. */
interface Style {
	readonly indent: 2 | 4;
	readonly json: string;
	readonly lineBreak: '\n' | '\r\n';
	readonly quote: '' | '"' | "'";
	readonly isFlow: boolean;
	readonly hasBom: boolean;
	readonly hasEnd: boolean;
	readonly comment: string;
	readonly spaces: string;
}

const style: fc.Arbitrary<Style> = fc.record({
	indent: fc.constantFrom(2, 4),
	json: fc.constantFrom('\t', '  ', '    '),
	lineBreak: fc.constantFrom('\n', '\r\n'),
	quote: fc.constantFrom('', '"', "'"),
	isFlow: fc.boolean(),
	hasBom: fc.boolean(),
	hasEnd: fc.boolean(),
	comment: fc.constantFrom('', ' # wie besprochen', ' # "quoted": [and, so] on', ' #'),
	spaces: fc.constantFrom('', ' ', '   '),
});

/** What a project says. */
const facts = fc.record({
	style,
	name: fc.constantFrom(
		DEV,
		'SAP S/4HANA DEV Sytem',
		'QAS',
		'Nobody',
		'https://my300001.s4hana.example',
		'S/4: "x" #1',
	),
	isInConfig: fc.boolean(),
	isInFile: fc.boolean(),
	isElsewhere: fc.boolean(),
	scenario: fc.constantFrom('SAP_COM_0008', 'SAP_COM_0109', 'sap_com_0008'),
	active: fc.array(fc.boolean(), { minLength: 0, maxLength: 9 }),
	isSkipping: fc.boolean(),
	type: fc.constantFrom('org.cloudfoundry.managed-service', 'org.cloudfoundry.existing-service'),
	plan: fc.constantFrom('api-access', 'messaging'),
});

/** A project as somebody may have written it: its files by path. */
export const generatedProject: fc.Arbitrary<ReadonlyMap<string, string>> = facts.map((said) => {
	const { style: look } = said;
	const { lineBreak, hasBom, hasEnd } = look;
	const written = (lines: readonly string[]) =>
		`${hasBom ? '\uFEFF' : ''}${lines.join(lineBreak)}${hasEnd ? lineBreak : ''}`;
	const parameters = JSON.stringify(parametersOf(said), undefined, look.json).split('\n');
	return new Map([
		['mta.yaml', written(mtaOf(said))],
		['s4.json', written(parameters)],
		[
			'package.json',
			written(JSON.stringify({ dependencies: { '@sap/cds': '^9' } }, undefined, look.json).split('\n')),
		],
	]);
});

type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

function parametersOf({ name, isInFile, scenario, active }: Facts): object {
	return {
		...(isInFile ? { systemName: name } : {}),
		communicationArrangement: {
			communicationArrangementName: 'ORDERS',
			scenarioId: scenario,
			outboundServices: active.map((isServiceActive, index) => ({
				id: BUSINESS_PARTNER_SERVICES[index]?.id,
				isServiceActive,
			})),
		},
	};
}

function mtaOf({ style: look, name, isInConfig, isElsewhere, isSkipping, type, plan }: Facts): string[] {
	const { indent, isFlow, comment, spaces } = look;
	const said = quoted(name, look);
	const at = (depth: number, line: string) => `${' '.repeat(indent * depth)}${line}`;
	const skipped = ['plan: true', 'parameters: true', 'tags: true'];
	const block = (key: string, entries: readonly string[]) =>
		isFlow
			? [at(3, `${key}: { ${entries.join(', ')} }${comment}`)]
			: [at(3, `${key}:${comment}`), ...entries.map((entry) => at(4, `${entry}${spaces}`))];
	return [
		`# The deployment${comment}`,
		'_schema-version: "3.3"',
		'ID: orders',
		'version: 1.0.0',
		'',
		'resources:',
		at(1, `- name:${spaces} orders-api-access${comment}`),
		at(1, `  type: ${type}${spaces}`),
		at(1, `  parameters:${comment}`),
		at(3, 'service: s4-hana-cloud'),
		'',
		at(3, `service-plan: ${plan}${comment}`),
		at(3, 'path: ./s4.json'),
		...(isElsewhere ? [at(3, `system-name: ${said}`)] : []),
		...(isSkipping ? block('skip-service-updates', skipped) : []),
		...(isInConfig ? block('config', [`systemName: ${said}`]) : []),
		at(1, '# what else we need'),
		at(1, '- name: orders-destination'),
		at(1, '  type: org.cloudfoundry.managed-service'),
		at(1, '  parameters: {service:   destination, service-plan: lite}'),
	];
}

function quoted(name: string, { quote, isFlow }: Style): string {
	const needsQuotes = /[:#"]/.test(name) || (isFlow && /[[\]{},]/.test(name));
	switch (quote) {
		case '"':
			return JSON.stringify(name);
		case "'":
			return `'${name}'`;
		default:
			return needsQuotes ? JSON.stringify(name) : name;
	}
}
