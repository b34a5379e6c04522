import type { LinkedTo } from '../access/access-link.types.js';

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

/** What a machine may be let do, beside the plans (OAuth 2.0 scopes, RFC 6749, 3.3). */
export const CLIENT_SCOPES = ['register.read', 'register.write'] as const;
export type ClientScope = (typeof CLIENT_SCOPES)[number];

/**
 * Who acts: a person who is signed in, a machine that an organisation runs and that has no role in any plan, or a
 * plan's own process performing a step.
 */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly organisationId: string | null;
      readonly organisationRoles: readonly OrganisationRole[];
      /** The organisations in which they work: the own one first, then those above it; empty for a private person. */
      readonly worksIn: readonly string[];
      /** The link by which they came instead of signing in; it restricts them to what it is for. */
      readonly link?: LinkedTo;
    }
  | {
      readonly kind: 'client';
      readonly clientId: string;
      readonly organisationId: string | null;
      readonly scopes: readonly ClientScope[];
    }
  | { readonly kind: 'process' };

/** When and by whom a command is given. */
export interface Given {
  readonly at: string;
  readonly actor: Actor;
}
