import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { MailTransport } from '../../libs/mail/index.js';
import { mailServerOf } from '../../libs/process/mail-server.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';
import { WorkerHost } from '../../libs/temporal/worker-host.js';
import { hostedActivities } from './hosted-activities.js';
import { returnAddressesOf } from './return-addresses-of.js';
import type { WorkerChoice } from './worker-choice.js';

/** Says nothing of what is written: the name on an envelope. */
const SENDER_NAME = 'Besked';
const SENDER_BOX = 'besked';
/** Notices claimed at a time: few enough to be sent within a claim's time. */
const BATCH_SIZE = 50;

/** Starts the Temporal workers with the application and ends them before anything that they use is closed. */
export class HostedWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #host: WorkerHost | undefined;
  #transport: MailTransport | undefined;

  constructor(
    private readonly parts: ProcessParts,
    private readonly choice: WorkerChoice,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { environment, database, clock, record, logger, temporal, vault } = this.parts;
    const mailFrom = { name: SENDER_NAME, address: `${SENDER_BOX}@${environment.MAIL_DOMAIN}` };
    this.#transport = new MailTransport({
      ...mailServerOf(environment),
      from: mailFrom,
    });
    const settings = {
      publicUrl: environment.PUBLIC_URL,
      mailFrom,
      returnAddresses: returnAddressesOf(environment),
      batchSize: BATCH_SIZE,
      times: this.choice.noticeTimes ?? NOTICE_TIMES,
    };
    const notices = new NoticeActivitiesHost(
      database,
      clock,
      record,
      this.#transport,
      settings,
      logger,
      vault,
    );
    this.#host = await WorkerHost.start(temporal, hostedActivities(this.parts, notices));
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
