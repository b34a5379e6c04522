import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../contracts/refusal.js';

const TEXT = 'text/plain';

/** Types of documents that are taken. */
export const DOCUMENT_TYPES: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  TEXT,
];

/**
 * Holds what a document says it is against what it is.
 * @param declared The Content-Type that came with it.
 * @returns Its type.
 * @throws Refusal DOCUMENT.EMPTY, DOCUMENT.TYPE_NOT_ALLOWED or DOCUMENT.TYPE_MISMATCH.
 */
export async function documentType(declared: string, content: Buffer): Promise<string> {
  if (content.length === 0) throw new Refusal('DOCUMENT.EMPTY');
  const type = declared.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!DOCUMENT_TYPES.includes(type)) throw new Refusal('DOCUMENT.TYPE_NOT_ALLOWED');
  const found = await fileTypeFromBuffer(content);
  const actual = found?.mime ?? (isText(content) ? TEXT : undefined);
  if (actual !== type) throw new Refusal('DOCUMENT.TYPE_MISMATCH');
  return type;
}

/** Text is UTF-8 without control characters other than those of lines and tabs. */
function isText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
