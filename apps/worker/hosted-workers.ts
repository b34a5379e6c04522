import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { planActivities } from '../../activities/plan/plan.activities.js';
import { StepPerformer } from '../../activities/plan/step-performer.js';
import { sweeperActivities } from '../../activities/sweeper/sweeper.activities.js';
import { Clock } from '../../libs/clock/clock.js';
import type { Environment } from '../../libs/config/environment.js';
import { MailTransport } from '../../libs/mail/index.js';
import { ENVIRONMENT, LOGGER } from '../../libs/process/tokens.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { TemporalRelay } from '../../libs/temporal/temporal-relay.js';
import { WorkerHost } from '../../libs/temporal/worker-host.js';
import { WORKER_CHOICE } from './tokens.js';

export interface WorkerChoice {
  /** How long a drain waits for new notices before it ends; 0 where a running activity holds the clock. */
  readonly lingerSeconds: number;
  /** How many plans' processes are kept in memory; the host's usual number if undefined. */
  readonly cachedWorkflows?: number;
}

/** Starts the Temporal workers with the application and ends them before anything that they use is closed. */
@Injectable()
export class HostedWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #host: WorkerHost | undefined;
  #transport: MailTransport | undefined;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(WORKER_CHOICE) private readonly choice: WorkerChoice,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Client) private readonly client: Client,
    @Inject(TemporalRelay) private readonly relay: TemporalRelay,
    @Inject(PlanRecord) private readonly record: PlanRecord,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { environment, dataSource, clock, record, relay, client, logger } = this;
    const transport = new MailTransport({
      smtpUrl: environment.SMTP_URL,
      from: { name: 'Besked', address: `besked@${environment.MAIL_DOMAIN}` },
      requireTls: !environment.LOCAL_SETUP,
    });
    this.#transport = transport;
    const notices = new NoticeActivitiesHost({
      dataSource,
      clock,
      record,
      transport,
      logger,
      publicUrl: environment.PUBLIC_URL,
      lingerSeconds: this.choice.lingerSeconds,
    });
    this.#host = await WorkerHost.start(
      {
        address: environment.TEMPORAL_ADDRESS,
        namespace: environment.TEMPORAL_NAMESPACE,
        dataConverter: encryptingDataConverter(environment.PAYLOAD_KEYS),
      },
      {
        plans: {
          ...planActivities(new StepPerformer(record)),
          ...sweeperActivities(client, dataSource, clock, relay),
        },
        notices: { drainNotices: notices.drainNotices.bind(notices) },
      },
      this.choice.cachedWorkflows,
    );
  }

  /** Rejects when a worker has failed, resolves when the workers have ended in order. */
  async ended(): Promise<void> {
    await this.#host?.ended();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#host?.stop();
    await this.#transport?.close();
  }
}
