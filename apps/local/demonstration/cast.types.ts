import type { Channel } from '../../../libs/domain/participants/participant.types.js';
import type { OrganisationRole } from '../../../libs/domain/plan/actor.js';

/** An organisation of the demonstration. All are fictitious. */
export interface CastOrganisation {
  readonly id: string;
  readonly kind: 'region' | 'municipality' | 'department' | 'provider' | 'stateAuthority';
  readonly name: string;
  readonly parentId: string | null;
  /** Of a series that nobody has; null where the one above has it. */
  readonly cvr: string | null;
  readonly municipalityCode: string | null;
  readonly regionCode: string | null;
  /** Who leads it and is told when its people stay silent. */
  readonly leaderPersonId: string | null;
}

/** Somebody of the demonstration: staff, citizen or relative. */
export interface CastPerson {
  readonly id: string;
  /** What the demonstration calls them. */
  readonly calledAs: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly channel: Channel;
  readonly organisationId: string | null;
  readonly organisationRoles: readonly OrganisationRole[];
  /** For citizens: the CPR number of a public fictitious test person. */
  readonly cpr: string | null;
}
