import type { Environment } from '../config/environment.js';
import { temporalTlsOf } from '../config/tls.js';
import { encryptingDataConverter } from '../temporal/data-converter.js';
import type { TemporalSettings } from '../temporal/temporal-client.js';

/** How Temporal is reached, as the environment says. */
export function temporalSettingsOf(environment: Environment): TemporalSettings {
  return {
    address: environment.TEMPORAL_ADDRESS,
    tls: temporalTlsOf(environment),
    namespace: environment.TEMPORAL_NAMESPACE,
    dataConverter: encryptingDataConverter(environment.PAYLOAD_KEYS),
  };
}
