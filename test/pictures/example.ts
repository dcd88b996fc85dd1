const DAY = 86_400_000;
/** A time in whole seconds, `days` from when the pictures are made. */
const inDays = (days: number) => `"${new Date(Date.now() + days * DAY).toISOString().slice(0, 19)}Z"`;

const HEAD = `version: 1
globalAccount: Acme
mode: practice
systems:
`;
const FORMATIONS = `formations:
  Side by side:
    type: Side-by-Side Extensibility with Kyma
    systems:
      - SAP S/4HANA DEV System
`;

/** The landscape file in the pictures: a company that has done the tutorial and is on its way with the next systems. */
export const EXAMPLE = `${HEAD}  SAP S/4HANA DEV System:
    type: SAP S/4HANA Cloud
    status: registered
    token:
      issuedAt: "2026-11-20T10:00:00Z"
      expiresAt: "2026-11-27T10:00:00Z"
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:${'0'.repeat(64)}
      usedAt: "2026-11-21T09:12:00Z"
  SAP S/4HANA QAS System:
    type: SAP S/4HANA Cloud
    status: pending
    token:
      issuedAt: ${inDays(-1.9)}
      expiresAt: ${inDays(5.1)}
      scenarioGroups:
        - All Communication Scenarios
      fingerprint: sha256:${'1'.repeat(64)}
  SAP Marketing Cloud Test:
    type: SAP Marketing Cloud
    status: error
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      SAP S/4HANA DEV System:
        status: enabled
        description: SAP S/4HANA DEV System
        changedAt: "2026-11-21T09:12:04Z"
  my300002.marketing.example:
    type: SAP Marketing Cloud
    extensions:
      SAP Marketing Cloud Test:
        status: failed
subaccounts:
  dev:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: SAP S/4HANA DEV System
        amount: 1
      - service: s4-hana-cloud
        plan: messaging
        system: SAP S/4HANA DEV System
        amount: 2
  test:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: SAP S/4HANA DEV System
        amount: 1
${FORMATIONS}`;

/** The record of a real account: one system has been paired, and the token of another was handed over. */
export const RECORDED = EXAMPLE.replace('mode: practice', 'mode: recorded').replaceAll(
	/^( +)status: (registered|enabled)\n/gm,
	'$1status: $2\n$1recordedAt: "2026-11-21T09:15:00Z"\n',
);

/** The same with slips of the keyboard: a system's name that is not there, and a type that SAP does not have. */
export const WITH_SLIPS = `${HEAD}  SAP S/4HANA DEV System:
    type: SAP S/4HANA Clod
    status: registered
subaccounts:
  dev:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: SAP S/4HANA DEW System
        amount: 1
${FORMATIONS}`;
