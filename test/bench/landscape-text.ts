/** The text of a landscape with so many systems, all registered and entitled. */
export function landscapeText(systems: number): string {
	const names = Array.from({ length: systems }, (_, index) => `System ${String(index).padStart(5, '0')}`);
	const fingerprint = (index: number) => index.toString(16).padStart(64, '0');
	return [
		'version: 1\nglobalAccount: Acme\nmode: practice\nsystems:',
		...names.map(
			(name, index) => `  ${name}:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2026-11-27T10:00:00Z"
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:${fingerprint(index)}
      usedAt: "2026-11-21T09:12:00Z"`,
		),
		'tenants:',
		...names.map(
			(name, index) => `  my${300001 + index}.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      ${name}:
        status: enabled
        description: ${name}
        changedAt: "2026-11-21T09:12:04Z"`,
		),
		'subaccounts:\n  dev:\n    entitlements:',
		...names.map(
			(name) => `      - service: s4-hana-cloud
        plan: api-access
        system: ${name}
        amount: 1`,
		),
		'',
	].join('\n');
}
