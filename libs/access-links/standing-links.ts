import type { Clock } from '../clock/clock.js';
import { standingRefusal } from '../domain/access/access-link.rules.js';
import type { LinkedTo } from '../domain/access/access-link.types.js';
import { LinkDirectory } from '../identity/link-directory.js';
import type { Queryable } from '../persistence/queryable.js';
import { linkInPlan } from './access-link-rows.js';

/** The links of PostgreSQL, each held against its plan as that is now. */
export class StandingLinks extends LinkDirectory {
  constructor(
    private readonly database: Queryable,
    private readonly clock: Clock,
  ) {
    super();
  }

  async standing(linkId: string): Promise<LinkedTo | null> {
    const found = await linkInPlan(this.database, linkId);
    if (found === null) return null;
    const { link, state, employment } = found;
    if (standingRefusal(link, state, employment, await this.clock.now()) !== null) return null;
    const { planId, participantId, purpose } = link;
    return { linkId, planId, participantId, purpose };
  }
}
