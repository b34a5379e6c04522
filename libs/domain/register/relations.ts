import { sightOf } from '../disclosure/sight.js';
import { activeParticipants } from '../participants/participants.js';
import type { Actor, OrganisationRole } from '../plan/actor.js';
import type { PlanState } from '../plan/plan.types.js';
import { planRolesOf } from '../plan/rights.js';
import type { Relation } from './person-details.types.js';

/** What of somebody counts for who may read and correct what the register has of them. */
export interface Standing {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly organisationRoles: readonly OrganisationRole[];
  /** Whether they sign in themselves: by a sign-in of their own, or by a citizen's number. */
  readonly signsIn: boolean;
}

/**
 * What an actor is to somebody, at an instant; nothing for one who has nothing to do with them (GDPR articles 5(1)(c) and
 * (f)). That somebody was put into a plan opens nothing of them by itself, since a coordinator does that alone:
 * - who works in an organisation is nobody's to coordinate: their team leader and administrators keep what is known of them;
 * - a citizen is their own plan's coordinator's, or deputy's;
 * - anybody else is a coordinator's only while no other open plan has them and they cannot sign in to mend it themselves.
 * @param plans Every open plan in which the person is the citizen or takes part, whoever coordinates it.
 */
export function relationsTo(
  person: Standing,
  plans: readonly PlanState[],
  actor: Extract<Actor, { kind: 'person' }>,
  at: string,
): Relation[] {
  const { organisationRoles } = actor;
  const leads =
    organisationRoles.includes('teamLeader') &&
    person.organisationId !== null &&
    person.organisationId === actor.organisationId;
  return [
    ...(actor.personId === person.personId ? (['self'] as const) : []),
    ...byCoordination(person, plans, actor, at),
    ...(leads ? (['teamLeader'] as const) : []),
    ...(organisationRoles.includes('administrator') ? (['administrator'] as const) : []),
  ];
}

function byCoordination(
  person: Standing,
  plans: readonly PlanState[],
  actor: Extract<Actor, { kind: 'person' }>,
  at: string,
): Relation[] {
  if (person.organisationId !== null || person.organisationRoles.length > 0) return [];
  const having = plans.filter((plan) => plan.ended === null && has(plan, person.personId));
  const coordinated = having.filter((plan) => mayContact(plan, actor, at));
  if (coordinated.some(({ citizenPersonId }) => citizenPersonId === person.personId)) return ['coordinator'];
  const nowhereElse = coordinated.length > 0 && coordinated.length === having.length;
  return nowhereElse && !person.signsIn ? ['coordinatorOfParticipant'] : [];
}

function has(plan: PlanState, personId: string): boolean {
  return (
    plan.citizenPersonId === personId || activeParticipants(plan).some((one) => one.personId === personId)
  );
}

/** Whether the actor coordinates a plan, or stands in, and the gate opens to them how people are reached. */
function mayContact(plan: PlanState, actor: Actor, at: string): boolean {
  const roles = planRolesOf(plan, actor, at);
  const coordinates = roles.includes('coordinator') || roles.includes('deputy');
  return coordinates && sightOf(plan, actor, at).answers.contactDetails.allowed;
}
