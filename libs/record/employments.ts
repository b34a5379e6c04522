import type { Actor } from '../domain/plan/actor.js';
import { actingBy, type Employment, NO_EMPLOYMENT } from '../domain/standing/standing.js';
import type { Queryable } from '../persistence/queryable.js';
import { provenBy } from '../persistence/register-rows/register-rows.js';

/**
 * SQL for the organisation of a column and those above it, the own one first. A tree that the register should not have, one
 * that comes back to itself, ends nevertheless.
 * @param column Of another table, or under an alias that is not `lowest`: a name of this statement's own would mean its own.
 */
export function organisationsFrom(column: string): string {
  return `ARRAY(
    WITH RECURSIVE tree_of_organisations (id, parent_id, height) AS (
      SELECT lowest.id, lowest.parent_id, 0 FROM organisations lowest WHERE lowest.id = ${column}
      UNION ALL SELECT higher.id, higher.parent_id, tree_of_organisations.height + 1
      FROM organisations higher JOIN tree_of_organisations ON higher.id = tree_of_organisations.parent_id
      WHERE tree_of_organisations.height < 20
    )
    SELECT id FROM tree_of_organisations ORDER BY height)`;
}

/** Employments by person; who is not in the register has none. */
export type Employments = ReadonlyMap<string, Employment>;

/**
 * Where people work, as the register has it now; rows of people that are not as they were written are not believed.
 * @param hold Whether no employment of theirs may change until the transaction ends.
 */
export async function employmentsOf(
  source: Queryable,
  personIds: readonly string[],
  hold = false,
): Promise<Employments> {
  if (personIds.length === 0) return new Map();
  const rows = await source.query<({ personId: string } & Employment)[]>(
    `WITH person AS MATERIALIZED (
       SELECT id, organisation_id, organisation_roles FROM people
       WHERE id = ANY ($1) AND erased_at IS NULL ORDER BY id ${hold ? 'FOR SHARE' : ''})
     SELECT id AS "personId", organisation_roles AS roles, ${organisationsFrom('person.organisation_id')} AS "worksIn",
       ${provenBy({ people: 'people.id = person.id' })}
     FROM person`,
    [[...new Set(personIds)]],
  );
  return new Map(rows.map(({ personId, ...employment }) => [personId, employment]));
}

/** Where one person works now. */
export async function employmentOf(source: Queryable, personId: string, hold = false): Promise<Employment> {
  return (await employmentsOf(source, [personId], hold)).get(personId) ?? NO_EMPLOYMENT;
}

/** An actor as the register has them now, for where nothing is locked with it. */
export async function actingNow<A extends Actor>(source: Queryable, actor: A): Promise<A> {
  return actor.kind === 'person' ? actingBy(actor, await employmentOf(source, actor.personId)) : actor;
}
