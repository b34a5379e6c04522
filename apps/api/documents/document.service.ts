import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../../../libs/record/document-store.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { documentType } from './document-types.js';
import type { UploadQuery } from './documents.schema.js';
import type { DocumentAnswer } from './documents.view.js';
import { fileNameOf } from './file-name.js';

/** Takes documents in. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly documents: DocumentStore,
    private readonly idempotency: IdempotencyStore,
  ) {}

  /**
   * Keeps an uploaded document.
   * @throws DomainError as `DocumentStore.keep`; ApiError for what is no document that is taken.
   */
  async upload(
    request: ApiRequest,
    planId: string,
    { participantId, kind }: UploadQuery,
  ): Promise<DocumentAnswer> {
    const uploader = { actor: request.actor, origin: originOf(request) };
    await this.documents.check(planId, participantId, uploader);
    const body: unknown = request.body;
    const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const mediaType = await documentType(request.get('content-type') ?? '', content);
    const fileName = fileNameOf(request.get('content-disposition'));
    return this.idempotency.once(request, (commandId) => {
      const documentId = commandId ?? randomUUID();
      const document = { documentId, participantId, kind, mediaType, fileName, content };
      return this.documents.keep(planId, document, uploader);
    });
  }
}
