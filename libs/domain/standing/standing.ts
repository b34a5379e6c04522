import type { Participant } from '../participants/participant.types.js';
import { ROLE_TERMS } from '../participants/participant.types.js';
import type { Actor, OrganisationRole } from '../plan/actor.js';
import type { PlanState } from '../plan/plan.types.js';

/** Where somebody works and as what, as the register has it at one instant. */
export interface Employment {
  /** The own organisation first, then those above it; empty for who works in none. */
  readonly worksIn: readonly string[];
  readonly roles: readonly OrganisationRole[];
}

/** Of who works nowhere, or is no longer in the register. */
export const NO_EMPLOYMENT: Employment = { worksIn: [], roles: [] };

/** What somebody has to be in an organisation to coordinate for it. */
export const COORDINATING_ROLES: readonly OrganisationRole[] = ['practitioner', 'coordinator', 'teamLeader'];

/** For whom a part in a plan is taken. */
export type StandsFor = 'themself' | 'authority' | 'coordination';

/**
 * What a part in a plan rests on. As oneself one stands always; for an authority only while one works in it, or below it;
 * who coordinates also needs a role that may. A plan from before organisations were recorded names none: then any
 * employment counts.
 */
export interface Standing {
  readonly for: StandsFor;
  /** The organisation in which somebody has to work. */
  readonly organisationId: string | null;
}

/** The standing of the citizen, of relatives, custody holders, guardians and lay supporters. */
export const AS_THEMSELF: Standing = { for: 'themself', organisationId: null };

/**
 * Whether a part that rests on this stands by an employment. Asked at the instant of every read, command and sending, so that a
 * part ends in the commit in which an employment ends, moves or loses its role.
 */
export function stands(standing: Standing, { worksIn, roles }: Employment): boolean {
  if (standing.for === 'themself') return true;
  if (standing.for === 'coordination' && !roles.some((role) => COORDINATING_ROLES.includes(role)))
    return false;
  return standing.organisationId === null ? worksIn.length > 0 : worksIn.includes(standing.organisationId);
}

/** What a participant's part rests on. */
export function standingOf({ role, organisationId }: Pick<Participant, 'role' | 'organisationId'>): Standing {
  return ROLE_TERMS[role].takesPartFor === 'themself' ? AS_THEMSELF : { for: 'authority', organisationId };
}

/** What coordinating, standing in or succeeding rests on; of nobody, null. */
export function coordinationStandings(
  state: Pick<PlanState, 'coordinatorOrganisationId' | 'deputy' | 'proposal'>,
): Readonly<Record<'coordinator' | 'deputy' | 'successor', Standing>> {
  const named = (organisationId: string | null | undefined): Standing => ({
    for: 'coordination',
    organisationId: organisationId ?? null,
  });
  return {
    coordinator: named(state.coordinatorOrganisationId),
    deputy: named(state.deputy?.organisationId),
    successor: named(state.proposal?.organisationId),
  };
}

/** The employment by which an actor acts. */
export function employmentOf(actor: Extract<Actor, { kind: 'person' }>): Employment {
  return { worksIn: actor.worksIn, roles: actor.organisationRoles };
}

/** Whether two employments are the same, in whatever order the roles come. */
export function sameEmployment(one: Employment, other: Employment): boolean {
  const written = ({ worksIn, roles }: Employment): string => JSON.stringify([worksIn, [...roles].sort()]);
  return written(one) === written(other);
}

/**
 * An actor as the register has them now: no more than they signed in for, and no more than what they are. Whoever signed in
 * as a private person acts for no authority.
 */
export function actingBy<A extends Actor>(actor: A, employment: Employment): A {
  if (actor.kind !== 'person') return actor;
  const { worksIn, roles } = actor.organisationId === null ? NO_EMPLOYMENT : employment;
  return {
    ...actor,
    organisationId: worksIn[0] ?? null,
    organisationRoles: roles.filter((role) => actor.organisationRoles.includes(role)),
    worksIn,
  };
}
