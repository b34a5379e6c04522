import type { InformationKind } from '../../../libs/domain/consent/consent.types.js';
import { mayDisclose } from '../../../libs/domain/disclosure/may-disclose.js';
import type { Actor } from '../../../libs/domain/plan/actor.js';
import type { PlanState } from '../../../libs/domain/plan/plan.types.js';
import { participantIdsOf, type PlanRole, planRolesOf } from '../../../libs/domain/plan/rights.js';

/** Roles that see all of their plan. */
const WHOLE: readonly PlanRole[] = ['coordinator', 'deputy', 'citizen', 'custodyHolder'];
/** What is needed to name a coordinator and to follow that the plan goes on. */
const LED: readonly InformationKind[] = ['course', 'masterData'];
/** What somebody needs to see to say yes to being the coordinator. */
const PROPOSED: readonly InformationKind[] = ['course', 'masterData'];

/** Whether the actor may see the whole plan at an instant. */
export function seesWholePlan(state: PlanState, actor: Actor, at: string): boolean {
  return planRolesOf(state, actor, at).some((role) => WHOLE.includes(role));
}

/** Whether the actor may know at all that there is such a plan. */
export function knowsOfPlan(state: PlanState, actor: Actor, at: string): boolean {
  return planRolesOf(state, actor, at).length > 0;
}

/**
 * Whether the actor may see one kind of information of a plan at an instant: by the role, or because the gate lets
 * it go to the participant that the actor is.
 */
export function maySee(state: PlanState, actor: Actor, kind: InformationKind, at: string): boolean {
  const roles = planRolesOf(state, actor, at);
  if (roles.some((role) => WHOLE.includes(role))) return true;
  if (roles.includes('teamLeader') && LED.includes(kind)) return true;
  if (roles.includes('successor') && PROPOSED.includes(kind)) return true;
  return participantIdsOf(state, actor).some(
    (participantId) => mayDisclose(state, { participantId, kind, purpose: 'coordination', at }).allowed,
  );
}
