import type { Channel } from '../participants/participant.types.js';
import type { OrganisationRole } from '../plan/actor.js';

/** What the register has of somebody and can be corrected. */
export interface PersonDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly language: 'da' | 'en';
  readonly channel: Channel;
  /** Name and address protection (navne- og adressebeskyttelse, CPR-loven § 28). */
  readonly protectedIdentity: boolean;
  readonly organisationId: string | null;
  readonly organisationRoles: readonly OrganisationRole[];
}

export type PersonField = keyof PersonDetails;

/** What is to be corrected; what is left out stays as it is. */
export type PersonCorrection = Partial<PersonDetails>;

/** What the register has of an organisation and can be corrected. */
export interface OrganisationDetails {
  readonly name: string;
  readonly leaderPersonId: string | null;
}

export type OrganisationField = keyof OrganisationDetails;
export type OrganisationCorrection = Partial<OrganisationDetails>;

/**
 * What an actor is to somebody whom the register knows: `coordinator` of the plan in which they are the citizen,
 * `coordinatorOfParticipant` of the only plan in which they take part.
 */
export const RELATIONS = [
  'self',
  'coordinator',
  'coordinatorOfParticipant',
  'teamLeader',
  'administrator',
] as const;
export type Relation = (typeof RELATIONS)[number];
