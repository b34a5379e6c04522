import { INFORMATION_KINDS, type InformationKind } from '../../../libs/domain/consent/consent.types.js';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import { ensure } from '../../../libs/domain/plan/errors.js';
import type { PlanState } from '../../../libs/domain/plan/plan.types.js';
import { participantIdsOf, type PlanRole, planRolesOf } from '../../../libs/domain/plan/rights.js';
import { maySee, seesWholePlan } from './plan-access.js';

/** What one actor may see of one plan at one instant. */
export class PlanSight {
  readonly roles: readonly PlanRole[];
  readonly own: readonly string[];
  readonly whole: boolean;
  readonly kinds: readonly InformationKind[];

  /** @throws DomainError PLAN.NOT_FOUND for an actor who may not know of the plan. */
  constructor(
    readonly state: PlanState,
    actor: Actor,
    readonly at: string,
  ) {
    this.roles = planRolesOf(state, actor, at);
    ensure(this.roles.length > 0, 'PLAN.NOT_FOUND');
    this.own = participantIdsOf(state, actor);
    this.whole = seesWholePlan(state, actor, at);
    this.kinds = INFORMATION_KINDS.filter((kind) => maySee(state, actor, kind, at));
  }

  /** Whether the actor may see this kind of information. */
  may(kind: InformationKind): boolean {
    return this.kinds.includes(kind);
  }

  /** Whether something is about the participant that the actor is. */
  isOwn(participantId: string | null): boolean {
    return participantId !== null && this.own.includes(participantId);
  }

  /** Whether the actor sees how the plan goes: who coordinates, what is awaited, which tasks there are. */
  get leads(): boolean {
    return this.whole || this.roles.includes('teamLeader');
  }

  /** @throws DomainError ACTOR.NOT_PERMITTED unless `permitted`. */
  require(permitted: boolean): void {
    ensure(permitted, 'ACTOR.NOT_PERMITTED');
  }
}
