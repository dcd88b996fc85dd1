/** The deployment of a CAP project that uses no system yet, as `cds add mta` makes it and people edit it. */
export const MTA = `_schema-version: 3.3.0
ID: incidents
version: 1.0.0
description: "Incidents"   # ours
modules:
  - name: incidents-srv
    type: nodejs
    path: gen/srv
    requires:
      - name: incidents-auth
    provides:
      - name: srv-api # required by the UI
        properties:
          srv-url: \${default-url}
resources:
  - name: incidents-auth
    type: org.cloudfoundry.managed-service
    parameters:
      service: xsuaa
      service-plan: application
      path: ./xs-security.json
`;

export const MANIFEST = `{
  "name": "incidents",
  "dependencies": {
    "@sap-cloud-sdk/connectivity": "^4",
    "@sap-cloud-sdk/http-client": "^4",
    "@sap-cloud-sdk/resilience": "^4",
    "@sap/cds": "^9"
  },
  "cds": {
    "requires": {
      "auth": "xsuaa"
    }
  }
}
`;

export const CHART = `apiVersion: v2
name: incidents
version: 1.0.0
dependencies:
  - name: web-application
    alias: srv
    version: ">0.0.0"
  - name: service-instance
    alias: xsuaa
    version: ">0.0.0"
`;

export const VALUES = `global:
  domain: null # set when it's deployed
srv:
  bindings:
    auth:
      serviceInstanceName: xsuaa
xsuaa:
  serviceOfferingName: xsuaa
  servicePlanName: application
`;
