import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Origin } from '../audit/audit-entry.types.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import { checkWithinLink } from '../domain/access/within-link.js';
import type { Instant } from '../domain/calendar/index.js';
import type { InformationKind } from '../domain/consent/consent.types.js';
import { type Sight, sightOf } from '../domain/disclosure/sight.js';
import type { Actor } from '../domain/plan/actor.js';
import { DomainError, ensure, required, requiredIn } from '../domain/plan/errors.js';
import { DocumentEntity } from '../persistence/entities/document.entity.js';
import { planKeyName } from '../persistence/erasure/key-names.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import type { Vault } from '../persistence/vault.js';
import { auditRefusal } from './audit-refusal.js';
import { lockPlanFor } from './lock-plan.js';
import { type DocumentView, placeOfDocument, planDocuments } from './read/documents.read.js';

/** A document that has been looked at and found to be what it says it is. */
export interface NewDocument {
  readonly documentId: string;
  readonly participantId: string;
  readonly kind: InformationKind;
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: Buffer;
}

/** Who uploads, and from where. */
export interface Uploader {
  readonly actor: Extract<Actor, { kind: 'person' }>;
  readonly origin: Origin;
}

export interface DocumentStoreParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditLog;
}

/** Keeps documents beside a plan's events, encrypted under the plan's key. */
export class DocumentStore {
  constructor(private readonly parts: DocumentStoreParts) {}

  /**
   * Whether somebody may upload a document for a participant, asked before it is looked at.
   * @throws as `keep`.
   */
  async check(planId: string, participantId: string, uploader: Uploader): Promise<void> {
    const { database, clock } = this.parts;
    const at = await clock.now();
    await this.refusalsAudited(planId, uploader, () =>
      database.transaction(async (manager) => {
        await mayUpload(manager, planId, participantId, uploader.actor, at);
      }),
    );
  }

  /**
   * Keeps a document; keeping the same one again changes nothing.
   * @throws DomainError PLAN.NOT_FOUND, PARTICIPANT.NOT_FOUND, ACTOR.NOT_PERMITTED or PLAN.ENDED.
   */
  async keep(
    planId: string,
    document: NewDocument,
    uploader: Uploader,
  ): Promise<Omit<DocumentView, 'planId'>> {
    const { database, clock, vault, audit } = this.parts;
    const { actor, origin } = uploader;
    const at = await clock.now();
    const { content, documentId, ...named } = document;
    const row = { ...named, byteSize: content.length, uploadedBy: actor.personId, uploadedAt: at };
    return this.refusalsAudited(planId, uploader, () =>
      database.transaction(async (manager) => {
        const { roles } = await mayUpload(manager, planId, document.participantId, actor, at);
        const key = await vault.keys.ensure(manager, planKeyName(planId), at);
        const sha256 = createHash('sha256').update(content).digest();
        const encrypted = key.encrypt(content, placeOfDocument(documentId));
        const fileName = new WordSealer(key).words(row.fileName);
        const inserted = { id: documentId, planId, ...row, fileName, sha256, content: encrypted };
        await manager
          .createQueryBuilder()
          .insert()
          .into(DocumentEntity)
          .values(inserted)
          .orIgnore()
          .execute();
        await audit.add(manager, {
          at,
          actor,
          roles,
          operation: 'uploadDocument',
          planId,
          disclosed: {},
          allowed: true,
          origin,
        });
        return keptDocument(manager, planId, documentId);
      }),
    );
  }

  /**
   * Answers again for a document that was kept before: the right is asked anew, what is kept is read anew.
   * @throws as `keep`
   */
  async answerAgain(
    planId: string,
    { documentId, participantId }: Pick<NewDocument, 'documentId' | 'participantId'>,
    uploader: Uploader,
  ): Promise<Omit<DocumentView, 'planId'>> {
    const { database, clock, audit } = this.parts;
    const { actor, origin } = uploader;
    const at = await clock.now();
    return this.refusalsAudited(planId, uploader, () =>
      database.transaction(async (manager) => {
        const { roles } = await mayUpload(manager, planId, participantId, actor, at);
        const note = { at, actor, roles, operation: 'uploadDocument', planId, origin };
        await audit.add(manager, { ...note, allowed: true, repeated: true });
        return keptDocument(manager, planId, documentId);
      }),
    );
  }

  private async refusalsAudited<T>(planId: string, uploader: Uploader, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'].includes(error.code)) {
        await auditRefusal(this.parts, {
          ...uploader,
          planId,
          operation: 'uploadDocument',
          refusal: error.code,
        });
      }
      throw error;
    }
  }
}

async function keptDocument(
  manager: EntityManager,
  planId: string,
  documentId: string,
): Promise<Omit<DocumentView, 'planId'>> {
  const documents = await planDocuments(manager, planId);
  const found = documents.find((one) => one.documentId === documentId);
  const { planId: _, ...document } = required(found, 'PLAN.NOT_FOUND');
  return document;
}

/** Under the plan's lock, so that a right that ends meanwhile is seen. */
async function mayUpload(
  manager: EntityManager,
  planId: string,
  participantId: string,
  uploader: Actor,
  at: Instant,
): Promise<Sight> {
  const { plan, actor } = await lockPlanFor(manager, planId, uploader);
  const { state } = required(plan, 'PLAN.NOT_FOUND');
  const sight = sightOf(state, actor, at);
  checkWithinLink(actor, 'uploadDocument');
  ensure(sight.whole || sight.own.includes(participantId), 'ACTOR.NOT_PERMITTED');
  requiredIn(state.participants, participantId, 'PARTICIPANT.NOT_FOUND', { field: 'participantId' });
  ensure(state.ended === null, 'PLAN.ENDED');
  return sight;
}
