import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { isUuid } from '../../../libs/contracts/ids.js';
import { DomainError } from '../../../libs/domain/plan/errors.js';

/** The plan in the address. What is no id is answered like a plan that is not there. */
export const PlanId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const id = context.switchToHttp().getRequest<Request>().params['planId'];
  if (typeof id !== 'string' || !isUuid(id)) throw new DomainError('PLAN.NOT_FOUND');
  return id.toLowerCase();
});
