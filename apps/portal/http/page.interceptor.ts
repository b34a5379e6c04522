import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { PageFrame } from '../layout/page-frame.js';
import { Page } from './page.js';
import type { PageRequest } from './visit.js';

/** Answers with a page's HTML where a controller answers with a page. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly frame: PageFrame) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((answer) => {
        if (!(answer instanceof Page)) return answer;
        const { visit } = http.getRequest<PageRequest>();
        http
          .getResponse<Response>()
          .status(answer.more.status ?? 200)
          .type('html')
          .set('Content-Language', visit.language);
        return this.frame.html(answer, visit);
      }),
    );
  }
}
