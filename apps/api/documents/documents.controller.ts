import { Controller, Get, Header, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { planDocuments } from '../../../libs/record/read/documents.read.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { FileOperation, ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { visibleDocuments } from '../reading/visible-parts.js';
import { DOCUMENT_TYPES } from './document-types.js';
import { DocumentService } from './document.service.js';
import { type UploadQuery, uploadQuery } from './documents.schema.js';
import {
  DOCUMENT_EXAMPLE,
  type DocumentAnswer,
  documentsView,
  type DocumentsView,
  documentView,
} from './documents.view.js';
import { attachment } from './file-name.js';

/** Uploaded documents. */
@ApiTags('documents')
@Controller('plans/:planId/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentService,
    private readonly reader: PlanReader,
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
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: visibleDocuments(sight, await planDocuments(source, planId)),
    }));
  }

  @Post()
  @WriteOperation({
    id: 'uploadDocument',
    summary: 'Upload a document',
    description:
      'The file itself is the body, at most 10 MB; its Content-Type must be what its content is. Its name comes in ' +
      'Content-Disposition.',
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
    ],
  })
  @ApiConsumes(...DOCUMENT_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
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
    const { content, mediaType, fileName } = await this.documents.download(request.actor, planId, documentId);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: attachment(fileName),
      length: content.length,
    });
  }
}
