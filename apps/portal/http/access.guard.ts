import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { OPEN_PAGE, PASSIVE_PAGE } from './access.js';
import { withReturn } from './local-path.js';
import { SeeOther } from './page.js';
import { PageProblem } from './page-problem.js';
import type { PageRequest } from './visit.js';
import { Visits } from './visits.js';

/** Notes who asks, and lets nobody to a page that needs a sign-in without one: they are led to it, and back again. A link leads in once. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly visits: Visits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PageRequest>();
    request.visit = await this.visits.of(request, this.#says(PASSIVE_PAGE, context));
    const { visitor, timedOut, linkOver, path } = request.visit;
    if (visitor !== null || this.#says(OPEN_PAGE, context)) return true;
    if (linkOver) throw new PageProblem('ACCESS_LINK.OVER');
    if (request.method !== 'GET') throw new PageProblem('PAGE.SIGN_IN_NEEDED');
    throw new SeeOther(withReturn(timedOut ? '/session/ended' : '/sign-in', path));
  }

  #says(what: string, context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(what, places) === true;
  }
}
