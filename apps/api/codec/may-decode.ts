import type { Request } from 'express';
import type { Environment } from '../../../libs/config/environment.js';
import { actorOfToken } from '../../../libs/identity/actor-of-token.js';
import { bearerToken } from '../../../libs/identity/bearer-token.js';
import type { PersonDirectory } from '../../../libs/identity/person-directory.js';
import { TokenRefused, type TokenVerifier } from '../../../libs/identity/token-verifier.js';
import type { MayDecode } from './codec-server.js';

/** Administrators; on one machine, where nobody signs in to the Temporal UI, whoever reaches the loopback. */
export function administratorsMayDecode(
  environment: Environment,
  verifier: TokenVerifier,
  directory: PersonDirectory,
): MayDecode {
  return async (request: Request) => {
    if (environment.LOCAL_SETUP) return true;
    const token = bearerToken(request.get('authorization'));
    if (token === undefined) return false;
    try {
      const actor = await actorOfToken(token, verifier, directory);
      return actor.organisationRoles.includes('administrator');
    } catch (error) {
      if (error instanceof TokenRefused) return false;
      throw error;
    }
  };
}
