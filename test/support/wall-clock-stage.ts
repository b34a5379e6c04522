import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { planActivities } from '../../activities/plan/plan.activities.js';
import { StepPerformer } from '../../activities/plan/step-performer.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { type Clock, WallClock } from '../../libs/clock/clock.js';
import type { Key } from '../../libs/config/key-ring.js';
import { MailTransport } from '../../libs/mail/index.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { processLog } from '../../libs/process/process-log.js';
import { NOTICE_TIMES, type NoticeTimes } from '../../libs/record/notice-times.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { registerSearchAttributes } from '../../libs/temporal/register-search-attributes.js';
import { temporalClient } from '../../libs/temporal/temporal-client.js';
import { TemporalRelay } from '../../libs/temporal/temporal-relay.js';
import { WorkerHost } from '../../libs/temporal/worker-host.js';
import { type Mailbox, startDevServer, startMailbox, startPostgres } from './servers.js';
import { recordOn, testVault } from './test-vault.js';

/** Processes of plans and dispatchers of notices, run by this process on a Temporal whose clock is the wall clock. */
export interface WallClockStage {
  readonly client: Client;
  readonly database: DataSource;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly record: PlanRecord;
  /** Tells processes and dispatchers what the record has decided. */
  readonly relay: TemporalRelay;
  readonly keys: readonly Key[];
  stop(): Promise<void>;
}

export interface WallClockChoice {
  readonly noticeTimes?: NoticeTimes;
  /** Further `key=value` settings of the Temporal server's dynamic configuration. */
  readonly dynamicConfiguration?: readonly string[];
}

const MAIL_FROM = { name: 'Besked', address: 'besked@post.testkoebing.example' };

/** Starts PostgreSQL, a Temporal development server, a mail server and the workers, and registers the cast. */
export async function startWallClockStage(choice: WallClockChoice = {}): Promise<WallClockStage> {
  const { noticeTimes: times = NOTICE_TIMES, dynamicConfiguration = [] } = choice;
  const [postgres, temporal, mailbox] = await Promise.all([
    startPostgres(),
    startDevServer({ persistent: false, dynamicConfiguration }),
    startMailbox(),
  ]);
  await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
  const database = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: 10,
    keys: testVault.keys,
  }).initialize();
  const keys = [{ id: 'stage', secret: createHash('sha256').update('stage').digest() }];
  const settings = {
    address: temporal.address,
    namespace: temporal.namespace,
    dataConverter: encryptingDataConverter(keys),
  };
  const client = temporalClient(settings);
  await registerSearchAttributes(client.connection, temporal.namespace);
  const clock = new WallClock();
  await registerCast(database, testVault, await clock.now());
  const log = processLog('stage', 'silent');
  const relay = new TemporalRelay(client, database, clock, log);
  const record = recordOn(database, clock, { afterCommit: relay, gatheredSeconds: times.gatheredSeconds });
  const transport = new MailTransport({ smtpUrl: mailbox.url, from: MAIL_FROM, requireTls: false });
  const publicUrl = 'https://side.testkoebing.example';
  const noticeSettings = { publicUrl, mailFrom: MAIL_FROM, returnAddresses: null, batchSize: 50, times };
  const notices = new NoticeActivitiesHost(
    database,
    clock,
    record,
    transport,
    noticeSettings,
    log,
    testVault,
  );
  const workers = await WorkerHost.start(settings, {
    plans: planActivities(new StepPerformer(record)),
    notices: { drainNotices: notices.drainNotices.bind(notices) },
  });
  return {
    client,
    database,
    clock,
    mailbox,
    record,
    relay,
    keys,
    async stop() {
      await workers.stop();
      await relay.close();
      await transport.close();
      await client.connection.close();
      await database.destroy();
      await Promise.all([mailbox.stop(), temporal.stop(), postgres.stop()]);
    },
  };
}
