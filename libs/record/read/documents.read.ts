import type { Instant } from '../../domain/calendar/index.js';
import type { InformationKind } from '../../domain/consent/consent.types.js';
import type { ErasureKeys } from '../../persistence/erasure/erasure-keys.js';
import { planKeyName } from '../../persistence/erasure/key-names.js';
import type { Queryable } from '../../persistence/queryable.js';

/** An uploaded document without its content. */
export interface DocumentView {
  readonly documentId: string;
  readonly planId: string;
  readonly participantId: string;
  readonly kind: InformationKind;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly fileName: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
  /** When the party answered anew without it; null for one that stands. */
  readonly replacedAt: Instant | null;
}

const COLUMNS = `id AS "documentId", plan_id AS "planId", participant_id AS "participantId", kind,
  media_type AS "mediaType", byte_size AS "byteSize", file_name AS "fileName", uploaded_by AS "uploadedBy",
  uploaded_at AS "uploadedAt", replaced_at AS "replacedAt"`;

/** A plan's documents, newest first. */
export async function planDocuments(source: Queryable, planId: string): Promise<DocumentView[]> {
  return source.query(
    `SELECT ${COLUMNS} FROM documents WHERE plan_id = $1 ORDER BY uploaded_at DESC, id DESC`,
    [planId],
  );
}

/** One document with its content; null if the plan has none with this id. */
export async function documentWithContent(
  source: Queryable,
  keys: ErasureKeys,
  planId: string,
  documentId: string,
): Promise<(DocumentView & { readonly content: Buffer }) | null> {
  const rows = await source.query<(DocumentView & { content: Buffer })[]>(
    `SELECT ${COLUMNS}, content FROM documents WHERE plan_id = $1 AND id = $2`,
    [planId, documentId],
  );
  const [row] = rows;
  const key = row === undefined ? null : await keys.find(source, planKeyName(planId));
  if (row === undefined || key === null) return null;
  return { ...row, content: key.decrypt(row.content, placeOfDocument(documentId)) };
}

/** Where in the plan's content a document stands. */
export function placeOfDocument(documentId: string): string {
  return `document ${documentId}`;
}
