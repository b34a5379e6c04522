import type { Request } from 'express';
import type { Authentication } from '../../../libs/identity/authentication.js';
import { bearerToken } from '../../../libs/identity/bearer-token.js';
import { AssuranceTooLow, TokenRefused } from '../../../libs/identity/identity-errors.js';
import type { MayDecode } from './codec-server.js';

/** Administrators, by a bearer token. */
export function administratorsMayDecode(authentication: Authentication): MayDecode {
  return async (request: Request) => {
    const token = bearerToken(request.get('authorization'));
    if (token === undefined) return false;
    try {
      const actor = await authentication.bearer(token);
      return actor.kind === 'person' && actor.organisationRoles.includes('administrator');
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof AssuranceTooLow) return false;
      throw error;
    }
  };
}
