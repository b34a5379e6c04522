import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DocumentStore } from '../../../libs/record/document-store.js';
import { UploadScanner } from '../../../libs/scanning/upload-scanner.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { ApiError } from '../http/api-error.js';
import { originOf } from '../http/origin.js';
import { documentType, endingsOf } from './document-types.js';
import type { UploadQuery } from './documents.schema.js';
import type { DocumentAnswer } from './documents.view.js';
import { fileNameOf } from './file-name.js';

/** Takes documents in. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly documents: DocumentStore,
    private readonly idempotency: IdempotencyStore,
    private readonly scanner: UploadScanner,
    private readonly logger: PinoLogger,
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
    await this.refuseHarmful(content);
    const fileName = fileNameOf(request.get('content-disposition'), endingsOf(mediaType));
    return this.idempotency.once(request, (commandId) => {
      const documentId = commandId ?? randomUUID();
      const document = { documentId, participantId, kind, mediaType, fileName, content };
      return this.documents.keep(planId, document, uploader);
    });
  }

  private async refuseHarmful(content: Buffer): Promise<void> {
    const found = await this.scanner.scan(content).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.logger.error({ reason }, 'an upload could not be scanned');
      throw new ApiError('DOCUMENT.NOT_SCANNED');
    });
    if (found === null) return;
    this.logger.warn({ signature: found }, 'an upload was harmful and was not kept');
    throw new ApiError('DOCUMENT.HARMFUL');
  }
}
