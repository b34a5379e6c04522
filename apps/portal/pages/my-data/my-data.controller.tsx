import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { STYLE_SOURCE } from '../../../../libs/citizen-data/html/style.js';
import { writeHtml } from '../../../../libs/citizen-data/write-html.js';
import { writeJson } from '../../../../libs/citizen-data/write-json.js';
import { isUuid } from '../../../../libs/contracts/ids.js';
import { CitizenDataReading } from '../../../../libs/reading/citizen-data/citizen-data.reading.js';
import type { OpenedCitizenData } from '../../../../libs/reading/citizen-data/citizen-data.types.js';
import { Page } from '../../http/page.js';
import { PageProblem } from '../../http/page-problem.js';
import { originOf } from '../../http/origin.js';
import { SignInsAnew } from '../../http/sign-ins-anew.js';
import type { SignedInRequest } from '../../http/visit.js';
import { MyDataPage } from './my-data-page.js';
import { MY_DATA_WORDS } from './my-data.words.js';

/** Everything that is kept about somebody, for the person, and for who holds custody of a child. */
@Controller('my-data')
export class MyDataController {
  constructor(
    private readonly reading: CitizenDataReading,
    private readonly anew: SignInsAnew,
  ) {}

  @Get()
  myData(@Req() { visit: { language } }: SignedInRequest, @Query('person') person: unknown): Page {
    const content = <MyDataPage language={language} ofChild={childOf(person)} />;
    return new Page(MY_DATA_WORDS[language].title, content);
  }

  @Get('page')
  async page(@Req() request: SignedInRequest, @Query('person') person: unknown): Promise<StreamableFile> {
    const data = await this.#open(request, person);
    const allowed = `default-src 'none'; style-src ${STYLE_SOURCE}; frame-ancestors 'none'`;
    request.res?.setHeader('Content-Security-Policy', allowed);
    const documents = (planId: string, documentId: string): string =>
      `/plans/${planId}/documents/${documentId}`;
    return new StreamableFile(Readable.from(writeHtml(data, documents)), {
      type: 'text/html; charset=utf-8',
      disposition: 'inline',
    });
  }

  @Get('file')
  async file(@Req() request: SignedInRequest, @Query('person') person: unknown): Promise<StreamableFile> {
    const data = await this.#open(request, person);
    return new StreamableFile(Readable.from(writeJson(data)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="mine-oplysninger.json"',
    });
  }

  async #open(request: SignedInRequest, person: unknown): Promise<OpenedCitizenData> {
    await this.anew.require('getCitizenData', request);
    const { actor } = request.visit.visitor;
    const personId = childOf(person) ?? actor.personId;
    return this.reading.open({ personId, reader: actor, askedBy: actor, origin: originOf(request) });
  }
}

/** The child whose data is asked for, or null for one's own. */
function childOf(person: unknown): string | null {
  if (person === undefined || person === '') return null;
  if (typeof person !== 'string' || !isUuid(person)) throw new PageProblem('PAGE.NOT_FOUND');
  return person.toLowerCase();
}
