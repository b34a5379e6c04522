import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { type Logger, pino } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { Environment } from '../config/environment.js';
import { createDataSource } from '../persistence/data-source.js';
import { AfterCommit } from '../record/after-commit.js';
import { PlanRecord } from '../record/plan-record.js';
import { encryptingDataConverter } from '../temporal/data-converter.js';
import { temporalClient } from '../temporal/temporal-client.js';
import { TemporalRelay } from '../temporal/temporal-relay.js';
import { CatchUp } from './catch-up.js';
import { ENVIRONMENT, LOGGER } from './tokens.js';

export interface ProcessOptions {
  readonly environment: Environment;
  readonly clock: Clock;
  /** Name of the process in logs and in the database's list of connections. */
  readonly name: string;
  readonly poolSize: number;
}

/** Closes what the module opened, in the order in which it is needed last. */
@Injectable()
class ProcessEnd implements OnApplicationShutdown {
  constructor(
    @Inject(TemporalRelay) private readonly relay: TemporalRelay,
    @Inject(CatchUp) private readonly catchUp: CatchUp,
    @Inject(Client) private readonly client: Client,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.catchUp.stop();
    await this.relay.close();
    await this.client.connection.close();
    await this.dataSource.destroy();
  }
}

/** What API and worker have in common: the database, Temporal, the clock, and the record on top of them. */
@Module({})
export class ProcessModule {
  static forProcess({ environment, clock, name, poolSize }: ProcessOptions): DynamicModule {
    const dataConverter = encryptingDataConverter(environment.PAYLOAD_KEYS);
    return {
      module: ProcessModule,
      global: true,
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: Clock, useValue: clock },
        { provide: LOGGER, useFactory: (): Logger => pino({ name, level: environment.LOG_LEVEL }) },
        {
          provide: DataSource,
          useFactory: () => createDataSource({ url: environment.DATABASE_URL, poolSize }).initialize(),
        },
        {
          provide: Client,
          useFactory: () =>
            temporalClient({
              address: environment.TEMPORAL_ADDRESS,
              namespace: environment.TEMPORAL_NAMESPACE,
              dataConverter,
            }),
        },
        {
          provide: TemporalRelay,
          inject: [Client, DataSource, Clock, LOGGER],
          useFactory: (client: Client, dataSource: DataSource, time: Clock, logger: Logger) =>
            new TemporalRelay(client, dataSource, time, logger),
        },
        { provide: AfterCommit, useExisting: TemporalRelay },
        {
          provide: PlanRecord,
          inject: [DataSource, Clock, AfterCommit],
          useFactory: (dataSource: DataSource, time: Clock, afterCommit: AfterCommit) =>
            new PlanRecord(dataSource, time, afterCommit),
        },
        {
          provide: CatchUp,
          inject: [TemporalRelay, Clock, LOGGER],
          useFactory: (relay: TemporalRelay, time: Clock, logger: Logger) =>
            CatchUp.start(relay, time, logger),
        },
        ProcessEnd,
      ],
      exports: [ENVIRONMENT, LOGGER, Clock, DataSource, Client, TemporalRelay, AfterCommit, PlanRecord],
    };
  }
}
