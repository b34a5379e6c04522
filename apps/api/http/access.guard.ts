import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayUse } from '../../../libs/domain/access/may-use.js';
import {
  OPERATION_RULES,
  type Operation,
  type OperationRule,
} from '../../../libs/domain/access/operation-rules.js';
import { DomainError, ensure } from '../../../libs/domain/plan/errors.js';
import type { ClientActor } from '../../../libs/identity/actor-of-token.js';
import { ApiError } from './api-error.js';
import type { AuthenticatedRequest } from './api-request.js';

/** Under which an operation's name stands on its handler. */
export const OPERATION = 'kiplan:operation';

/**
 * Asks the table of operations who may use one, after it is known who asks. An operation that is not in the table nobody
 * may use. Who may read or command a plan is asked where the plan is read, or under its lock, by the same table.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const rule = operation === undefined ? undefined : OPERATION_RULES[operation];
    if (operation === undefined || rule === undefined) throw new DomainError('ACTOR.NOT_PERMITTED');
    if (rule.to === 'anybody') return true;
    const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (actor.kind === 'client') return checkScope(rule, actor);
    if (rule.to !== 'signedIn' || rule.by === undefined) return true;
    ensure(mayUse(operation, actor), 'ACTOR.NOT_PERMITTED', { expected: rule.by.join(', ') });
    return true;
  }
}

/** A machine may use what names a scope that it has. Of a plan it is not even told whether there is one. */
function checkScope(rule: OperationRule, { scopes }: ClientActor): true {
  if (rule.to === 'plan' || rule.to === 'command') throw new ApiError('PLAN.NOT_FOUND');
  const scope = rule.to === 'signedIn' ? rule.scope : undefined;
  if (scope === undefined || !scopes.includes(scope)) throw insufficientScope(scope);
  return true;
}

/** RFC 6750, 3.1. */
function insufficientScope(scope: string | undefined): ApiError {
  const needed = scope === undefined ? '' : `, scope="${scope}"`;
  return new ApiError('AUTH.SCOPE_MISSING', {
    headers: { 'WWW-Authenticate': `Bearer realm="kiplan", error="insufficient_scope"${needed}` },
  });
}
