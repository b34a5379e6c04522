import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { FormerAccessInterceptor } from './former-access.interceptor.js';

/** The pages of one plan. Somebody to whom it was open before, and is no longer, is told so. */
export function PlanPages(path = ''): ClassDecorator {
  const address = path === '' ? 'plans/:planId' : `plans/:planId/${path}`;
  return applyDecorators(Controller(address), UseInterceptors(FormerAccessInterceptor));
}
