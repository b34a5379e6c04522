import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { FormTokens } from './form-tokens.js';
import { PageProblem } from './page-problem.js';
import type { PageRequest } from './visit.js';

/** The field of every form in which its token stands. */
export const FORM_TOKEN_FIELD = 'formToken';

/** Takes a form of somebody who is signed in only with a token of their session. Stands after access. */
@Injectable()
export class FormTokenGuard implements CanActivate {
  constructor(private readonly formTokens: FormTokens) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<PageRequest>();
    const { method, visit } = request;
    if (method === 'GET' || method === 'HEAD' || visit.visitor === null) return true;
    const token = (request.body as Record<string, unknown> | undefined)?.[FORM_TOKEN_FIELD];
    if (this.formTokens.holds(token, visit.visitor.session.idHash)) return true;
    throw new PageProblem('FORM.NOT_OURS');
  }
}
