import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { identitySettingsOf } from '../../../libs/config/identity-settings.js';
import type { Environment } from '../../../libs/config/environment.js';
import { Authentication } from '../../../libs/identity/authentication.js';
import { bearerToken } from '../../../libs/identity/bearer-token.js';
import { sufficientAcrValues } from '../../../libs/identity/provider/identity-settings.js';
import { ENVIRONMENT } from '../environment.token.js';
import type { AuthenticatedRequest } from './api-request.js';
import { authenticationProblem, unauthenticated } from './authentication-problem.js';
import { PUBLIC_ROUTE } from './public-route.js';

/** Lets nobody in without a token that holds, and notes who it is. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  readonly #acrValues: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#acrValues = sufficientAcrValues(identitySettingsOf(environment));
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = bearerToken(request.get('authorization'));
    if (token === undefined) throw unauthenticated();
    try {
      const { actor, signIn } = await this.authentication.signedIn(token);
      Object.assign(request, { actor, signIn });
      return true;
    } catch (error) {
      throw authenticationProblem(error, this.#acrValues);
    }
  }
}
