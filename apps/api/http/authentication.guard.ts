import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actorOfToken } from '../../../libs/identity/actor-of-token.js';
import { bearerToken } from '../../../libs/identity/bearer-token.js';
import { PersonDirectory } from '../../../libs/identity/person-directory.js';
import { TokenRefused, TokenVerifier } from '../../../libs/identity/token-verifier.js';
import { ApiError } from './api-error.js';
import type { ApiRequest } from './api-request.js';
import { PUBLIC_ROUTE } from './public-route.js';

/** Lets nobody in without a token that holds, and notes who it is. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    private readonly directory: PersonDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const token = bearerToken(request.get('authorization'));
    if (token === undefined) throw refused('AUTH.MISSING');
    try {
      request.actor = await actorOfToken(token, this.verifier, this.directory);
      return true;
    } catch (error) {
      throw error instanceof TokenRefused ? refused('AUTH.INVALID') : error;
    }
  }
}

function refused(code: 'AUTH.MISSING' | 'AUTH.INVALID'): ApiError {
  return new ApiError(code, { headers: { 'WWW-Authenticate': 'Bearer realm="kiplan"' } });
}
