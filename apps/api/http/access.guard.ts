import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { OPERATION_RULES, type Operation } from '../../../libs/domain/access/operation-rules.js';
import { DomainError, ensure } from '../../../libs/domain/plan/errors.js';
import type { ApiRequest } from './api-request.js';

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
    if (rule === undefined) throw new DomainError('ACTOR.NOT_PERMITTED');
    if (rule.to !== 'signedIn' || rule.by === undefined) return true;
    const { by } = rule;
    const { actor } = context.switchToHttp().getRequest<ApiRequest>();
    const permitted = by.some((role) => actor.organisationRoles.includes(role));
    ensure(permitted, 'ACTOR.NOT_PERMITTED', { expected: by.join(', ') });
    return true;
  }
}
