import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, type TestService } from '@temporalio/client';
import {
  type InternalConnectionOptions,
  InternalConnectionOptionsSymbol,
} from '@temporalio/client/lib/connection.js';
import { msToTs, requiredTsToMs } from '@temporalio/common/lib/time.js';
import { LOOPBACK, freePort } from '../../apps/local/engines/ports.js';
import { type ServerProcess, startServerProcess } from '../../apps/local/engines/server-process.js';
import { Clock } from '../../libs/clock/clock.js';
import type { Instant } from '../../libs/domain/calendar/index.js';
import { registerSearchAttributes } from '../../libs/temporal/register-search-attributes.js';
import { timeSkippingServerPath } from './servers.js';
import { makeTestFolder, removeTestFolder } from './test-folders.js';

/** The namespace that the server comes with. */
const NAMESPACE = 'default';
/** The server is a Java program; on a busy machine it takes its time. */
const READY_WITHIN_MS = 60_000;
const TRY_AGAIN_MS = 100;

/** The clock of a time-skipping server: years pass in seconds, for everyone who asks it. */
export class VirtualClock extends Clock {
  constructor(private readonly service: TestService) {
    super();
  }

  override async now(): Promise<Instant> {
    const { time } = await this.service.getCurrentTime({});
    return new Date(requiredTsToMs(time, 'time')).toISOString();
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

/** Starts Temporal's time-skipping test server and a clock that asks it. */
export async function startVirtualTime(): Promise<VirtualTime> {
  const folder = await makeTestFolder();
  const port = await freePort();
  const server = await startServerProcess({
    name: 'time-skipping',
    command: await timeSkippingServerPath(),
    commandArguments: [String(port), '--enable-time-skipping'],
    runFolder: join(folder, 'run'),
  });
  try {
    return await skipTime(server, `${LOOPBACK}:${port}`, folder);
  } catch (error) {
    await server.stop();
    await removeTestFolder(folder);
    throw error;
  }
}

async function skipTime(server: ServerProcess, address: string, folder: string): Promise<VirtualTime> {
  const connection = await connect(server, address);
  const service = connection.testService;
  if (service === undefined) throw new Error('The server at hand cannot skip time.');
  // Time is to pass only while somebody sleeps.
  await service.lockTimeSkipping({});
  await registerSearchAttributes(connection, NAMESPACE, false);
  const clock = new VirtualClock(service);
  return {
    address,
    namespace: NAMESPACE,
    clock,
    async sleepUntil(instant) {
      const wait = Date.parse(instant) - Date.parse(await clock.now());
      if (wait > 0) await service.unlockTimeSkippingWithSleep({ duration: msToTs(wait) });
    },
    async stop() {
      await connection.close();
      await server.stop();
      await removeTestFolder(folder);
    },
  };
}

/** How the SDK's own test environment asks for the service that moves the clock. */
const WITH_CLOCK: InternalConnectionOptions = {
  [InternalConnectionOptionsSymbol]: { supportsTestService: true },
};

async function connect(server: ServerProcess, address: string): Promise<Connection> {
  const patience = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await Connection.connect({ ...WITH_CLOCK, address, connectTimeout: '2 seconds' });
    } catch (error) {
      if (server.hasEnded() || performance.now() > patience) throw error;
      await pause(TRY_AGAIN_MS);
    }
  }
}
