/** What a person is in an organisation, apart from any plan. */
export const ORGANISATION_ROLES = [
  'practitioner',
  'coordinator',
  'teamLeader',
  'programmeLead',
  'administrator',
  'auditor',
] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** Who gives a command: a person who is signed in, or the plan's own process performing a step. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly organisationId: string | null;
      readonly organisationRoles: readonly OrganisationRole[];
    }
  | { readonly kind: 'process' };

/** When and by whom a command is given. */
export interface Given {
  readonly at: string;
  readonly actor: Actor;
}
