import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, type Observable } from 'rxjs';
import { isUuid } from '../../../libs/contracts/ids.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';
import { FormerAccessReading } from '../../../libs/reading/former-access.reading.js';
import { PageProblem } from './page-problem.js';
import type { SignedInRequest } from './visit.js';

/**
 * Who knew of a plan and may not any more (a consent was withdrawn or has run out, they were taken out) is told so, and
 * nothing else. For everybody else the plan is not there.
 */
@Injectable()
export class FormerAccessInterceptor implements NestInterceptor {
  constructor(private readonly former: FormerAccessReading) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    return next.handle().pipe(catchError((error: unknown) => from(this.#told(request, error))));
  }

  async #told(request: SignedInRequest, error: unknown): Promise<never> {
    const planId = request.params['planId'];
    const hidden = error instanceof DomainError && error.code === 'PLAN.NOT_FOUND';
    if (hidden && typeof planId === 'string' && isUuid(planId)) {
      const knew = await this.former.knew(request.visit.visitor.actor.personId, planId);
      if (knew) throw new PageProblem('PLAN.NO_LONGER_OPEN', {}, { cause: error });
    }
    throw error;
  }
}
