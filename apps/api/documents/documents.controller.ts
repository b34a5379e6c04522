import { Controller, Get, Header, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApiError } from '../http/api-error.js';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { Id, PlanId } from '../http/parameters.js';
import { FileOperation, ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { contentType, DOCUMENT_TYPES } from '../../../libs/documents/document-types.js';
import { DocumentService } from './document.service.js';
import { type UploadQuery, uploadQuery } from './documents.schema.js';
import {
  DOCUMENT_EXAMPLE,
  type DocumentAnswer,
  documentsView,
  type DocumentsView,
  documentView,
} from './documents.view.js';
import { attachment } from '../../../libs/documents/file-name.js';

/** Uploaded documents. */
@ApiTags('documents')
@Controller('plans/:planId/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentService,
    private readonly readings: PlanReadings,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listDocuments',
    summary: 'Documents of the plan',
    description: 'Those whose kind of information the reader may see, and those of the own party.',
    answer: documentsView,
    example: { items: [DOCUMENT_EXAMPLE] },
    errors: ['PLAN.NOT_FOUND'],
  })
  listDocuments(@Req() request: ApiRequest, @PlanId() planId: string): Promise<DocumentsView> {
    return itemsOf(this.readings.documents(viewerOf(request, 'listDocuments'), planId));
  }

  @Post()
  @WriteOperation({
    id: 'uploadDocument',
    summary: 'Upload a document',
    description:
      'The file itself is the body, at most 10 MB; its Content-Type must be what its content is, or ' +
      'application/octet-stream where that is not known. Text is UTF-8. Its name comes in Content-Disposition, as ' +
      'filename* (RFC 8187) or in UTF-8.',
    answer: documentView,
    example: DOCUMENT_EXAMPLE,
    errors: [
      'PLAN.NOT_FOUND',
      'PLAN.ENDED',
      'PARTICIPANT.NOT_FOUND',
      'DOCUMENT.EMPTY',
      'DOCUMENT.TOO_LARGE',
      'DOCUMENT.TYPE_NOT_ALLOWED',
      'DOCUMENT.TYPE_MISMATCH',
      'DOCUMENT.NOT_UTF8',
      'DOCUMENT.HARMFUL',
      'DOCUMENT.NOT_SCANNED',
    ],
  })
  @ApiConsumes(...DOCUMENT_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary', minLength: 1 } })
  @ApiHeader({
    name: 'Content-Disposition',
    required: false,
    description: 'attachment; filename="behandlingsplan.pdf"',
    schema: { type: 'string' },
  })
  uploadDocument(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Query({ schema: uploadQuery }) query: UploadQuery,
  ): Promise<DocumentAnswer> {
    return this.documents.upload(request, planId, query);
  }

  @Get(':documentId')
  @FileOperation({
    id: 'getDocument',
    summary: 'The content of a document',
    description: 'As it was uploaded, to be saved.',
    errors: ['PLAN.NOT_FOUND', 'DOCUMENT.NOT_FOUND'],
  })
  @ApiProduces(...DOCUMENT_TYPES)
  @Header('X-Content-Type-Options', 'nosniff')
  async getDocument(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('documentId') documentId: string,
  ): Promise<StreamableFile> {
    const document = await this.readings.document(viewerOf(request, 'getDocument'), planId, documentId);
    if (document === null) throw new ApiError('DOCUMENT.NOT_FOUND');
    const { content, mediaType, fileName } = document;
    return new StreamableFile(content, {
      type: contentType(mediaType),
      disposition: attachment(fileName),
      length: content.length,
    });
  }
}
