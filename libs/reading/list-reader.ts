import type { Instant } from '../domain/calendar/index.js';
import type { Queryable } from '../persistence/queryable.js';
import type { ReaderParts } from './plan-reader.js';
import type { OpenViewer } from './viewer.js';

/** What a list tells, and of which plans. */
export interface Listed<T> {
  readonly list: T;
  readonly planIds: readonly string[];
  /** Whether something was looked for: then it is on the audit as well that nothing was found. */
  readonly searched?: boolean;
}

/** Reads lists over plans for somebody, behind the walls and onto the audit. */
export class ListReader {
  constructor(private readonly parts: ReaderParts) {}

  /** Reads at one moment; which plans were shown, if any, is on the audit before it is returned. */
  async read<T>(
    viewer: OpenViewer,
    read: (source: Queryable, at: Instant) => Promise<Listed<T>>,
  ): Promise<T> {
    const { reads, audit, clock, database } = this.parts;
    const { actor, operation, origin } = viewer;
    const at = await clock.now();
    const { list, planIds, searched = false } = await reads.as(viewer, at, (source) => read(source, at));
    if (planIds.length > 0 || searched) {
      const listed = [...new Set(planIds)].sort();
      const roles = actor.kind === 'client' ? [] : actor.organisationRoles;
      await audit.add(database, { at, actor, roles, operation, planId: null, listed, allowed: true, origin });
    }
    return list;
  }
}
