import { type ArgumentsHost, Catch, type ExceptionFilter, ServiceUnavailableException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { PROBLEMS } from '../../../libs/contracts/problem.js';
import { correlationIdOf } from '../../../libs/http/correlation.js';
import { PageFrame } from '../layout/page-frame.js';
import { problemPage } from '../layout/problem-page.js';
import { SeeOther } from './page.js';
import { problemOfError } from './problem-of-error.js';
import type { PageRequest } from './visit.js';
import { Visits } from './visits.js';

/** An error before it was found out who asks leaves a request without a visit. */
type MaybeVisited = Request & Partial<Pick<PageRequest, 'visit'>>;

/** Turns every error into a page that says what to do, without stack and without personal data. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    private readonly logger: PinoLogger,
    private readonly frame: PageFrame,
    private readonly visits: Visits,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<MaybeVisited>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
    } else if (error instanceof SeeOther) {
      response.redirect(303, error.location);
    } else if (error instanceof ServiceUnavailableException) {
      // What the health checks found is told as they tell it.
      response.status(error.getStatus()).json(error.getResponse());
    } else {
      this.#tell(error, request, response);
    }
  }

  #tell(error: unknown, request: MaybeVisited, response: Response): void {
    const { code, headers, permitted } = problemOfError(error);
    const { status } = PROBLEMS[code];
    const actor = request.visit?.visitor?.actor.personId;
    if (status >= 500) this.logger.error({ code, error }, 'request failed');
    else this.logger.info({ code, ...(actor === undefined ? {} : { actor }) }, 'request refused');
    const visit = request.visit ?? this.visits.ofNobody(request);
    const page = problemPage({
      language: visit.language,
      code,
      permitted,
      correlationId: correlationIdOf(request),
    });
    response
      .status(status)
      .set(headers)
      .set('Content-Language', visit.language)
      .type('html')
      .send(this.frame.html(page, visit));
  }
}
