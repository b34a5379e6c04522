import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Clock } from '../../libs/clock/clock.js';
import type { Instant } from '../../libs/domain/calendar/index.js';
import { registerSearchAttributes } from '../../libs/temporal/register-search-attributes.js';
import { timeSkippingServerPath } from './servers.js';

/** The clock of a time-skipping server: years pass in seconds, for everyone who asks it. */
export class VirtualClock extends Clock {
  constructor(private readonly environment: TestWorkflowEnvironment) {
    super();
  }

  override async now(): Promise<Instant> {
    return new Date(await this.environment.currentTimeMs()).toISOString();
  }
}

/** A time-skipping Temporal with the clock that goes with it. */
export interface VirtualTime {
  readonly address: string;
  readonly namespace: string;
  readonly clock: Clock;
  /** Lets time pass until an instant; everything that is due before is done on the way. */
  sleepUntil(instant: Instant): Promise<void>;
  stop(): Promise<void>;
}

export async function startVirtualTime(): Promise<VirtualTime> {
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await timeSkippingServerPath() } },
  });
  await registerSearchAttributes(environment.connection, environment.namespace ?? 'default', false);
  return {
    address: environment.address,
    namespace: environment.namespace ?? 'default',
    clock: new VirtualClock(environment),
    async sleepUntil(instant) {
      const wait = Date.parse(instant) - (await environment.currentTimeMs());
      if (wait > 0) await environment.sleep(wait);
    },
    stop: () => environment.teardown(),
  };
}
