import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { STYLE_SOURCE } from '../../../libs/citizen-data/html/style.js';
import { writeHtml } from '../../../libs/citizen-data/write-html.js';
import { writeJson } from '../../../libs/citizen-data/write-json.js';
import type { Environment } from '../../../libs/config/environment.js';
import { CitizenDataReading } from '../../../libs/reading/citizen-data/citizen-data.reading.js';
import type { OpenedCitizenData } from '../../../libs/reading/citizen-data/citizen-data.types.js';
import { ENVIRONMENT } from '../environment.token.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { AlsoAsPage } from '../openapi/also-as-page.decorator.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { uuid } from '../schemas/fields.js';
import { CITIZEN_DATA_EXAMPLE, citizenDataView } from './citizen-data.view.js';

const citizenDataQuery = z.strictObject({
  person: uuid
    .optional()
    .meta({ description: 'A child of whom the reader holds custody; left out for oneself.' }),
});
type CitizenDataQuery = z.output<typeof citizenDataQuery>;

const JSON_TYPE = 'application/json';
const PAGE_TYPE = 'text/html';

/** Everything that is kept about somebody, for the person. */
@ApiTags('citizen-data')
@Controller('me')
export class CitizenDataController {
  constructor(
    private readonly reading: CitizenDataReading,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get('data')
  @ReadOperation({
    id: 'getCitizenData',
    summary: 'Everything that is kept about me',
    description:
      'For oneself, and for a child of whom one holds custody (GDPR articles 15 and 20). By `Accept` one JSON document, with ' +
      'the content of documents in base64, or one page in Danish to read and print. It comes as it is read.',
    answer: citizenDataView,
    example: CITIZEN_DATA_EXAMPLE,
    errors: ['PERSON.NOT_FOUND'],
  })
  @AlsoAsPage()
  async getCitizenData(
    @Req() request: ApiRequest,
    @Query({ schema: citizenDataQuery }) { person }: CitizenDataQuery,
  ): Promise<StreamableFile> {
    const { actor } = request;
    const data = await this.reading.open({
      personId: person ?? actor.personId,
      reader: actor,
      askedBy: actor,
      origin: originOf(request),
    });
    request.res?.setHeader('Vary', 'Accept');
    return request.accepts([JSON_TYPE, PAGE_TYPE]) === PAGE_TYPE
      ? this.page(request, data)
      : new StreamableFile(Readable.from(writeJson(data)), {
          type: `${JSON_TYPE}; charset=utf-8`,
          disposition: 'attachment; filename="mine-oplysninger.json"',
        });
  }

  private page(request: ApiRequest, data: OpenedCitizenData): StreamableFile {
    const allowed = `default-src 'none'; style-src ${STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
    request.res?.setHeader('Content-Security-Policy', allowed);
    const documents = (planId: string, documentId: string): string =>
      `${this.environment.PUBLIC_URL.replace(/\/$/, '')}/api/v1/plans/${planId}/documents/${documentId}`;
    return new StreamableFile(Readable.from(writeHtml(data, documents)), {
      type: `${PAGE_TYPE}; charset=utf-8`,
      disposition: 'inline',
    });
  }
}
