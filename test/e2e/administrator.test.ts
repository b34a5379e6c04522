import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { castMember } from '../../apps/local/demonstration/cast.js';
import type { ServerProcess } from '../../apps/local/engines/server-process.js';
import { WallClock } from '../../libs/clock/clock.js';
import {
  lookAgainNowSignal,
  performNextStepNowSignal,
  PLAN_ATTRIBUTES,
  planIdOfWorkflow,
  planWorkflowId,
  waitStateQuery,
} from '../../libs/contracts/index.js';
import { addDuration } from '../../libs/domain/calendar/index.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import {
  decoded,
  eventsOf,
  everyHistory,
  type History,
  limitAttempts,
  payloadsOf,
} from '../support/decoded-history.js';
import { policyInMinutes } from '../support/policy-in-minutes.js';
import { RealPlan, registerCitizens, STORIES, type StoryName } from '../factories/real-plans.js';
import { leftToDo, performedSteps, type RecordedPlan, recordedPlans } from '../support/real-record.js';
import { type RealSystem, startRealSystem, until } from '../support/real-system.js';

const MINUTES = 60_000;
jest.setTimeout(2 * MINUTES);

const clock = new WallClock();
/** The calendar of the default policy, without its hours. */
const calm = policyInMinutes('calm', 24 * 60);

/** What the plans of this test are like, how long ago they began, how many there are. */
const CROWD: readonly (readonly [StoryName, daysAgo: number, count: number])[] = [
  ['gathering', 31, 3],
  ['gathering', 1, 3],
  ['awaitingCitizen', 31, 1],
  ['awaitingCitizen', 1, 1],
  ['consent', 1, 2],
  ['convening', 31, 2],
  ['drafting', 31, 2],
  ['approval', 31, 2],
  ['followUp', 31, 2],
  ['onHold', 31, 1],
  ['ended', 31, 1],
];

let system: RealSystem;
let worker: ServerProcess;
let citizens: string[];
const crowd: { name: StoryName; daysAgo: number; plan: RealPlan }[] = [];

beforeAll(async () => {
  system = await startRealSystem();
  citizens = await registerCitizens(system.database, system.vault, 30);
  const started = system.startWorker();
  for (const [name, daysAgo, count] of CROWD) {
    for (let index = 0; index < count; index += 1) {
      const plan = await begin(name, daysAgo, index === 0 ? 'ravn' : 'bogfinke');
      await STORIES[name](plan);
      crowd.push({ name, daysAgo, plan });
    }
  }
  worker = await started;
  await system.relay.settled();
  await until('the plans have come to rest', async () => {
    const { untold, steps } = await leftToDo(system.database);
    return untold + steps === 0;
  });
}, 5 * MINUTES);

afterAll(async () => {
  await system.stop();
});

describe('the check of the audit', () => {
  it('finds it as it was written, sealed and anchored outside the database, while the system runs', async () => {
    expect(await system.command('audit', 'seal')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/Seal \d+ of .* is anchored\./) as unknown,
    });
    const { code, output } = await system.command('audit', 'verify');
    expect(output).toMatch(/\d+ entries in \d+ chains, \d+ seals, [1-9]\d* lines of anchors/);
    expect(output).toContain('Everything is as it was written.');
    expect(code).toBe(0);
  });

  it('says where somebody who has the whole database has changed it, and fails', async () => {
    const chain = `plan:${aPlan('gathering')}`;
    const owner = await new DataSource({ type: 'postgres', url: system.postgres.url }).initialize();
    const set = `UPDATE audit_entries SET allowed = NOT allowed WHERE chain = $1 AND place = 1`;
    await owner.query(set, [chain]);
    const { code, output } = await system.command('audit', 'verify');
    await owner.query(set, [chain]);
    await owner.destroy();
    expect(output).toContain(`${chain} 1: an entry is not as it was written (entryChanged)`);
    expect(code).toBe(1);
  });

  it('gives the key that others check seals with, and refuses other words', async () => {
    const { code, printed } = await system.command('audit', 'key');
    expect(code).toBe(0);
    // Other programs read it: nothing but what was asked for.
    expect(printed).toMatch(/^\S+\s-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----\s*$/);
    for (const words of [[], ['mend'], ['verify', 'all']]) {
      expect(await system.command('audit', ...words)).toMatchObject({ code: 2 });
    }
  });
});

describe("an administrator's search", () => {
  it('finds every attribute registered', async () => {
    const { customAttributes } = await system.client.connection.operatorService.listSearchAttributes({
      namespace: system.environment.TEMPORAL_NAMESPACE,
    });
    expect(Object.keys(customAttributes)).toEqual(
      expect.arrayContaining(Object.values(PLAN_ATTRIBUTES).map(({ name }) => name)),
    );
  });

  it('finds exactly the plans that wait for a gathering answer and are overdue', async () => {
    const expected = crowd.filter(({ name, daysAgo }) => name === 'gathering' && daysAgo === 31);
    await expectFound(
      `PlanOverdueFor = 'gatheringAnswer' AND ExecutionStatus = 'Running'`,
      expected.map(({ plan }) => plan.planId),
    );
  });

  it.each([
    [
      `PlanWaitsOn = 'regionalPsychiatry'`,
      ({ waitState }) => waitState.waitingOn.includes('regionalPsychiatry'),
    ],
    [`PlanWaitsFor = 'draftApproval'`, ({ waitState }) => waitState.waitingFor.includes('draftApproval')],
    [`PlanPhase = 'onHold'`, ({ waitState }) => waitState.phase === 'onHold'],
    [`PlanPhase IN ('drafting', 'followUp')`, ({ waitState }) => /drafting|followUp/.test(waitState.phase)],
    [`PlanNextStep = 'remindParty'`, ({ waitState }) => waitState.next?.step === 'remindParty'],
    [`PlanOverdueSince IS NOT NULL`, ({ waitState }) => waitState.overdueSince !== null],
    [`PlanProblem IS NOT NULL`, ({ waitState }) => waitState.problem !== null],
    [`PlanCourseType = 'coordinated'`, () => true],
  ] as [string, (plan: RecordedPlan) => boolean][])('by %s finds what the record says', async (query, is) => {
    const plans = await recordedPlans(system.database);
    await expectFound(
      `${query} AND ExecutionStatus = 'Running'`,
      plans.filter(is).map(({ planId }) => planId),
    );
  });

  it('by the next moment finds what comes within days', async () => {
    const soon = addDuration(await clock.now(), { days: 8 });
    const expected = (await recordedPlans(system.database)).filter(
      ({ waitState: { next } }) => next !== null && next.at < soon,
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(crowd.length - 1);
    await expectFound(
      `PlanNextAt < '${soon}' AND ExecutionStatus = 'Running'`,
      expected.map(({ planId }) => planId),
    );
  });

  it("by the coordinator's reference finds that person's plans", async () => {
    const { id } = castMember('bogfinke');
    const expected = (await recordedPlans(system.database)).filter(
      ({ waitState }) => waitState.coordinator === id,
    );
    expect(expected).toHaveLength(9);
    await expectFound(
      `PlanCoordinator = '${id}' AND ExecutionStatus = 'Running'`,
      expected.map(({ planId }) => planId),
    );
  });

  it('finds the ended plan closed, waiting for nobody', async () => {
    const [ended] = crowd.filter(({ name }) => name === 'ended');
    await expectFound(`PlanPhase = 'ended' AND PlanWaitsOn IS NULL AND ExecutionStatus = 'Completed'`, [
      ended?.plan.planId ?? '',
    ]);
  });
});

describe('what an administrator sees of one plan', () => {
  it('is its number and a sentence about whom it waits for', async () => {
    const [{ planId, waitState }] = (await recordedPlans(system.database, [aPlan('gathering')])) as [
      RecordedPlan,
    ];
    const handle = system.client.workflow.getHandle(planWorkflowId(planId));
    expect(await (await handle.describe()).staticSummary()).toBe(`Plan ${waitState.number}`);
    const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(currentDetails).toBe(waitState.summary);
    expect(currentDetails).toMatch(
      /^Venter på svar på afdækning fra regionspsykiatrien siden .*\(overskredet\)/,
    );
  });

  it('has a summary on every timer and every step', async () => {
    const history = await historyOf(aPlan('gathering'));
    const timers = eventsOf(history, 'TIMER_STARTED');
    const steps = eventsOf(history, 'ACTIVITY_TASK_SCHEDULED');
    expect(timers.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(0);
    for (const { userMetadata } of [...timers, ...steps]) {
      const summary = userMetadata?.summary;
      if (summary === null || summary === undefined) throw new Error('There is no summary.');
      expect(JSON.parse(await decoded(keys(), summary))).toMatch(/^(\w+|Venter på .*)$/);
    }
  });

  it(
    'is encrypted, and holds no personal data even when decrypted',
    async () => {
      const personal = await personalWords();
      for (const { history } of await everyHistory(system.client)) {
        for (const { path, encoding, payload } of payloadsOf(history)) {
          if (path.includes('searchAttributes')) continue;
          expect(`${path} ${encoding}`).toBe(`${path} binary/encrypted`);
          const text = await decoded(keys(), payload);
          expect(personal.filter((word) => text.includes(word))).toEqual([]);
        }
        const raw = JSON.stringify(history, (_, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        );
        expect(personal.filter((word) => raw.includes(word))).toEqual([]);
      }
    },
    MINUTES,
  );
});

describe('an administrator who steps in', () => {
  it('has the record asked again by lookAgainNow', async () => {
    const plan = await begin('consent', 1, 'ravn', new NothingAfterCommit());
    await system.relay.catchUp(await clock.now());
    await system.relay.settled();
    await plan.join('psychiatry');
    const handle = system.client.workflow.getHandle(planWorkflowId(plan.planId));
    await handle.signal(lookAgainNowSignal);
    await until('it knows', async () => {
      const [recorded] = await recordedPlans(system.database, [plan.planId]);
      return (await handle.query(waitStateQuery))?.seq === recorded?.seq;
    });
    const names = eventsOf(await historyOf(plan.planId), 'ACTIVITY_TASK_SCHEDULED').map(
      ({ activityTaskScheduledEventAttributes }) => activityTaskScheduledEventAttributes?.activityType?.name,
    );
    expect(names).toEqual(['readWaitState']);
  });

  it('does nothing to a plan whose next step is not due', async () => {
    const planId = aPlan('consent');
    const [before] = await recordedPlans(system.database, [planId]);
    const handle = system.client.workflow.getHandle(planWorkflowId(planId));
    await handle.signal(performNextStepNowSignal);
    await until(
      'it was tried',
      async () => eventsOf(await historyOf(planId), 'ACTIVITY_TASK_COMPLETED').length > 0,
    );
    expect(await recordedPlans(system.database, [planId])).toEqual([before]);
  });

  it(
    'sees a step that cannot be performed as a problem, and has it tried when the cause is gone',
    async () => {
      const plan = await begin('gathering', 0, 'ravn');
      await plan.join('psychiatry');
      await plan.consent('psychiatry');
      const owner = await new DataSource({ type: 'postgres', url: system.postgres.url }).initialize();
      const workflowId = planWorkflowId(plan.planId);
      try {
        await owner.query('REVOKE INSERT ON meeting_invitations FROM kiplan_application');
        await plan.convene();
        await until('the step is failing', async () => {
          const { raw } = await system.client.workflow.getHandle(workflowId).describe();
          return (raw.pendingActivities ?? []).some(({ lastFailure }) => lastFailure !== null);
        });
        await limitAttempts(system.client.connection, system.environment.TEMPORAL_NAMESPACE, workflowId, {
          type: 'inviteParticipants',
          maximumAttempts: 2,
        });
        await expectFound(`PlanProblem = 'QueryFailedError' AND ExecutionStatus = 'Running'`, [plan.planId]);
        const tasks = await system.database.query<{ kind: string }[]>(
          'SELECT kind FROM tasks WHERE plan_id = $1 AND closed_at IS NULL',
          [plan.planId],
        );
        expect(tasks).toEqual([{ kind: 'stepProblem' }]);
      } finally {
        await owner.query('GRANT INSERT ON meeting_invitations TO kiplan_application');
        await owner.destroy();
      }
      await system.client.workflow.getHandle(workflowId).signal(performNextStepNowSignal);
      await expectFound('PlanProblem IS NOT NULL', []);
      const performed = (await performedSteps(system.database, system.vault)).filter(
        ({ planId }) => planId === plan.planId,
      );
      expect(performed.map(({ step }) => step)).toEqual(['inviteParticipants']);
    },
    2 * MINUTES,
  );
});

describe('through all of it', () => {
  it("the worker's log is JSON and names nobody", async () => {
    const personal = await personalWords();
    const lines = readFileSync(worker.logFile, 'utf8').trim().split('\n');
    expect(lines.some((line) => line.includes('inviteParticipants'))).toBe(true);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ process: 'worker' });
      expect([line, personal.filter((word) => line.includes(word))]).toEqual([line, []]);
      expect(line).not.toMatch(/INSERT INTO|"parameters"/);
    }
  });

  it('no workflow task has failed', async () => {
    for (const { workflowId, history } of await everyHistory(system.client)) {
      expect([workflowId, eventsOf(history, 'WORKFLOW_TASK_FAILED')]).toEqual([workflowId, []]);
    }
  });
});

async function begin(
  name: StoryName,
  daysAgo: number,
  coordinator: 'ravn' | 'bogfinke',
  afterCommit = system.relay as RealSystem['relay'] | NothingAfterCommit,
): Promise<RealPlan> {
  return RealPlan.begin(system.database, {
    policy: calm,
    citizenPersonId: citizens.pop() ?? '',
    at: addDuration(await clock.now(), { days: -daysAgo }),
    afterCommit,
    keys: system,
    coordinator,
    answer: name === 'awaitingCitizen' ? 'pending' : 'yes',
  });
}

function aPlan(wanted: StoryName): string {
  const found = crowd.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`There is no plan in ${wanted}.`);
  return found.plan.planId;
}

function keys(): RealSystem['environment']['PAYLOAD_KEYS'] {
  return system.environment.PAYLOAD_KEYS;
}

function historyOf(planId: string): Promise<History> {
  return system.client.workflow.getHandle(planWorkflowId(planId)).fetchHistory();
}

/** The server needs a moment until a search sees what was written. */
async function expectFound(query: string, planIds: readonly string[]): Promise<void> {
  const wanted = [...planIds].sort();
  let found: (string | null)[] = [];
  try {
    await until(
      query,
      async () => {
        found = [];
        for await (const { workflowId } of system.client.workflow.list({ query })) {
          found.push(planIdOfWorkflow(workflowId));
        }
        return found.length === wanted.length;
      },
      20_000,
    );
  } finally {
    expect(found.sort()).toEqual(wanted);
  }
}

/** What must never get to Temporal: names, addresses, and what people wrote. */
async function personalWords(): Promise<string[]> {
  const people = await system.database.query<{ id: string; given_name: string; family_name: string }[]>(
    'SELECT id, given_name, family_name FROM people',
  );
  const contacts = await system.vault.contacts.read(
    system.database,
    people.map(({ id }) => id),
  );
  const written = ['Sundhedshuset', 'aftalt', 'a home of my own', 'a talk each week', 'at home'];
  return [
    ...new Set([
      ...people.flatMap(({ id, given_name, family_name }) => [
        `${given_name} ${family_name}`,
        contacts.get(id)?.email ?? '',
      ]),
      ...written,
    ]),
  ].filter((word) => word !== '');
}
