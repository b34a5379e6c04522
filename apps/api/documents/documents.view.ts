import { z } from 'zod';
import { INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const documentView = z
  .strictObject({
    documentId: uuidAnswer,
    participantId: participantRef,
    kind: z.enum(INFORMATION_KINDS),
    mediaType: z.string(),
    byteSize: z.int(),
    fileName: z.string(),
    uploadedBy: uuidAnswer,
    uploadedAt: when,
    replacedAt: when.nullable().meta({ description: 'When its party answered anew without it.' }),
  })
  .meta({ id: 'Document', description: 'An uploaded document, without its content.' });
export type DocumentAnswer = z.output<typeof documentView>;

export const documentsView = items(documentView);
export type DocumentsView = z.output<typeof documentsView>;

export const DOCUMENT_EXAMPLE: DocumentAnswer = {
  documentId: EXAMPLE_IDS.document,
  participantId: EXAMPLE_IDS.psychiatry,
  kind: 'existingPlans',
  mediaType: 'application/pdf',
  byteSize: 48213,
  fileName: 'behandlingsplan.pdf',
  uploadedBy: EXAMPLE_IDS.practitioner,
  replacedAt: null,
  uploadedAt: '2027-03-10T09:00:00.000Z',
};
