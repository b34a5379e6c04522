import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ClientScope } from '../../../libs/domain/plan/actor.js';
import { ApiError } from './api-error.js';
import type { AuthenticatedRequest } from './api-request.js';
import { CLIENT_SCOPE } from './open-to-clients.js';

/** Paths of plans, of which a machine is told nothing. */
const PLAN_PATH = /^\/api\/v1\/plans(\/|$)/;

/** Lets a machine use only what is open to it. Stands after authentication. */
@Injectable()
export class ClientScopeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { actor, path } = context.switchToHttp().getRequest<Partial<AuthenticatedRequest>>();
    if (actor?.kind !== 'client') return true;
    const scope = this.reflector.get<ClientScope | undefined>(CLIENT_SCOPE, context.getHandler());
    if (scope !== undefined && actor.scopes.includes(scope)) return true;
    if (scope === undefined && PLAN_PATH.test(path ?? '')) throw new ApiError('PLAN.NOT_FOUND');
    throw insufficientScope(scope);
  }
}

/** RFC 6750, 3.1. */
function insufficientScope(scope: ClientScope | undefined): ApiError {
  const needed = scope === undefined ? '' : `, scope="${scope}"`;
  return new ApiError('AUTH.SCOPE_MISSING', {
    headers: { 'WWW-Authenticate': `Bearer realm="kiplan", error="insufficient_scope"${needed}` },
  });
}
