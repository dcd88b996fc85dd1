export const SYSTEM = 'SAP S/4HANA DEV System';
export const MISSPELT = 'SAP S/4HANA DEV Sytem';
/** A landscape in which a subaccount may use the system. */
export const LANDSCAPE = `version: 1
globalAccount: Acme
mode: practice
systems:
  ${SYSTEM}:
    type: SAP S/4HANA Cloud
    status: registered
tenants:
  my300001.s4hana.example:
    type: SAP S/4HANA Cloud
    extensions:
      ${SYSTEM}:
        status: enabled
subaccounts:
  dev:
    entitlements:
      - service: s4-hana-cloud
        plan: api-access
        system: ${SYSTEM}
`;
/** The deployment of a CAP project that uses it, with one letter missing in its name. */
export const MTA = `_schema-version: "3.3"
ID: orders
version: 1.0.0
resources:
  - name: orders-api-access
    type: org.cloudfoundry.managed-service
    parameters:
      service: s4-hana-cloud
      service-plan: api-access
      skip-service-updates: { plan: true, parameters: true, tags: true } # one deployment creates it
      config:
        systemName: ${MISSPELT} # ask the platform team
        communicationArrangement:
          communicationArrangementName: ORDERS
          scenarioId: SAP_COM_0109
`;
