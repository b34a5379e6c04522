import { type ArgumentsHost, Catch, type ExceptionFilter, ServiceUnavailableException } from '@nestjs/common';
import type { Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { languageOf, type Problem, problemOf } from '../../../libs/contracts/problem.js';
import { actorKeyOf } from './actor-key.js';
import type { ApiRequest } from './api-request.js';
import { correlationIdOf } from '../../../libs/http/correlation.js';
import { problemOfError, type ToldError } from './problem-of-error.js';
import { RouteTable } from './route-table.js';

/** Turns every error into one kind of answer (RFC 9457), without stack and without personal data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: PinoLogger,
    private readonly routes: RouteTable,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    if (isHealthReport(error)) {
      response.status(error.getStatus()).json(error.getResponse());
      return;
    }
    const language = languageOf(request.get('accept-language'));
    const told = this.withMethods(problemOfError(error, language), request);
    const problem = problemOf(told.code, language, correlationIdOf(request), told.errors, told.context);
    this.note(problem, error, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .status(problem.status)
      .set(told.headers)
      .set('Content-Language', language)
      .set('Vary', 'Accept-Language')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }

  /** What failed is for operators, what was refused for whoever looks for attacks; neither says what was sent. */
  private note({ status, code }: Problem, error: unknown, { actor }: Partial<ApiRequest>): void {
    if (status >= 500) this.logger.error({ code, error }, 'request failed');
    else
      this.logger.info(
        { code, ...(actor === undefined ? {} : { actor: actorKeyOf(actor) }) },
        'request refused',
      );
  }

  /** A path that exists for other methods is told as that (RFC 9110, 15.5.6). */
  private withMethods(told: ToldError, request: ApiRequest): ToldError {
    if (told.code !== 'ROUTE.NOT_FOUND') return told;
    const methods = this.routes.methodsOf(request.originalUrl.split('?', 1)[0] ?? '');
    if (methods.length === 0) return told;
    return { ...told, code: 'ROUTE.METHOD_NOT_ALLOWED', headers: { Allow: methods.join(', ') } };
  }
}

/** What the health checks found is told as they tell it, with the status of its error. */
function isHealthReport(error: unknown): error is ServiceUnavailableException {
  if (!(error instanceof ServiceUnavailableException)) return false;
  const report = error.getResponse();
  return typeof report === 'object' && 'details' in report;
}
