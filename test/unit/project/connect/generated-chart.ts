import fc from 'fast-check';

/** A project with a Helm chart as somebody may have written it: its files by path. */
export const generatedChart: fc.Arbitrary<ReadonlyMap<string, string>> = fc
	.record({
		indent: fc.constantFrom(2, 4),
		lineBreak: fc.constantFrom('\n', '\r\n'),
		comment: fc.constantFrom('', ' # wie besprochen', ' # "quoted": [and, so] on'),
		quote: fc.constantFrom('', '"', "'"),
		hasEnd: fc.boolean(),
		hasBindings: fc.boolean(),
		hasService: fc.boolean(),
		hasDestination: fc.boolean(),
		own: fc.constantFrom(
			'none',
			'dependency',
			'without parameters',
			'other system',
			'arrangement in the values',
		),
		json: fc.constantFrom('\t', '  ', '    '),
	})
	.map(
		({ indent, lineBreak, comment, quote, hasEnd, hasBindings, hasService, hasDestination, own, json }) => {
			const written = (lines: readonly string[]) => lines.join(lineBreak) + (hasEnd ? lineBreak : '');
			const at = (depth: number, line: string) => `${' '.repeat(indent * depth)}${line}`;
			const dependency = (name: string, alias: string) => [
				at(1, `- name: ${name}${comment}`),
				at(1, `  alias: ${quote}${alias}${quote}`),
				at(1, '  version: ">0.0.0"'),
			];
			const isThere = own !== 'none';
			const chart = [
				'apiVersion: v2',
				`name: ${quote}orders${quote}${comment}`,
				'',
				'dependencies:',
				...(hasService ? dependency('web-application', 'srv') : []),
				...dependency('service-instance', 'xsuaa'),
				...(hasDestination ? dependency('service-instance', 'destination') : []),
				...(isThere ? dependency('service-instance', 'api-access') : []),
			];
			const values = [
				`global:${comment}`,
				at(1, 'domain: null'),
				...(hasService
					? [
							'srv:',
							...(hasBindings
								? [at(1, `bindings:${comment}`), at(2, 'auth: { serviceInstanceName: xsuaa }')]
								: []),
							at(1, 'image:'),
							at(2, 'repository: orders-srv'),
						]
					: []),
				...(hasDestination
					? [
							'destination:',
							at(1, `serviceOfferingName: destination${comment}`),
							at(1, 'servicePlanName: lite'),
						]
					: []),
				...(isThere && own !== 'dependency'
					? [
							`api-access:${comment}`,
							at(1, `serviceOfferingName: ${quote}s4-hana-cloud${quote}`),
							...(own === 'other system' ? [at(1, 'parameters:'), at(2, `systemName: OLD${comment}`)] : []),
							...(own === 'arrangement in the values'
								? [
										at(1, 'parameters:'),
										at(2, 'communicationArrangement:'),
										at(3, `scenarioId: SAP_COM_0109${comment}`),
									]
								: []),
						]
					: []),
			];
			return new Map([
				['chart/Chart.yaml', written(chart)],
				['chart/values.yaml', written(values)],
				[
					'package.json',
					written(JSON.stringify({ dependencies: { '@sap/cds': '^9' } }, undefined, json).split('\n')),
				],
			]);
		},
	);
