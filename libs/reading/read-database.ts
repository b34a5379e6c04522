import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import { checkWithinLink } from '../domain/access/within-link.js';
import type { ClientActor, PersonActor } from '../identity/actor-of-token.js';
import { EventLog } from '../persistence/event-log.js';
import type { Queryable } from '../persistence/queryable.js';
import { keysOf } from '../persistence/sealed-words/opening.data-source.js';
import { UnfitSnapshot } from '../persistence/snapshots/verified-rows.js';
import { actingBy, type Employment, NO_EMPLOYMENT } from '../domain/standing/standing.js';
import { organisationsFrom } from '../record/employments.js';
import { refreshWaitState } from '../record/refresh-wait-state.js';
import type { OpenViewer } from './viewer.js';

/**
 * Steps before the walls: from here on the transaction has the reader's role, which sees only what row-level security
 * lets this person see at this moment. The role's name is that of `readerRoleOf`. Where the reader works and as what is
 * taken from the register in the snapshot in which is read, whatever the process believes of them; what they signed in for
 * can only make it less.
 */
const STEP_BEFORE_THE_WALLS = `SELECT
  reader.roles, reader.works_in AS "worksIn",
  set_config('kiplan.person', $1, true),
  set_config('kiplan.works_in', reader.works_in::text, true),
  set_config('kiplan.roles', reader.roles::text, true),
  set_config('kiplan.at', $2, true),
  set_config('kiplan.plan', $3, true),
  set_config('transaction_read_only', 'on', true),
  set_config('role', current_user || '_reader', true)
FROM (
  SELECT coalesce(person.roles, '{}') AS roles,
    CASE WHEN person.roles IS NULL THEN '{}' ELSE ${organisationsFrom('person.organisation_id')} END AS works_in
  FROM (SELECT 1) AS one LEFT JOIN (
    SELECT organisation_id, ARRAY(SELECT unnest(organisation_roles) INTERSECT SELECT unnest($4::text[])) AS roles
    FROM people WHERE id = NULLIF($1, '')::uuid AND erased_at IS NULL AND $5::boolean OFFSET 0
  ) AS person ON true OFFSET 0
) AS reader`;

/** The only way to read for somebody: behind the database's own walls, at one moment, changing nothing. */
export class ReadDatabase {
  constructor(private readonly database: DataSource) {}

  /**
   * Reads as a person, or as a machine, to whom no plan is open, at an instant. Nothing that was read may be shown before the audit has it.
   * @param read Gets the reader as the register has them in what is read.
   * @throws DomainError ACTOR.NOT_PERMITTED for what the reader's link is not for.
   */
  async as<T, A extends PersonActor | ClientActor>(
    { actor, operation }: { readonly actor: A; readonly operation: OpenViewer['operation'] },
    at: Instant,
    read: (source: Queryable, actor: A) => Promise<T>,
  ): Promise<T> {
    checkWithinLink(actor, operation);
    const mended = new Set<string>();
    for (;;) {
      try {
        return await this.behindTheWalls(actor, at, read);
      } catch (error) {
        if (!(error instanceof UnfitSnapshot)) throw error;
        await this.mend(error.planIds, mended);
      }
    }
  }

  /** Whoever reads may not read all that snapshots follow from: the record folds them anew, and it is read again. */
  private async mend(planIds: readonly string[], mended: Set<string>): Promise<void> {
    const again = planIds.filter((planId) => mended.has(planId));
    if (again.length > 0) throw new UnfitSnapshot(again);
    for (const planId of planIds) {
      await refreshWaitState(this.database, new EventLog(keysOf(this.database)), planId);
      mended.add(planId);
    }
  }

  private behindTheWalls<T, A extends PersonActor | ClientActor>(
    actor: A,
    at: Instant,
    read: (source: Queryable, actor: A) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const [employment] = await manager.query<Employment[]>(STEP_BEFORE_THE_WALLS, stepsOf(actor, at));
      return read(manager, actingBy(actor, employment ?? NO_EMPLOYMENT));
    });
  }
}

/** Who reads and when, the one plan of who came by a link, and what they signed in for. */
function stepsOf(actor: PersonActor | ClientActor, at: Instant): unknown[] {
  if (actor.kind === 'client') return ['', at, '', [], false];
  const { personId, organisationId, organisationRoles, link } = actor;
  return [personId, at, link?.planId ?? '', organisationRoles, organisationId !== null];
}
