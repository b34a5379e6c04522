import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import type { InformationKind } from '../../../libs/domain/consent/consent.types.js';
import { ensure, required } from '../../../libs/domain/plan/errors.js';
import type { PersonActor } from '../../../libs/identity/actor-of-token.js';
import { DocumentEntity } from '../../../libs/persistence/entities/document.entity.js';
import { documentWithContent, type DocumentView } from '../../../libs/record/read/documents.read.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import { ApiError } from '../http/api-error.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanReader } from '../reading/plan-reader.js';
import { visibleDocuments } from '../reading/visible-parts.js';
import { documentType } from './document-types.js';
import type { UploadQuery } from './documents.schema.js';
import type { DocumentAnswer } from './documents.view.js';
import { fileNameOf } from './file-name.js';

/** Takes documents in and gives them out. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly reader: PlanReader,
    private readonly idempotency: IdempotencyStore,
  ) {}

  /**
   * Keeps an uploaded document.
   * @throws DomainError PLAN.NOT_FOUND, PARTICIPANT.NOT_FOUND, ACTOR.NOT_PERMITTED or PLAN.ENDED; ApiError for what is
   *   no document that is taken.
   */
  async upload(request: ApiRequest, planId: string, query: UploadQuery): Promise<DocumentAnswer> {
    await this.mayUpload(request.actor, planId, query.participantId);
    const body: unknown = request.body;
    const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const mediaType = await documentType(request.get('content-type') ?? '', content);
    return this.idempotency.once(request, async (commandId) => {
      const document = {
        documentId: commandId ?? randomUUID(),
        participantId: query.participantId,
        kind: query.kind,
        mediaType,
        byteSize: content.length,
        fileName: fileNameOf(request.get('content-disposition')),
        uploadedBy: request.actor.personId,
        uploadedAt: await this.clock.now(),
      };
      await this.keep(planId, document, content);
      return document;
    });
  }

  /** @throws DomainError PLAN.NOT_FOUND; ApiError DOCUMENT.NOT_FOUND also for one that the actor may not see. */
  async download(
    actor: PersonActor,
    planId: string,
    documentId: string,
  ): Promise<DocumentView & { readonly content: Buffer }> {
    return this.reader.read(actor, planId, async (source, sight) => {
      const document = await documentWithContent(source, planId, documentId);
      if (document === null || visibleDocuments(sight, [document]).length === 0) {
        throw new ApiError('DOCUMENT.NOT_FOUND');
      }
      return document;
    });
  }

  private async mayUpload(actor: PersonActor, planId: string, participantId: string): Promise<void> {
    await this.reader.read(actor, planId, (_source, sight) => {
      sight.require(sight.whole || sight.isOwn(participantId));
      required(sight.state.participants[participantId], 'PARTICIPANT.NOT_FOUND', { field: 'participantId' });
      ensure(sight.state.ended === null, 'PLAN.ENDED');
      return Promise.resolve();
    });
  }

  private async keep(
    planId: string,
    { documentId, ...document }: DocumentAnswer & { kind: InformationKind },
    content: Buffer,
  ): Promise<void> {
    const sha256 = createHash('sha256').update(content).digest();
    const documents = this.database.getRepository(DocumentEntity);
    await documents
      .createQueryBuilder()
      .insert()
      .values({ id: documentId, planId, ...document, sha256, content })
      .orIgnore()
      .execute();
  }
}
