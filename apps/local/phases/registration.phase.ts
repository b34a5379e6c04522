import { readEnvironment } from '../../../libs/config/environment.js';
import { temporalSettingsOf } from '../../../libs/process/temporal-settings.js';
import { registerSearchAttributes } from '../../../libs/temporal/register-search-attributes.js';
import { scheduleSweeper } from '../../../libs/temporal/sweeper-schedule.js';
import { scheduleRetention } from '../../../libs/temporal/retention-schedule.js';
import { temporalClient } from '../../../libs/temporal/temporal-client.js';
import type { LocalSystem } from '../local-system.js';

/** Registers what plans can be searched by, and the schedule of the sweeper. Doing it again changes nothing. */
export async function registerWithTemporal(system: LocalSystem): Promise<void> {
  const settings = temporalSettingsOf(readEnvironment(system.environment));
  const client = temporalClient(settings);
  try {
    await registerSearchAttributes(client.connection, settings.namespace);
    await scheduleSweeper(client);
    await scheduleRetention(client);
  } finally {
    await client.connection.close();
  }
}
