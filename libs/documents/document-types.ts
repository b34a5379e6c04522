import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../contracts/refusal.js';

const TEXT = 'text/plain';

/** Types of documents that are taken, each with the endings that its files have; the first one is the usual. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  [TEXT]: ['txt'],
};

/** Types of documents that are taken. */
export const DOCUMENT_TYPES: readonly string[] = Object.keys(ENDINGS);

/** The endings that names of files of a type may have, the usual one first; none for a type that is not taken. */
export function endingsOf(type: string): readonly string[] {
  return ENDINGS[type] ?? [];
}

/** A type as it stands in a Content-Type: text is UTF-8, as was found when it was taken in. */
export function contentType(type: string): string {
  return type === TEXT ? `${TEXT}; charset=utf-8` : type;
}

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
