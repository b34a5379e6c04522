import { Get, Header, Param, Req, StreamableFile } from '@nestjs/common';
import { isUuid } from '../../../../libs/contracts/ids.js';
import { contentType } from '../../../../libs/documents/document-types.js';
import { attachment } from '../../../../libs/documents/file-name.js';
import { PlanReadings } from '../../../../libs/reading/plan-readings.js';
import { PageProblem } from '../../http/page-problem.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';

/** Documents of a plan, to be saved as they were uploaded. */
@PlanPages('documents')
export class DocumentsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get(':documentId')
  @Header('X-Content-Type-Options', 'nosniff')
  async document(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('documentId') documentId: string,
  ): Promise<StreamableFile> {
    if (!isUuid(documentId)) throw new PageProblem('DOCUMENT.NOT_FOUND');
    const document = await this.readings.document(viewerOf(request, 'getDocument'), planId, documentId);
    if (document === null) throw new PageProblem('DOCUMENT.NOT_FOUND');
    const { content, mediaType, fileName } = document;
    return new StreamableFile(content, {
      type: contentType(mediaType),
      disposition: attachment(fileName),
      length: content.length,
    });
  }
}
