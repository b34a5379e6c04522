import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { planActivities } from '../../activities/plan/plan.activities.js';
import { StepPerformer } from '../../activities/plan/step-performer.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { Clock } from '../../libs/clock/clock.js';
import type { Key } from '../../libs/config/key-ring.js';
import { tellProcess } from '../../libs/temporal/tell-process.js';
import type { WaitState } from '../../libs/contracts/index.js';
import { addDuration, type Instant } from '../../libs/domain/calendar/index.js';
import type { Policy } from '../../libs/domain/plan/policy.types.js';
import { MailTransport } from '../../libs/mail/index.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { processLog } from '../../libs/process/process-log.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { temporalClient } from '../../libs/temporal/temporal-client.js';
import { WorkerHost } from '../../libs/temporal/worker-host.js';
import { RealPlan, registerCitizens } from '../factories/real-plans.js';
import { recordedPlans } from '../support/real-record.js';
import { startMailbox, startPostgres } from '../support/servers.js';
import { startVirtualTime } from '../support/virtual-time.js';
import { recordOn, testAudit, testVault } from '../support/test-vault.js';

/**
 * The processes of plans, and the dispatchers of notices, on a clock of their own over the real record. The test itself
 * tells them what changed.
 */
export interface ProcessStage {
  readonly client: Client;
  readonly database: DataSource;
  readonly clock: Clock;
  readonly keys: readonly Key[];
  /** Address of the database for the role that owns it. */
  readonly ownerUrl: string;
  /** By how many seconds the clock of the steps is behind everybody else's. */
  behindBySeconds: number;
  begin(policy: Policy, answer?: 'yes' | 'pending'): Promise<RealPlan>;
  /** Tells a plan's process its wait state as it stands, or one that stood before. */
  tell(plan: RealPlan, waitState?: WaitState): Promise<void>;
  waitStateOf(plan: RealPlan): Promise<WaitState>;
  /** Lets time pass; the plan's clock follows. */
  pass(plan: RealPlan, time: { days?: number; minutes?: number }): Promise<void>;
  stop(): Promise<void>;
}

const CITIZENS = 20;
const MAIL_FROM = { name: 'Besked', address: 'besked@post.testkoebing.example' };
/** A drain that lingered would hold the clock. */
const NOTICES = {
  publicUrl: 'https://side.testkoebing.example',
  mailFrom: MAIL_FROM,
  returnAddresses: null,
  batchSize: 50,
  times: { ...NOTICE_TIMES, lingerSeconds: 0 },
};

/** @param cachedWorkflows 0 has every task replay its history */
export async function startProcessStage(cachedWorkflows?: number): Promise<ProcessStage> {
  const [postgres, time, mailbox] = await Promise.all([startPostgres(), startVirtualTime(), startMailbox()]);
  await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
  const database = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: 5,
    keys: testVault.keys,
  }).initialize();
  const keys = [{ id: 'stage', secret: createHash('sha256').update('stage').digest() }];
  const settings = {
    address: time.address,
    namespace: time.namespace,
    dataConverter: encryptingDataConverter(keys),
  };
  const client = temporalClient(settings);
  await registerCast(database, testVault, await time.clock.now());
  const citizens = await registerCitizens(database, testVault, CITIZENS);
  const stepClock = new LateClock(time.clock);
  const record = recordOn(database, stepClock);
  const transport = new MailTransport({ smtpUrl: mailbox.url, from: MAIL_FROM, requireTls: false });
  const notices = new NoticeActivitiesHost(
    database,
    time.clock,
    record,
    transport,
    NOTICES,
    processLog('stage', 'silent'),
    testVault,
  );
  const host = await WorkerHost.start(
    settings,
    {
      plans: planActivities(new StepPerformer(record)),
      notices: { drainNotices: notices.drainNotices.bind(notices) },
    },
    cachedWorkflows,
  );
  const waitStateOf = async ({ planId }: RealPlan): Promise<WaitState> => {
    const [recorded] = await recordedPlans(database, [planId]);
    if (recorded === undefined) throw new Error('There is no such plan.');
    return recorded.waitState;
  };
  return {
    client,
    database,
    clock: time.clock,
    keys,
    ownerUrl: postgres.url,
    get behindBySeconds() {
      return stepClock.behindBySeconds;
    },
    set behindBySeconds(seconds) {
      stepClock.behindBySeconds = seconds;
    },
    async begin(policy, answer = 'yes') {
      return RealPlan.begin(database, {
        policy,
        answer,
        citizenPersonId: citizens.pop() ?? '',
        at: await time.clock.now(),
        afterCommit: new NothingAfterCommit(),
        keys: { vault: testVault, audit: testAudit },
      });
    },
    async tell(plan, waitState) {
      await tellProcess(client, plan.planId, waitState ?? (await waitStateOf(plan)));
    },
    waitStateOf,
    async pass(plan, duration) {
      await time.sleepUntil(addDuration(await time.clock.now(), duration));
      plan.moveTo(await time.clock.now());
    },
    async stop() {
      await host.stop();
      await transport.close();
      await mailbox.stop();
      await client.connection.close();
      await database.destroy();
      await time.stop();
      await postgres.stop();
    },
  };
}

/** A clock that is behind another. */
class LateClock extends Clock {
  behindBySeconds = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  override async now(): Promise<Instant> {
    return addDuration(await this.clock.now(), { minutes: -this.behindBySeconds / 60 });
  }
}
