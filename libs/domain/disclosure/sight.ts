import type { Instant } from '../calendar/index.js';
import { type GrantedKind, INFORMATION_KINDS, type InformationKind } from '../consent/consent.types.js';
import { existingPlansFrom } from '../consent/covered-kinds.js';
import type { Actor } from '../plan/actor.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { participantIdsOf, type PlanRole, planRolesOf, representedBy } from '../plan/rights.js';
import type { DisclosureAnswer } from './disclosure.types.js';
import { mayDisclose } from './may-disclose.js';

/** Roles that see all of their plan. */
export const WHOLE_ROLES = ['coordinator', 'deputy', 'citizen', 'custodyHolder'] as const;
type WholeRole = (typeof WHOLE_ROLES)[number];

/** What is needed to name a coordinator and to follow that the plan goes on. */
const LED: readonly InformationKind[] = ['course', 'masterData'];
/** While nobody coordinates, the letters and calls are the team leader's. */
const LED_IN_VACANCY: readonly InformationKind[] = [...LED, 'contactDetails'];
/**
 * What somebody needs to know to be asked to coordinate, or to name who answers for their organisation; whose plan it is, only
 * as far as a consent reaches them.
 */
const PROPOSED: readonly InformationKind[] = ['course'];

/** Why an actor may or may not see a kind of information: by the role, or as the gate answers for a participant. */
export interface SightAnswer {
  readonly allowed: boolean;
  readonly reason: DisclosureAnswer['reason'] | WholeRole | 'teamLeader' | 'successor' | 'partyLeader';
  readonly restsOn: string | null;
}

/** What one actor may see of one plan at one instant. */
export interface Sight {
  readonly roles: readonly PlanRole[];
  /** The participants that the actor is, or represents at a meeting that is not over. */
  readonly own: readonly string[];
  /** Whether the actor sees everything. */
  readonly whole: boolean;
  /** Whether the actor sees how the plan goes: who coordinates, what is awaited, which tasks there are. */
  readonly leads: boolean;
  readonly answers: Readonly<Record<InformationKind, SightAnswer>>;
  /** By participant: whether the actor may see the existing plans of this source. */
  readonly sources: Readonly<Record<string, SightAnswer>>;
}

/**
 * What an actor may see of a plan at an instant.
 * @throws DomainError PLAN.NOT_FOUND for one who may not know of it.
 */
export function sightOf(state: PlanState, actor: Actor, at: Instant): Sight {
  const roles = planRolesOf(state, actor, at);
  ensure(roles.length > 0, 'PLAN.NOT_FOUND');
  const whole = WHOLE_ROLES.some((role) => roles.includes(role));
  const answers = INFORMATION_KINDS.map((kind) => [kind, answerOf(state, actor, roles, kind, at)] as const);
  return {
    roles,
    own: seenAs(state, actor, at),
    whole,
    leads: whole || roles.includes('teamLeader'),
    answers: Object.fromEntries(answers) as Record<InformationKind, SightAnswer>,
    sources: Object.fromEntries(
      Object.keys(state.participants).map((source) => [
        source,
        answerOf(state, actor, roles, existingPlansFrom(source), at),
      ]),
    ),
  };
}

/** Whether the actor may know at all that there is such a plan. */
export function knowsOfPlan(state: PlanState, actor: Actor, at: Instant): boolean {
  return planRolesOf(state, actor, at).length > 0;
}

/** Whether the actor may see the whole plan at an instant. */
export function seesWholePlan(state: PlanState, actor: Actor, at: Instant): boolean {
  const roles = planRolesOf(state, actor, at);
  return WHOLE_ROLES.some((role) => roles.includes(role));
}

/** What a team leader may see of the plans of the own organisation. */
export function ledKinds(state: PlanState): readonly InformationKind[] {
  return state.coordinatorPersonId === null ? LED_IN_VACANCY : LED;
}

/** What somebody may see who is asked to be the coordinator, or to name who answers for a party. */
export function proposedKinds(): readonly InformationKind[] {
  return PROPOSED;
}

function answerOf(
  state: PlanState,
  actor: Actor,
  roles: readonly PlanRole[],
  kind: GrantedKind,
  at: Instant,
): SightAnswer {
  const whole = WHOLE_ROLES.find((role) => roles.includes(role));
  if (whole !== undefined) return byRole(whole);
  if (roles.includes('teamLeader') && includes(ledKinds(state), kind)) return byRole('teamLeader');
  if (roles.includes('successor') && includes(PROPOSED, kind)) return byRole('successor');
  if (roles.includes('partyLeader') && includes(PROPOSED, kind)) return byRole('partyLeader');
  const answers = seenAs(state, actor, at).map((participantId) =>
    mayDisclose(state, { participantId, kind, purpose: 'coordination', at }),
  );
  return answers.find(({ allowed }) => allowed) ?? answers[0] ?? NOT_A_PARTICIPANT;
}

/** The participants as whom the actor sees: those that they are, and those whom they represent at a meeting. */
function seenAs(state: PlanState, actor: Actor, at: Instant): string[] {
  return [...new Set([...participantIdsOf(state, actor), ...representedBy(state, actor, at)])];
}

function includes(kinds: readonly InformationKind[], kind: GrantedKind): boolean {
  return kinds.some((one) => one === kind);
}

const NOT_A_PARTICIPANT: SightAnswer = { allowed: false, reason: 'notAParticipant', restsOn: null };

function byRole(reason: WholeRole | 'teamLeader' | 'successor' | 'partyLeader'): SightAnswer {
  return { allowed: true, reason, restsOn: null };
}
