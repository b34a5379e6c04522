import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { castMember } from '../../apps/local/demonstration/cast.js';
import { organisationId } from '../../apps/local/demonstration/organisations.js';
import type { ServerProcess } from '../../apps/local/engines/server-process.js';
import { WallClock } from '../../libs/clock/clock.js';
import { PLAN_WORKFLOW, planWorkflowId, waitStateQuery } from '../../libs/contracts/index.js';
import { addDuration } from '../../libs/domain/calendar/index.js';
import { TREATMENT_KINDS } from '../scenarios/information-kinds.js';
import { PlanDesk } from '../scenarios/plan-desk.js';
import { policyInMinutes, quickReminders } from '../support/policy-in-minutes.js';
import { RealPlan, registerCitizens, STORIES, type Story } from '../factories/real-plans.js';
import { startBody } from '../factories/start-body.js';
import { leftToDo, performedSteps, recordedPlans } from '../support/real-record.js';
import { type RealSystem, startRealSystem, until } from '../support/real-system.js';

jest.setTimeout(5 * 60_000);

const clock = new WallClock();
/** Nothing comes due while a test runs. */
const calm = policyInMinutes('calm', 24 * 60);

let system: RealSystem;
let api: ServerProcess;
let worker: ServerProcess;
let citizens: string[];

beforeAll(async () => {
  system = await startRealSystem();
  citizens = await registerCitizens(system.database, system.vault, 140);
  [api, worker] = await Promise.all([system.startApi(), system.startWorker()]);
});

afterAll(async () => {
  await system.stop();
});

/** The plans whose worker is killed; their mails come a minute later. */
const invited: string[] = [];

describe('a worker that is killed while it performs steps', () => {
  it('leaves no step undone and none done twice', async () => {
    const seconds = [5, 7, 9, 11, 13];
    for (let count = 0; count < 30; count += 1) invited.push(await remindedPlan(seconds, 'urgently'));
    await until(
      'steps are being performed',
      async () => (await performedSteps(system.database, system.vault)).length > 40,
    );
    await worker.kill();
    worker = await system.startWorker();
    await allDone(invited);
    await expectEachReminderOnce(invited, seconds.length);
    const invitations = (await performedSteps(system.database, system.vault)).filter(
      ({ planId, step }) => invited.includes(planId) && step === 'inviteParticipants',
    );
    expect(invitations.map(({ planId }) => planId)).toEqual([...invited].sort());
  });
});

describe('an API that is killed between commit and signal', () => {
  it('has started what it answered, and nothing twice when the same is asked again', async () => {
    const intentions = Array.from({ length: 12 }, () => randomUUID());
    const answers = intentions.map((intention) => startByHttp(intention));
    await Promise.any(answers);
    await api.kill();
    const settled = await Promise.allSettled(answers);
    const answered = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    api = await system.startApi();
    const planIds = await Promise.all(intentions.map((intention) => startByHttp(intention)));
    expect(planIds).toEqual(expect.arrayContaining(answered));
    expect(new Set(planIds).size).toBe(intentions.length);
    await expectProcesses(planIds);
  });

  it('has its successor tell the process what it could not', async () => {
    await api.kill();
    const deaf = await system.startApi({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    const planIds = await Promise.all(Array.from({ length: 5 }, () => startByHttp(randomUUID())));
    const [{ untold } = { untold: 0 }] = await system.database.query<{ untold: number }[]>(
      `SELECT count(*)::int AS untold FROM wait_state_outbox WHERE signalled_seq < seq AND plan_id = ANY ($1)`,
      [planIds],
    );
    expect(untold).toBe(planIds.length);
    await deaf.kill();
    api = await system.startApi();
    await expectProcesses(planIds);
  });
});

describe('the mails of a worker that was killed', () => {
  it('are all sent, and none twice', async () => {
    // Notices are gathered for a minute. Invitations to an urgent meeting go on any day, at any hour.
    const expected = invited.length * 2;
    await until('the invitations are accepted', async () => {
      const rows = await system.database.query<{ status: string; count: string }[]>(
        `SELECT status, count(*) FROM notices WHERE kind = 'meetingInvitation' GROUP BY status`,
      );
      return isDeepStrictEqual(rows, [{ status: 'accepted', count: String(expected) }]);
    });
    const invitations = system.mailbox.mails.filter(({ raw }) => raw.includes('method=REQUEST'));
    expect(invitations).toHaveLength(expected);
    expectEachMailOnce();
  });
});

describe('a Temporal that is away', () => {
  it('keeps nobody from working, and catches up afterwards', async () => {
    const seconds = [4, 6, 8];
    const planIds = await Promise.all(Array.from({ length: 8 }, () => startByHttp(randomUUID())));
    await expectProcesses(planIds);
    await system.temporal.kill();
    planIds.push(await startByHttp(randomUUID()));
    for (const planId of planIds) await askByHttp(planId, seconds);
    expect((await fetch(`${system.apiUrl}/health/live`)).status).toBe(200);
    const health = await fetch(`${system.apiUrl}/health/ready`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      status: 'degraded',
      details: { database: { status: 'up' }, temporal: { status: 'degraded', code: 'TEMPORAL.AWAY' } },
    });
    await until('reminders are overdue', async () => (await leftToDo(system.database)).steps >= 9);
    await system.temporal.restart();
    await allDone(planIds);
    await expectEachReminderOnce(planIds, seconds.length);
    await expectProcesses(planIds);
    await until('all is there again', async () => {
      const { details } = (await (await fetch(`${system.apiUrl}/health/ready`)).json()) as {
        details: Record<string, { status: string }>;
      };
      return details['temporal']?.status === 'up' && details['worker']?.status === 'up';
    });
  });
});

describe('a PostgreSQL that is killed', () => {
  it('is told as 503 while it is away, and fails no process', async () => {
    const seconds = [3, 5, 7];
    const planIds = [await remindedPlan(seconds), await remindedPlan(seconds)];
    await system.postgres.kill();
    const refused = await commandByHttp();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: 503, code: 'SERVER.UNAVAILABLE' });
    await system.postgres.restart();
    await until('the API works again', async () => (await commandByHttp()).ok);
    await allDone(planIds);
    await expectEachReminderOnce(planIds, seconds.length);
  });

  /** Asks for something new each time. */
  async function commandByHttp(): Promise<Response> {
    return fetch(`${system.apiUrl}/api/v1/plans`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await system.tokenOf('ravn')}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(newStart(randomUUID())),
    });
  }
});

describe('a Temporal that has lost everything', () => {
  it('gets every process back with its deadlines, and nothing is sent twice', async () => {
    const stories = Object.entries(STORIES).filter(([name]) => name !== 'ended');
    // Lives that are told as of a month ago would be overtaken by a worker that does today what was due then.
    await worker.stop();
    for (let count = 0; count < 50; count += 1) {
      const [name, story] = stories[count % stories.length] as [string, Story];
      await story(
        await RealPlan.begin(system.database, {
          policy: calm,
          citizenPersonId: nextCitizen(),
          at: addDuration(await clock.now(), { days: -31, minutes: count }),
          afterCommit: system.relay,
          keys: system,
          answer: name === 'awaitingCitizen' ? 'pending' : 'yes',
        }),
      );
    }
    await system.relay.settled();
    worker = await system.startWorker();
    await until('the plans have come to rest', async () => {
      const { untold, steps } = await leftToDo(system.database);
      return untold + steps === 0;
    });
    const before = await recordedPlans(system.database);
    const stepsBefore = await performedSteps(system.database, system.vault);
    const noticesBefore = await noticeKeys();

    await system.temporal.loseEverything();
    const { code, output } = await system.command('rebuild', '--all');
    expect(output).toContain(`${before.length} open plan`);
    expect(code).toBe(0);
    if (worker.hasEnded()) worker = await system.startWorker();
    await until('every plan has its process', async () => (await runningPlans()) === before.length);
    await expectProcesses(before.map(({ planId }) => planId));

    const nextOf = ({ planId, waitState }: (typeof before)[number]): object => ({
      planId,
      next: waitState.next,
    });
    expect((await recordedPlans(system.database)).map(nextOf)).toEqual(before.map(nextOf));
    expect(await performedSteps(system.database, system.vault)).toEqual(stepsBefore);
    expect(await noticeKeys()).toEqual(noticesBefore);
    expect(new Set(before.map(({ waitState }) => waitState.phase)).size).toBeGreaterThanOrEqual(7);
  });

  async function noticeKeys(): Promise<string[]> {
    const rows = await system.database.query<{ key: string }[]>('SELECT key FROM notices ORDER BY key');
    return rows.map(({ key }) => key);
  }
});

describe('SIGTERM', () => {
  it('ends API and worker in order within seconds, and nothing is lost', async () => {
    const seconds = [3, 5, 7, 9];
    const planIds = await Promise.all(Array.from({ length: 5 }, () => remindedPlan(seconds)));
    await until('steps are being performed', async () =>
      (await performedSteps(system.database, system.vault)).some(({ planId }) => planIds.includes(planId)),
    );
    const began = performance.now();
    await Promise.all([api.stop(), worker.stop()]);
    expect(performance.now() - began).toBeLessThan(8_000);
    expect([await api.ended, await worker.ended]).toEqual(['ended with code 0', 'ended with code 0']);
    [api, worker] = await Promise.all([system.startApi(), system.startWorker()]);
    await allDone(planIds);
    await expectEachReminderOnce(planIds, seconds.length);
  });
});

describe('after all of it', () => {
  it('no process has failed, and no mail was sent twice', async () => {
    const { count } = await system.client.workflow.count(
      `ExecutionStatus IN ('Failed', 'TimedOut', 'Terminated', 'Canceled')`,
    );
    expect(count).toBe(0);
    expectEachMailOnce();
  });
});

function nextCitizen(): string {
  const citizen = citizens.pop();
  if (citizen === undefined) throw new Error('There are too few citizens.');
  return citizen;
}

/** A plan that waits for the psychiatry's answer from now on, on request with an urgent meeting before it. */
async function remindedPlan(
  seconds: readonly number[],
  meeting: 'urgently' | 'not' = 'not',
): Promise<string> {
  const plan = await RealPlan.begin(system.database, {
    policy: quickReminders('quick', seconds),
    citizenPersonId: nextCitizen(),
    at: await clock.now(),
    afterCommit: system.relay,
    keys: system,
  });
  await plan.join('psychiatry');
  await plan.consent('psychiatry');
  if (meeting === 'urgently') await plan.conveneUrgently();
  plan.moveTo(await clock.now());
  await plan.ask('psychiatry');
  return plan.planId;
}

function newStart(planId: string): object {
  const ravn = { personId: castMember('ravn').id, organisationId: organisationId('substanceCentre') };
  return startBody(nextCitizen(), ravn, { planId, citizenChannel: 'mail' });
}

const bodies = new Map<string, object>();

/** Starts a plan; the same intention asks for the same. */
async function startByHttp(intention: string): Promise<string> {
  const body = bodies.get(intention) ?? newStart(intention);
  bodies.set(intention, body);
  await system.world.as('ravn', intention)('POST', 'plans', body);
  return intention;
}

/** Has the psychiatry take part and be asked, with quick reminders, all by HTTP. */
async function askByHttp(planId: string, seconds: readonly number[]): Promise<void> {
  const frame = { name: planId, planId, citizen: 'anders' } as const;
  const leader = system.world.as('falk', planId);
  await leader('PUT', `plans/${planId}/policy`, quickReminders('quick', seconds));
  const desk = new PlanDesk(frame, system.world.as('ravn', `ask:${planId}`));
  const from = await clock.now();
  await desk.participants.add('svale', 'regionalPsychiatry');
  await desk.consent.give(
    'first',
    { svale: TREATMENT_KINDS },
    { from, to: addDuration(from, { days: 200 }) },
  );
  await desk.gathering.request(['svale']);
}

/** Waits until the plans have been told everything and nothing of theirs is due. */
async function allDone(planIds: readonly string[]): Promise<void> {
  await until('everything is done', async () => {
    const soon = addDuration(await clock.now(), { minutes: 2 });
    const plans = await recordedPlans(system.database, planIds);
    const left = plans.filter(({ waitState: { next } }) => next !== null && next.at < soon);
    return left.length === 0 && (await leftToDo(system.database)).untold === 0;
  });
}

/** Every rung of the ladder was performed, or stood for by a later one, once. */
async function expectEachReminderOnce(planIds: readonly string[], rungs: number): Promise<void> {
  const steps = await performedSteps(system.database, system.vault);
  for (const planId of planIds) {
    const told = steps
      .filter((one) => one.planId === planId && /^(remindParty|escalateSilence)$/.test(one.step))
      .flatMap(({ key, superseded }) => [key, ...superseded]);
    const asked = told[0]?.replace(/^\w+:|#\d+$/g, '') ?? '';
    const expected = Array.from({ length: rungs }, (_, index) => {
      return index === rungs - 1 ? `escalateSilence:${asked}#0` : `remindParty:${asked}#${index}`;
    });
    expect([...told].sort()).toEqual([...expected].sort());
  }
}

/** Each plan has one process, which knows the newest wait state that mattered to it. */
async function expectProcesses(planIds: readonly string[]): Promise<void> {
  await until('the processes know the newest', async () => {
    const plans = await recordedPlans(system.database, planIds);
    const known = await Promise.all(
      plans.map(({ planId }) =>
        system.client.workflow.getHandle(planWorkflowId(planId)).query(waitStateQuery),
      ),
    );
    return plans.every(({ waitState }, index) =>
      isDeepStrictEqual({ ...waitState, seq: 0 }, { ...known[index], seq: 0 }),
    );
  });
  const starts = await system.database.query<{ count: string }[]>(
    `SELECT count(*) FROM plan_events WHERE type = 'planStarted' AND plan_id = ANY($1)`,
    [planIds],
  );
  expect(starts[0]?.count).toBe(String(planIds.length));
  for (const planId of planIds) {
    const { count } = await system.client.workflow.count(`WorkflowId = '${planWorkflowId(planId)}'`);
    expect(count).toBe(1);
  }
}

async function runningPlans(): Promise<number> {
  const { count } = await system.client.workflow.count(
    `WorkflowType = '${PLAN_WORKFLOW}' AND ExecutionStatus = 'Running'`,
  );
  return count;
}

/** A mail's id follows from the notices in it, so that a second one would have the same. */
function expectEachMailOnce(): void {
  const ids = system.mailbox.mails.map(({ parsed }) => parsed.messageId);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
}
