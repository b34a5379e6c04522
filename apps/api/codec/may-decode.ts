import type { Request } from 'express';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import type { Authentication } from '../../../libs/identity/authentication.js';
import { bearerToken } from '../../../libs/identity/bearer-token.js';
import { AssuranceTooLow, TokenRefused } from '../../../libs/identity/identity-errors.js';
import type { SessionActors } from '../../../libs/identity/session/session-actors.js';
import { cookieValue } from '../../../libs/identity/session/session-cookie.js';
import type { MayDecode } from './codec-server.js';

/** How it is found out who wants to read payloads. */
export interface DecodingParts {
  readonly authentication: Authentication;
  readonly sessions: SessionActors;
  /** Name of the portal's session cookie. */
  readonly sessionCookie: string;
  /** Origin of the Temporal UI, the only page that may use the cookie. */
  readonly uiOrigin: string;
}

/**
 * Administrators, by a bearer token or by being signed in at the portal. Looking at payloads does not keep a session
 * going: the Temporal UI asks again and again by itself.
 */
export function administratorsMayDecode(parts: DecodingParts): MayDecode {
  return async (request) => {
    const token = bearerToken(request.get('authorization'));
    const actor = token === undefined ? await bySession(request, parts) : await byToken(token, parts);
    return actor?.organisationRoles.includes('administrator') === true;
  };
}

async function byToken(token: string, { authentication }: DecodingParts): Promise<PersonActor | null> {
  try {
    const actor = await authentication.bearer(token);
    return actor.kind === 'person' ? actor : null;
  } catch (error) {
    if (error instanceof TokenRefused || error instanceof AssuranceTooLow) return null;
    throw error;
  }
}

async function bySession(request: Request, parts: DecodingParts): Promise<PersonActor | null> {
  const id = cookieValue(request.get('cookie'), parts.sessionCookie);
  if (id === undefined || request.get('origin') !== parts.uiOrigin) return null;
  const signedIn = await parts.sessions.look(id);
  return signedIn.state === 'active' ? signedIn.actor : null;
}
