import {
	BUSINESS_PARTNER_SCENARIO,
	BUSINESS_PARTNER_SERVICES,
	businessPartnerService,
} from '../../model/catalog/outbound-services.ts';
import type { Connection } from '../../model/projects/connection.ts';
import type { Tree, TreeMap } from '../../model/tree.ts';
import { listAt, treeMap, valueAt, type Wanted } from './complete.ts';

/**
 * The communication arrangement of an instance, for what is `known` of it. Outbound needs a host and a user even where all of
 * it is off; those that somebody has written stay.
 */
export function wantedArrangement(connection: Connection, known: Tree | undefined): Wanted {
	const { scenario, arrangementName, inboundAuthentication } = connection;
	const hasOutbound = scenario === BUSINESS_PARTNER_SCENARIO;
	const asked = {
		communicationArrangementName: arrangementName,
		scenarioId: scenario,
		inboundAuthentication,
		outboundServices: hasOutbound ? outboundServicesOff(known) : undefined,
	};
	return {
		asked: treeMap(asked),
		whole: treeMap({
			communicationArrangementName: arrangementName,
			scenarioId: scenario,
			inboundAuthentication: inboundAuthentication ?? 'BasicAuthentication',
			outboundAuthentication: hasOutbound ? 'BasicAuthentication' : undefined,
			outboundServices: asked.outboundServices,
			communicationSystem:
				hasOutbound && valueAt(known, 'communicationSystem') === undefined
					? treeMap({
							communicationSystemHostname: 'default.com',
							outboundCommunicationUser: treeMap({ username: 'DefaultUser', password: 'DefaultPassword' }),
						})
					: undefined,
		}),
	};
}

/** The outbound services of SAP_COM_0008, off (R-CAP-8). One that is known keeps what it's called by. */
function outboundServicesOff(known: Tree | undefined): readonly TreeMap[] {
	const said = listAt(known, 'outboundServices').map((item) => ({
		id: valueAt(item, 'id'),
		name: valueAt(item, 'name'),
	}));
	return BUSINESS_PARTNER_SERVICES.map((service) => {
		const own = said.find((item) =>
			[item.id, item.name].some(
				(called) => typeof called === 'string' && businessPartnerService(called) === service,
			),
		);
		return treeMap({ ...(own ?? { id: service.id }), isServiceActive: false });
	});
}
