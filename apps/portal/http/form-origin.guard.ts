import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Environment } from '../../../libs/config/environment.js';
import { ENVIRONMENT } from '../environment.token.js';
import { SENT_BY_MACHINE } from './access.js';
import { PageProblem } from './page-problem.js';

const SAFE = ['GET', 'HEAD'];

/**
 * Takes forms from our own pages only. Browsers tell where a form comes from, by Sec-Fetch-Site (Fetch Metadata) or by
 * Origin (RFC 6454); what tells neither is no browser that people use.
 */
@Injectable()
export class FormOriginGuard implements CanActivate {
  readonly #origin: string;

  constructor(
    private readonly reflector: Reflector,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#origin = new URL(environment.PUBLIC_URL).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.includes(request.method) || this.#isSentByMachine(context)) return true;
    if (this.#isOurs(request)) return true;
    throw new PageProblem('FORM.NOT_OURS');
  }

  #isOurs(request: Request): boolean {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    if (site !== undefined && site !== 'same-origin') return false;
    return origin === undefined ? site === 'same-origin' : origin === this.#origin;
  }

  #isSentByMachine(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(SENT_BY_MACHINE, context.getHandler()) === true;
  }
}
