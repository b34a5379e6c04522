import type { Operation } from '../domain/access/operation-rules.js';
import type { Instant } from '../domain/calendar/index.js';
import { actingBy, employmentOf as employmentBy, sameEmployment } from '../domain/standing/standing.js';
import type { ClientActor, PersonActor } from '../identity/actor-of-token.js';
import type { Queryable } from '../persistence/queryable.js';
import { employmentOf } from '../record/employments.js';
import type { ReaderParts } from './plan-reader.js';
import type { OpenViewer, Viewer } from './viewer.js';

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

  /**
   * Reads at one moment; which plans were shown, if any, is on the audit before it is returned. If the viewer's employment has
   * changed meanwhile, it is read again.
   * @param read Gets the viewer as the register has them in what is read.
   */
  async read<T, A extends PersonActor | ClientActor>(
    viewer: Viewer<Operation, A>,
    read: (source: Queryable, at: Instant, actor: A) => Promise<Listed<T>>,
  ): Promise<T> {
    for (;;) {
      const at = await this.parts.clock.now();
      const [listed, actor] = await this.parts.reads.as(
        viewer,
        at,
        async (source, actor) => [await read(source, at, actor), actor] as const,
      );
      if (await this.noted({ ...viewer, actor }, viewer.actor, listed, at)) return listed.list;
    }
  }

  /** Puts on the audit what was listed, while the viewer's employment is held. @returns Whether it may be shown. */
  private noted(
    { actor, operation, origin }: OpenViewer,
    signedIn: PersonActor | ClientActor,
    { planIds, searched = false }: Listed<unknown>,
    at: Instant,
  ): Promise<boolean> {
    const { audit, database } = this.parts;
    if (planIds.length === 0 && !searched) return Promise.resolve(true);
    return database.transaction(async (manager) => {
      if (signedIn.kind === 'person' && actor.kind === 'person') {
        const now = actingBy(signedIn, await employmentOf(manager, signedIn.personId, true));
        if (!sameEmployment(employmentBy(now), employmentBy(actor))) return false;
      }
      const listed = [...new Set(planIds)].sort();
      const roles = actor.kind === 'client' ? [] : actor.organisationRoles;
      await audit.add(manager, { at, actor, roles, operation, planId: null, listed, allowed: true, origin });
      return true;
    });
  }
}
