import type { OrganisationRole } from '../../../libs/domain/plan/actor.js';
import { ensure } from '../../../libs/domain/plan/errors.js';
import type { ClientActor, PersonActor } from '../../../libs/identity/actor-of-token.js';

/** Who may use the register: staff, and machines as far as an operation is open to them. */
export type RegisterActor = PersonActor | ClientActor;

/** What somebody is to be given in the register. */
export interface Grant {
  readonly roles: readonly OrganisationRole[];
  readonly organisationId: string | null;
  /** Whether it is told how the person signs in. */
  readonly signIn: boolean;
}

const STAFF: readonly OrganisationRole[] = ['practitioner', 'coordinator', 'teamLeader', 'administrator'];
/** What a team leader may make somebody in the own organisation. */
const TEAM: readonly OrganisationRole[] = ['practitioner', 'coordinator'];

/** @throws DomainError ACTOR.NOT_PERMITTED unless the actor is staff, or a machine, which was let in by its scope. */
export function requireStaff(actor: RegisterActor): void {
  const isStaff = actor.kind === 'client' || actor.organisationRoles.some((role) => STAFF.includes(role));
  ensure(isStaff, 'ACTOR.NOT_PERMITTED', { expected: STAFF.join(', ') });
}

/** @throws DomainError ACTOR.NOT_PERMITTED unless the actor administrates. */
export function requireAdministrator(actor: PersonActor): void {
  ensure(actor.organisationRoles.includes('administrator'), 'ACTOR.NOT_PERMITTED', {
    expected: 'administrator',
  });
}

/** Whether somebody is the actor's to know in the register: everybody to an administrator, the own team to its leader. */
export function isInReach(
  actor: PersonActor,
  { organisationId }: { readonly organisationId: string | null },
  led: readonly string[],
): boolean {
  return administrates(actor) || (organisationId !== null && led.includes(organisationId));
}

/**
 * Nobody gives away more than they may: an administrator anything, a team leader and a machine what makes a team in
 * their own organisation, others nothing. How somebody signs in is worth as much as a role: who tells it could become
 * that person.
 * @param led The organisations in which the actor may form a team.
 * @throws DomainError ACTOR.NOT_PERMITTED
 */
export function requireGrantable(actor: RegisterActor, grant: Grant, led: readonly string[]): void {
  requireStaff(actor);
  const { roles, organisationId, signIn } = grant;
  const gives = roles.length > 0 || signIn;
  const leads = organisationId !== null && led.includes(organisationId);
  const may = !gives || administrates(actor) || (leads && roles.every((role) => TEAM.includes(role)));
  ensure(may, 'ACTOR.NOT_PERMITTED', {
    field: roles.length > 0 ? 'organisationRoles' : 'subject',
    expected: 'roles and a sign-in that the actor may give',
  });
}

function administrates(actor: RegisterActor): boolean {
  return actor.kind === 'person' && actor.organisationRoles.includes('administrator');
}
