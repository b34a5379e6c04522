import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../libs/domain/plan/actor.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';

export interface BenchmarkPlan {
  readonly planId: string;
  readonly goalId: string;
  readonly coordinator: Actor;
}

/** Plans with a citizen each, one coordinator and one goal, started by the record itself. */
export async function benchmarkPlans(
  database: DataSource,
  record: PlanRecord,
  count: number,
): Promise<BenchmarkPlan[]> {
  const organisationId = randomUUID();
  const coordinatorId = randomUUID();
  await database.query(
    `INSERT INTO organisations (id, kind, name) VALUES ($1, 'department', 'Testafdelingen')`,
    [organisationId],
  );
  await insertPeople(database, [coordinatorId], organisationId);
  const citizens = Array.from({ length: count }, () => randomUUID());
  await insertPeople(database, citizens, null);
  await database.query(
    `INSERT INTO citizens (person_id, cpr_encrypted, cpr_hash, birth_date)
     SELECT id, '\\x00', sha256(id::text::bytea), '1990-04-05' FROM unnest($1::uuid[]) AS id`,
    [citizens],
  );
  const coordinator: Actor = {
    kind: 'person',
    personId: coordinatorId,
    organisationId,
    organisationRoles: ['practitioner', 'coordinator'],
    worksIn: [organisationId],
  };
  const context = {
    actor: coordinator,
    commandId: null,
    expectedSeq: null,
    origin: processOrigin('benchmark'),
  };
  const plans: BenchmarkPlan[] = [];
  for (const citizenPersonId of citizens) {
    const planId = randomUUID();
    const goalId = randomUUID();
    await record.execute(
      planId,
      {
        type: 'startPlan',
        planId,
        number: '',
        citizenPersonId,
        citizenOfAgeAt: null,
        citizenChannel: 'mail',
        grounds: ['severeMentalIllnessWithSubstanceUse'],
        courseType: 'coordinated',
        cluster: 'Test',
        municipalityCode: '0219',
        department: 'Testafdelingen',
        organisationId,
        coordinatorPersonId: coordinatorId,
        citizenAnswer: 'yes',
        answerManner: 'oral',
        policy: defaultPolicy,
      },
      context,
    );
    await record.execute(planId, { type: 'setGoal', goalId, title: 'Mål', priority: 1 }, context);
    plans.push({ planId, goalId, coordinator });
  }
  return plans;
}

async function insertPeople(
  database: DataSource,
  ids: readonly string[],
  organisationId: string | null,
): Promise<void> {
  await database.query(
    `INSERT INTO people (id, given_name, family_name, language, channel, organisation_id, organisation_roles,
                         protected_identity, created_at)
     SELECT id, 'Test', 'Testesen', 'da', 'mail', $2, '{practitioner}', false, now()
     FROM unnest($1::uuid[]) AS id`,
    [ids, organisationId],
  );
}
