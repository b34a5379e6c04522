import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import { checkWithinLink } from '../domain/access/within-link.js';
import type { ClientActor, PersonActor } from '../identity/actor-of-token.js';
import { EventLog } from '../persistence/event-log.js';
import type { Queryable } from '../persistence/queryable.js';
import { keysOf } from '../persistence/sealed-words/opening.data-source.js';
import { UnfitSnapshot } from '../persistence/snapshots/verified-rows.js';
import { refreshWaitState } from '../record/refresh-wait-state.js';
import { ledOrganisations } from './led-organisations.js';
import type { OpenViewer } from './viewer.js';

/**
 * Steps before the walls: from here on the transaction has the reader's role, which sees only what row-level security
 * lets this person see at this moment. The role's name is that of `readerRoleOf`.
 */
const STEP_BEFORE_THE_WALLS = `SELECT
  set_config('kiplan.person', $1, true),
  set_config('kiplan.led', $2, true),
  set_config('kiplan.at', $3, true),
  set_config('kiplan.auditor', $4, true),
  set_config('kiplan.administrator', $5, true),
  set_config('kiplan.plan', $6, true),
  set_config('transaction_read_only', 'on', true),
  set_config('role', current_user || '_reader', true)`;

/** The only way to read for somebody: behind the database's own walls, at one moment, changing nothing. */
export class ReadDatabase {
  constructor(private readonly database: DataSource) {}

  /**
   * Reads as a person, or as a machine, to whom no plan is open, at an instant. Nothing that was read may be shown before the audit has it.
   * @throws DomainError ACTOR.NOT_PERMITTED for what the reader's link is not for.
   */
  async as<T>(
    { actor, operation }: Pick<OpenViewer, 'actor' | 'operation'>,
    at: Instant,
    read: (source: Queryable) => Promise<T>,
  ): Promise<T> {
    checkWithinLink(actor, operation);
    const mended = new Set<string>();
    for (;;) {
      try {
        return await this.behindTheWalls(readerOf(actor), at, read);
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

  private behindTheWalls<T>(
    reader: Reader,
    at: Instant,
    read: (source: Queryable) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      await manager.query(STEP_BEFORE_THE_WALLS, [
        reader.personId,
        `{${reader.led.join(',')}}`,
        at,
        String(reader.isAuditor),
        String(reader.isAdministrator),
        reader.planId,
      ]);
      return read(manager);
    });
  }
}

interface Reader {
  readonly personId: string;
  readonly led: string[];
  readonly isAuditor: boolean;
  readonly isAdministrator: boolean;
  /** The only plan that may be read; empty if it may be any. */
  readonly planId: string;
}

function readerOf(actor: PersonActor | ClientActor): Reader {
  if (actor.kind === 'client') {
    return { personId: '', led: [], isAuditor: false, isAdministrator: false, planId: '' };
  }
  const { personId, organisationRoles, link } = actor;
  return {
    personId,
    led: ledOrganisations(actor),
    isAuditor: organisationRoles.includes('auditor'),
    isAdministrator: organisationRoles.includes('administrator'),
    planId: link?.planId ?? '',
  };
}
