/** A landscape with a system of every kind of state that a newcomer meets: registered, pending, failed. */
export const THREE_SYSTEMS = `version: 1
globalAccount: Acme
mode: practice
systems:
  DEV:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2026-11-27T10:00:00Z"
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:${'0'.repeat(64)}
      usedAt: "2026-11-21T09:12:00Z"
  QAS:
    type: SAP S/4HANA Cloud
    status: pending
    token:
      expiresAt: "2099-11-27T10:00:00Z"
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:${'1'.repeat(64)}
  MKT:
    type: SAP Marketing Cloud
    status: error
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      DEV:
        status: enabled
  my300002.marketing.example:
    type: SAP Marketing Cloud
    extensions:
      MKT:
        status: failed
subaccounts:
  dev:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: DEV
        amount: 1
      - service: s4-hana-cloud
        plan: messaging
        system: DEV
        amount: 2
  test:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: DEV
        amount: 1
formations:
  Side by side:
    type: Side-by-Side Extensibility with Kyma
    systems:
      - DEV
`;

const TYPES = ['SAP S/4HANA Cloud', 'SAP SuccessFactors', 'SAP Marketing Cloud', 'SAP Commerce Cloud'];
const STATUSES = [
	'registered',
	'registered',
	'registered',
	'pending',
	'error',
	'unregistered',
	'deregister-error',
];

/** A landscape of a large company: as many systems as asked for, most of them paired and entitled. */
export function manySystems(count: number): string {
	const systems = Array.from({ length: count }, (_, index) => ({
		name: `${['DEV', 'QAS', 'PRD', 'TRN'][index % 4]} ${String(index + 1).padStart(3, '0')}`,
		type: TYPES[index % TYPES.length] ?? '',
		status: STATUSES[index % STATUSES.length] ?? '',
		index,
	}));
	const paired = systems.filter(({ status }) => status === 'registered' || status.endsWith('error'));
	const registered = systems.filter(({ status }) => status === 'registered');
	const lines = ['version: 1', 'globalAccount: Acme', 'mode: practice', 'systems:'];
	for (const { name, type, status } of systems) {
		lines.push(`  ${name}:`, `    type: ${type}`, `    status: ${status}`);
	}
	lines.push('tenants:');
	for (const { name, type, status, index } of paired) {
		lines.push(
			`  my${300001 + index}.sap.example:`,
			`    type: ${type}`,
			'    extensions:',
			`      ${name}:`,
		);
		lines.push(`        status: ${status === 'error' ? 'failed' : 'enabled'}`);
	}
	lines.push('subaccounts:');
	for (let subaccount = 0; subaccount < 8; subaccount++) {
		lines.push(`  subaccount-${subaccount + 1}:`, '    entitlements:');
		for (const { name } of registered.filter(
			(_, place) => place % 8 === subaccount || place % 40 === subaccount,
		)) {
			lines.push('      - service: s4-hana-cloud', '        plan: api-access', `        system: ${name}`);
			lines.push('        amount: 1');
		}
	}
	lines.push('formations:');
	for (let formation = 0; formation < 4; formation++) {
		lines.push(
			`  Formation ${formation + 1}:`,
			'    type: Side-by-Side Extensibility with Kyma',
			'    systems:',
		);
		lines.push(
			...registered.filter((_, place) => place % 12 === formation * 3).map(({ name }) => `      - ${name}`),
		);
	}
	return `${lines.join('\n')}\n`;
}
