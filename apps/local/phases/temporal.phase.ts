import { join } from 'node:path';
import { temporalBinary } from '../engines/temporal-binary.js';
import { startTemporalDevServer } from '../engines/temporal-dev-server.engine.js';
import { ensureNamespace } from '../engines/temporal-namespace.js';
import type { LocalSystem } from '../local-system.js';

/** Ended plans stay visible in the web UI for the longest time the development is likely to look back. */
const RETENTION_DAYS = 365;

/** Starts the Temporal development server, unless TEMPORAL_ADDRESS names another, and registers the namespace. */
export async function startTemporal(system: LocalSystem): Promise<void> {
  const { home, ports, temporalAddress, temporalNamespace: namespace } = system.settings;
  system.environment['TEMPORAL_NAMESPACE'] = namespace;
  if (temporalAddress !== undefined) {
    await ensureNamespace({ address: temporalAddress, namespace, retentionDays: RETENTION_DAYS });
    system.say(`Temporal: the one at ${temporalAddress}`);
    return;
  }
  const temporal = await startTemporalDevServer({
    binary: await temporalBinary(system.say),
    runFolder: system.runFolder,
    databaseFile: join(home, 'temporal', 'temporal.db'),
    port: ports.temporal,
    uiPort: ports.temporalUi,
    codecEndpoint: `http://localhost:${ports.api}/codec`,
    namespace,
    retentionDays: RETENTION_DAYS,
  });
  system.watch('Temporal', temporal.server);
  system.environment['TEMPORAL_ADDRESS'] = temporal.address;
  system.announcements.push(
    {
      label: 'Temporal UI',
      value: `http://localhost:${ports.temporalUi}/namespaces/${namespace}/workflows`,
    },
    { label: '', value: 'decodes for Skade (administrator), signed in at the portal: docs/operations.md' },
  );
  system.say(`Temporal: running on port ${ports.temporal}`);
}
