import type { EntityManager } from 'typeorm';
import { knowsOfPlan } from '../domain/disclosure/sight.js';
import type { Actor } from '../domain/plan/actor.js';
import type { PlanCommand, PlanState } from '../domain/plan/plan.types.js';
import { type ReferenceCode, UnknownReference } from './record.errors.js';

interface Reference {
  readonly fields: readonly string[];
  readonly sql: string;
  readonly code: ReferenceCode;
}

/** What commands refer to outside their plan, and where it must exist. */
const REFERENCES: readonly Reference[] = [
  {
    fields: ['citizenPersonId'],
    sql: 'SELECT 1 FROM citizens WHERE person_id = $1',
    code: 'CITIZEN.NOT_FOUND',
  },
  {
    fields: ['personId', 'coordinatorPersonId', 'successorPersonId', 'helperPersonId', 'deputyPersonId'],
    // Held, so that nobody is erased who is just getting a part.
    sql: 'SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL FOR KEY SHARE',
    code: 'PERSON.NOT_FOUND',
  },
  {
    fields: ['organisationId'],
    sql: 'SELECT 1 FROM organisations WHERE id = $1',
    code: 'ORGANISATION.NOT_FOUND',
  },
];

/**
 * Looks whether the people, organisations, documents and plans that a command names exist, in its transaction and once it
 * is known that the actor may give it.
 * @throws UnknownReference with the code and the field of the first that does not.
 */
export async function checkReferences(
  manager: EntityManager,
  planId: string,
  command: PlanCommand,
  actor: Actor,
  at: string,
): Promise<void> {
  const fields: Readonly<Record<string, unknown>> = { ...command };
  for (const { fields: names, sql, code } of REFERENCES) {
    for (const name of names) {
      const id = fields[name];
      if (typeof id === 'string') await mustExist(manager, sql, [id], code, name);
    }
  }
  if (command.type === 'answerGathering' && command.answer.kind === 'plans') {
    const sql = 'SELECT 1 FROM documents WHERE id = $1 AND plan_id = $2';
    for (const [index, id] of command.answer.documentIds.entries()) {
      await mustExist(manager, sql, [id, planId], 'DOCUMENT.NOT_FOUND', `answer.documentIds.${index}`);
    }
  }
  if (command.type === 'endPlan' && command.mergedIntoPlanId !== null) {
    await mustBeKnown(manager, command.mergedIntoPlanId, actor, at);
  }
}

/** A plan that the actor may not know of does not exist for them. */
async function mustBeKnown(manager: EntityManager, planId: string, actor: Actor, at: string): Promise<void> {
  const rows = await manager.query<{ state: PlanState }[]>(
    'SELECT id, state FROM plans WHERE id = $1 AND erased_at IS NULL',
    [planId],
  );
  const state = rows[0]?.state;
  if (state !== undefined && knowsOfPlan(state, actor, at)) return;
  throw new UnknownReference('PLAN.NOT_FOUND', 'mergedIntoPlanId');
}

async function mustExist(
  manager: EntityManager,
  sql: string,
  parameters: readonly string[],
  code: ReferenceCode,
  field: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(sql, [...parameters]);
  if (rows.length === 0) throw new UnknownReference(code, field);
}
