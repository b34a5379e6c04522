import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock } from '../../../libs/clock/clock.js';
import type { Environment } from '../../../libs/config/environment.js';
import { identitySettingsOf } from '../../../libs/config/identity-settings.js';
import { mayUse } from '../../../libs/domain/access/may-use.js';
import {
  OPERATION_RULES,
  type Operation,
  type OperationRule,
} from '../../../libs/domain/access/operation-rules.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import type { ClientActor } from '../../../libs/identity/actor-of-token.js';
import type { IdentitySettings } from '../../../libs/identity/provider/identity-settings.js';
import { isSignedInAnew } from '../../../libs/identity/sign-in-anew.js';
import { ENVIRONMENT } from '../environment.token.js';
import { ApiError } from './api-error.js';
import { signInAnew } from './authentication-problem.js';
import type { AuthenticatedRequest } from './api-request.js';
import { RefusedOperations } from './refused-operations.service.js';

/** Under which an operation's name stands on its handler. */
export const OPERATION = 'kiplan:operation';

/**
 * Asks the table of operations who may use one, after it is known who asks. An operation that is not in the table nobody
 * may use; a try is on the audit. For what opens or ends much, a person must have signed in a short while ago. Who may read or command a plan is asked where the plan is read, or under its lock, by the same table.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #identity: IdentitySettings;

  constructor(
    private readonly reflector: Reflector,
    private readonly refused: RefusedOperations,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#identity = identitySettingsOf(environment);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const rule = operation === undefined ? undefined : OPERATION_RULES[operation];
    if (operation === undefined || rule === undefined) throw new DomainError('ACTOR.NOT_PERMITTED');
    if (rule.to === 'anybody') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const refusal = refusalOf(operation, rule, request.actor);
    if (refusal === null) {
      if (rule.anew === true) await this.#mustBeSignedInAnew(request);
      return true;
    }
    // Of plans it is noted where they are read, or commanded.
    if (rule.to === 'signedIn') await this.refused.note(request, operation, refusal.code);
    throw refusal;
  }

  async #mustBeSignedInAnew({ signIn }: AuthenticatedRequest): Promise<void> {
    if (signIn === null || isSignedInAnew(signIn, this.#identity.anew, await this.clock.now())) return;
    throw signInAnew(this.#identity);
  }
}

/** Why an actor may not use an operation; null if they may, as far as that can be told before anything is read. */
function refusalOf(
  operation: Operation,
  rule: OperationRule,
  actor: AuthenticatedRequest['actor'],
): DomainError | ApiError | null {
  if (actor.kind === 'client') return scopeRefusal(rule, actor);
  if (rule.to !== 'signedIn' || rule.by === undefined || mayUse(operation, actor)) return null;
  return new DomainError('ACTOR.NOT_PERMITTED', { expected: rule.by.join(', ') });
}

/** A machine may use what names a scope that it has. Of a plan it is not even told whether there is one. */
function scopeRefusal(rule: OperationRule, { scopes }: ClientActor): ApiError | null {
  if (rule.to === 'plan' || rule.to === 'command') return new ApiError('PLAN.NOT_FOUND');
  const scope = rule.to === 'signedIn' ? rule.scope : undefined;
  return scope === undefined || !scopes.includes(scope) ? insufficientScope(scope) : null;
}

/** RFC 6750, 3.1. */
function insufficientScope(scope: string | undefined): ApiError {
  const needed = scope === undefined ? '' : `, scope="${scope}"`;
  return new ApiError('AUTH.SCOPE_MISSING', {
    headers: { 'WWW-Authenticate': `Bearer realm="kiplan", error="insufficient_scope"${needed}` },
  });
}
