import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { endingsOf } from '../../../libs/documents/document-types.js';
import { DocumentUploads } from '../../../libs/documents/document-uploads.js';
import { cleanFileName, givenFileName } from '../../../libs/documents/file-name.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import type { UploadQuery } from './documents.schema.js';
import type { DocumentAnswer } from './documents.view.js';

/** Takes documents in. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly uploads: DocumentUploads,
    private readonly idempotency: IdempotencyStore,
  ) {}

  /**
   * Keeps an uploaded document.
   * @throws DomainError as `DocumentStore.keep`; Refusal for what is no document that is taken.
   */
  async upload(
    request: ApiRequest,
    planId: string,
    { participantId, kind }: UploadQuery,
  ): Promise<DocumentAnswer> {
    const uploader = { actor: request.actor, origin: originOf(request) };
    const body: unknown = request.body;
    const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const given = givenFileName(request.get('content-disposition'));
    const claim = { type: request.get('content-type') ?? '', fileName: given, binding: true };
    const mediaType = await this.uploads.check(planId, { participantId, content }, claim, uploader);
    const fileName = cleanFileName(given, endingsOf(mediaType));
    return this.idempotency.once(request, {
      first: ({ commandId }) => {
        const documentId = commandId ?? randomUUID();
        const document = { documentId, participantId, kind, mediaType, fileName, content };
        return this.uploads.keep(planId, document, uploader);
      },
      kept: ({ documentId }) => ({ documentId }),
      again: ({ documentId }) => this.uploads.answerAgain(planId, { documentId, participantId }, uploader),
    });
  }
}
