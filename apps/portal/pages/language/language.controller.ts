import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenPage, PassivePage } from '../../http/access.js';
import { Cookies } from '../../http/cookies.js';
import { localPath } from '../../http/local-path.js';
import { SeeOther } from '../../http/page.js';
import { PageProblem } from '../../http/page-problem.js';

/** How long a choice of language is kept, in seconds. */
const A_YEAR = 31_536_000;

/** The choice of language. */
@Controller('language')
export class LanguageController {
  constructor(private readonly cookies: Cookies) {}

  @Get(':language')
  @OpenPage()
  @PassivePage()
  choose(
    @Param('language') language: string,
    @Query('return') path: unknown,
    @Res({ passthrough: true }) response: Response,
  ): never {
    if (language !== 'da' && language !== 'en') throw new PageProblem('PAGE.NOT_FOUND');
    this.cookies.keep(response, 'language', language, A_YEAR);
    throw new SeeOther(localPath(path));
  }
}
