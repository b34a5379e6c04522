import {
  CLIENT_SCOPES,
  type ClientScope,
  ORGANISATION_ROLES,
  type OrganisationRole,
} from '../../domain/plan/actor.js';
import type { Instant } from '../../domain/calendar/index.js';
import { TokenRefused } from '../identity-errors.js';
import { ASSURANCE_LEVELS, type AssuranceLevel } from './assurance.js';
import type { ClaimMapping } from './claim-mapping.js';
import { claimAt, type Claims, instantAt, textAt, wordsAt } from './claim-value.js';

/** What a provider says of a person who signed in, before it is held against the register. */
export interface PersonClaims {
  readonly kind: 'person';
  readonly subject: string;
  readonly cpr: string | null;
  /** CVR number of the organisation for which the person signed in; null for a private person. */
  readonly cvr: string | null;
  readonly employee: string | null;
  /** Null if the provider is not asked for roles. */
  readonly roles: readonly OrganisationRole[] | null;
  readonly assurance: AssuranceLevel | null;
  /** When the person signed in; null if the provider does not say. */
  readonly signedInAt: Instant | null;
  /** Whether the provider is asked for organisations at all. */
  readonly organisationAsked: boolean;
}

/** What a provider says of a machine. */
export interface ClientClaims {
  readonly kind: 'client';
  readonly clientId: string;
  readonly scopes: readonly ClientScope[];
}

/**
 * What the claims of an access token say, whatever the provider calls them. Roles and scopes that are not ours are
 * passed over: a provider serves other systems, too.
 * @throws TokenRefused for claims that are not of their form, or without a subject.
 */
export function bearerClaims(claims: Claims, mapping: ClaimMapping): PersonClaims | ClientClaims {
  const clientId = clientOf(claims, mapping);
  return clientId !== null && isMachine(claims, mapping, clientId)
    ? { kind: 'client', clientId, scopes: scopesOf(claims, mapping) }
    : personClaims(claims, mapping);
}

/**
 * What the claims of an ID token say of the person who signed in.
 * @throws TokenRefused for claims that are not of their form, or without a subject.
 */
export function personClaims(claims: Claims, mapping: ClaimMapping): PersonClaims {
  const subject = textAt(claims, mapping.subject);
  if (subject === null) throw new TokenRefused('claims');
  return {
    kind: 'person',
    subject,
    cpr: textAt(claims, mapping.cpr),
    cvr: textAt(claims, mapping.cvr),
    employee: textAt(claims, mapping.employee),
    roles: rolesOf(claims, mapping),
    assurance: assuranceOf(claims, mapping),
    signedInAt: instantAt(claims, mapping.signedInAt),
    organisationAsked: mapping.cvr !== null,
  };
}

function clientOf(claims: Claims, { client }: ClaimMapping): string | null {
  return client === null ? (textAt(claims, 'client_id') ?? textAt(claims, 'azp')) : textAt(claims, client);
}

/** A token that a client got for itself has the client as its subject (RFC 9068, 2.2), or says so in its own way. */
function isMachine(claims: Claims, { machine }: ClaimMapping, clientId: string): boolean {
  if (machine !== null && claimAt(claims, machine.claim) === machine.value) return true;
  return claims['sub'] === undefined || claims['sub'] === clientId;
}

function rolesOf(claims: Claims, { roles, roleNames }: ClaimMapping): readonly OrganisationRole[] | null {
  if (roles === null) return null;
  const words = wordsAt(claims, roles);
  return ORGANISATION_ROLES.filter((role) =>
    (roleNames[role] ?? [role]).some((name) => words.includes(name)),
  );
}

function scopesOf(claims: Claims, { scopes }: ClaimMapping): readonly ClientScope[] {
  const words = wordsAt(claims, scopes);
  return CLIENT_SCOPES.filter((scope) => words.includes(scope));
}

function assuranceOf(claims: Claims, { assurance }: ClaimMapping): AssuranceLevel | null {
  const value = textAt(claims, assurance.claim);
  return ASSURANCE_LEVELS.find((level) => value !== null && assurance[level].includes(value)) ?? null;
}
