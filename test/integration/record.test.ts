import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { WallClock } from '../../libs/clock/clock.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { DomainError } from '../../libs/domain/plan/errors.js';
import { fold } from '../../libs/domain/plan/evolve.js';
import type { CommandOf, PlanCommand } from '../../libs/domain/plan/plan.types.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import type { CommandContext } from '../../libs/record/plan-record.types.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { StaleSeqError, UnknowableSecondStart } from '../../libs/record/record.errors.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { insertCitizen, insertOrganisation, insertPerson } from './people-rows.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { recordOn, testVault } from '../support/test-vault.js';

const CLIENTS = 16;

describe('the record', () => {
  let postgres: TestPostgres;
  let database: DataSource;
  let record: PlanRecord;
  let organisationId: string;
  let coordinator: Actor & { kind: 'person' };
  let stranger: Actor & { kind: 'person' };

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    database = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: CLIENTS,
      keys: testVault.keys,
    }).initialize();
    record = recordOn(database, new WallClock());
    organisationId = await insertOrganisation(database.manager, 'Testafdelingen');
    coordinator = staff(await insertPerson(database.manager, 'Ravn', organisationId));
    stranger = staff(await insertPerson(database.manager, 'Krage', organisationId));
  }, 60_000);

  afterAll(async () => {
    await database.destroy();
    await postgres.stop();
  });

  const staff = (personId: string): Actor & { kind: 'person' } => ({
    kind: 'person',
    personId,
    organisationId,
    organisationRoles: ['practitioner'],
    worksIn: [organisationId],
  });

  const by = (actor: Actor, more: Partial<CommandContext> = {}): CommandContext => ({
    actor,
    commandId: null,
    expectedSeq: null,
    origin: processOrigin('test'),
    ...more,
  });

  const start = (planId: string, citizenPersonId: string): CommandOf<'startPlan'> => ({
    type: 'startPlan',
    planId,
    number: '',
    citizenPersonId,
    citizenOfAgeAt: null,
    citizenChannel: 'mail',
    grounds: ['severeMentalIllnessWithSubstanceUse'],
    courseType: 'coordinated',
    cluster: 'Nord',
    municipalityCode: '0219',
    department: 'Ambulatoriet',
    organisationId,
    coordinatorPersonId: coordinator.personId,
    citizenAnswer: 'yes',
    answerManner: 'oral',
    policy: defaultPolicy,
  });

  const startedPlan = async (): Promise<string> => {
    const planId = randomUUID();
    await record.execute(
      planId,
      start(planId, await insertCitizen(database.manager, 'Magnus')),
      by(coordinator),
    );
    return planId;
  };

  const goal = (priority: number): PlanCommand => ({
    type: 'setGoal',
    goalId: randomUUID(),
    title: 'Sove om natten',
    priority,
  });

  const eventsOf = (planId: string): ReturnType<typeof testVault.events.read> =>
    testVault.events.read(database.manager, planId);

  it('gives plans numbers of which nobody can count how many there are', async () => {
    const numbers: number[] = [];
    for (let one = 0; one < 4; one += 1) {
      const number = (await record.load(await startedPlan()))?.number ?? '';
      expect(number).toMatch(/^KI-\d{4}-\d{8}$/);
      numbers.push(Number(number.slice(-8)));
    }
    expect(new Set(numbers).size).toBe(4);
    const steps = numbers.slice(1).map((number, at) => Math.abs(number - (numbers[at] ?? 0)));
    expect(Math.max(...steps)).toBeGreaterThan(1_000);
  });

  it('serialises commands that come at the same time, and loses none', async () => {
    const planId = await startedPlan();
    const given = Array.from({ length: 10 * CLIENTS }, (_, index) => goal((index % 9) + 1));
    const answers = await Promise.all(
      given.map((command) => record.execute(planId, command, by(coordinator))),
    );
    const events = await eventsOf(planId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ event }) => event.type === 'goalSet')).toHaveLength(given.length);
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(given.length);
    expect(JSON.parse(JSON.stringify(fold(null, events)))).toEqual(await record.load(planId));
  });

  it('answers a command that is given again as it did the first time', async () => {
    const planId = await startedPlan();
    const again = by(coordinator, { commandId: randomUUID() });
    const command = goal(1);
    const answers = await Promise.all([1, 2, 3].map(() => record.execute(planId, command, again)));
    expect(new Set(answers.map(({ events }) => JSON.stringify(events.map(({ seq }) => seq)))).size).toBe(1);
    expect((await eventsOf(planId)).filter(({ event }) => event.type === 'goalSet')).toHaveLength(1);
  });

  it('lets only one of two who saw the same plan change it', async () => {
    const planId = await startedPlan();
    const { seq } = (await record.load(planId)) ?? { seq: 0 };
    const attempts = await Promise.allSettled(
      [1, 2].map((priority) => record.execute(planId, goal(priority), by(coordinator, { expectedSeq: seq }))),
    );
    const refused = attempts.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(StaleSeqError);
  });

  it('changes nothing when the rules refuse', async () => {
    const planId = await startedPlan();
    const before = await record.load(planId);
    await expect(record.execute(planId, { type: 'resumePlan' }, by(coordinator))).rejects.toMatchObject({
      code: 'PLAN.NOT_ON_HOLD',
    });
    expect(await record.load(planId)).toEqual(before);
  });

  it('starts one plan for a citizen, however many start one at the same time', async () => {
    const citizen = await insertCitizen(database.manager, 'Rasmus');
    const attempts = await Promise.allSettled(
      Array.from({ length: CLIENTS }, () => {
        const planId = randomUUID();
        return record.execute(planId, start(planId, citizen), by(coordinator));
      }),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = attempts.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { code: string }] : [],
    );
    expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(['PLAN.CITIZEN_HAS_OPEN_PLAN']));
  });

  it('tells a stranger nothing of an open plan, and its coordinator of the second start', async () => {
    const citizen = await insertCitizen(database.manager, 'Else');
    const planId = randomUUID();
    await record.execute(planId, start(planId, citizen), by(coordinator));
    const second = randomUUID();
    const attempt = record.execute(
      second,
      { ...start(second, citizen), coordinatorPersonId: stranger.personId },
      by(stranger),
    );
    await expect(attempt).rejects.toBeInstanceOf(UnknowableSecondStart);
    expect(await record.load(second)).toBeNull();
    const tasks = Object.values((await record.load(planId))?.tasks ?? {});
    expect(tasks.map(({ kind }) => kind)).toEqual(['secondStart']);
  });

  describe('a reopening beside another open plan', () => {
    const reopen = (by: Actor & { kind: 'person' }): PlanCommand => ({
      type: 'reopenPlan',
      reason: 'wished',
      coordinatorPersonId: by.personId,
    });

    /** A plan that its citizen declined, started by somebody. */
    async function declined(citizen: string, starter: Actor & { kind: 'person' }): Promise<string> {
      const planId = randomUUID();
      const command = { ...start(planId, citizen), coordinatorPersonId: starter.personId };
      await record.execute(planId, { ...command, citizenAnswer: 'no' }, by(starter));
      return planId;
    }

    async function refusal(planId: string, actor: Actor & { kind: 'person' }): Promise<unknown> {
      const refused: unknown = await record
        .execute(planId, reopen(actor), by(actor))
        .catch((one: unknown) => one);
      const { code, details } = refused as DomainError;
      return { code, details };
    }

    it('is refused to a stranger as for other reasons, told to the open plan and on its audit', async () => {
      const citizen = await insertCitizen(database.manager, 'Grethe');
      const ended = await declined(citizen, stranger);
      const open = randomUUID();
      await record.execute(open, start(open, citizen), by(coordinator));
      const beside = await refusal(ended, stranger);
      const dead = await insertCitizen(database.manager, 'Aksel');
      const ofDead = await declined(dead, stranger);
      await database.query('UPDATE people SET deceased_at = now() WHERE id = $1', [dead]);
      const heldBack = await declined(await insertCitizen(database.manager, 'Bodil'), stranger);
      await database.query(
        `INSERT INTO erasure_holds (hold_id, plan_id, reason, held_at, held_by_person_id)
         VALUES (gen_random_uuid(), $1, '', now(), $2)`,
        [heldBack, stranger.personId],
      );
      expect(beside).toMatchObject({ code: 'PLAN.REOPEN_REFUSED' });
      expect(await refusal(ofDead, stranger)).toEqual(beside);
      expect(await refusal(heldBack, stranger)).toEqual(beside);
      const tasks = Object.values((await record.load(open))?.tasks ?? {});
      expect(tasks.map(({ kind }) => kind)).toEqual(['secondStart']);
      const audited = await database.query<{ refusal: string }[]>(
        `SELECT entry::jsonb ->> 'refusal' AS refusal FROM audit_entries
         WHERE plan_id = $1 AND person_id = $2 AND operation = 'reopenPlan' AND NOT allowed`,
        [open, stranger.personId],
      );
      expect(audited).toEqual([{ refusal: 'PLAN.CITIZEN_HAS_OPEN_PLAN' }]);
    });

    it('is refused with the open plan named to whoever may know of it', async () => {
      const citizen = await insertCitizen(database.manager, 'Holger');
      const ended = await declined(citizen, coordinator);
      const open = randomUUID();
      await record.execute(open, start(open, citizen), by(coordinator));
      expect(await refusal(ended, coordinator)).toEqual({
        code: 'PLAN.CITIZEN_HAS_OPEN_PLAN',
        details: { planId: open },
      });
    });

    it('goes well where there is no other plan', async () => {
      const ended = await declined(await insertCitizen(database.manager, 'Inger'), stranger);
      const { state } = await record.execute(ended, reopen(stranger), by(stranger));
      expect(state.ended).toBeNull();
    });
  });

  it('keeps what was answered when the database is killed the moment after', async () => {
    const planId = await startedPlan();
    const { seq } = await record.execute(planId, goal(1), by(coordinator));
    await postgres.kill();
    await postgres.restart();
    const events = await retry(() => eventsOf(planId));
    expect(events.at(-1)?.seq).toBe(seq);
  }, 60_000);

  /** The pool learns at its next use that its connections are gone. */
  async function retry<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        if (attempt === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }
});
