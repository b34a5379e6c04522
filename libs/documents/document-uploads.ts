import { Refusal } from '../contracts/refusal.js';
import type { DocumentStore, NewDocument, Uploader } from '../record/document-store.js';
import type { DocumentView } from '../record/read/documents.read.js';
import type { UploadScanner } from '../scanning/upload-scanner.js';
import { type DocumentClaim, documentType } from './document-types.js';

/** Where it is noted that something harmful came, or could not be looked at. */
export interface UploadLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The one way in for documents, by the API and by the pages. */
export class DocumentUploads {
  constructor(
    private readonly documents: DocumentStore,
    private readonly scanner: UploadScanner,
    private readonly log: UploadLog,
  ) {}

  /**
   * Looks at a document before it is kept: who brings it, what it is, whether it is harmful.
   * @param claim What it says it is.
   * @returns Its media type.
   * @throws DomainError as `DocumentStore.check`; Refusal as `documentType`, DOCUMENT.HARMFUL or DOCUMENT.NOT_SCANNED.
   */
  async check(
    planId: string,
    { participantId, content }: Pick<NewDocument, 'participantId' | 'content'>,
    claim: DocumentClaim,
    uploader: Uploader,
  ): Promise<string> {
    await this.documents.check(planId, participantId, uploader);
    const mediaType = await documentType(claim, content);
    await this.refuseHarmful(content);
    return mediaType;
  }

  /** Keeps a document that was looked at. @throws DomainError as `DocumentStore.keep` */
  keep(planId: string, document: NewDocument, uploader: Uploader): Promise<Omit<DocumentView, 'planId'>> {
    return this.documents.keep(planId, document, uploader);
  }

  /** Answers again for a document that was kept before. @throws DomainError as `DocumentStore.answerAgain` */
  answerAgain(
    planId: string,
    document: Pick<NewDocument, 'documentId' | 'participantId'>,
    uploader: Uploader,
  ): Promise<Omit<DocumentView, 'planId'>> {
    return this.documents.answerAgain(planId, document, uploader);
  }

  private async refuseHarmful(content: Buffer): Promise<void> {
    const found = await this.scanner.scan(content).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.log.error({ reason }, 'an upload could not be scanned');
      throw new Refusal('DOCUMENT.NOT_SCANNED');
    });
    if (found === null) return;
    this.log.warn({ signature: found }, 'an upload was harmful and was not kept');
    throw new Refusal('DOCUMENT.HARMFUL');
  }
}
