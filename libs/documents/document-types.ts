import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../contracts/refusal.js';

const TEXT = 'text/plain';
const PDF = 'application/pdf';
const JPEG = 'image/jpeg';

/** Types of documents that are taken, each with the endings that its files have; the first one is the usual. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  [PDF]: ['pdf'],
  'image/png': ['png'],
  [JPEG]: ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  [TEXT]: ['txt'],
};

/** What programs call some of them besides. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'application/x-pdf': PDF,
  'image/jpg': JPEG,
  'image/pjpeg': JPEG,
  'image/x-png': 'image/png',
};
/** What a program says of a file whose type it does not know. */
const SAYS_NOTHING: readonly string[] = ['', 'application/octet-stream', 'binary/octet-stream'];

/** Within so many bytes readers look for the header of a PDF (ISO 32000-1, annex H, note 13). */
const PDF_HEADER_WITHIN = 1_024;
const PDF_HEADER = /%PDF-\d\.\d/;
/** Control characters but those of lines, tabs and pages. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
const UTF16_MARKS: readonly string[] = ['fffe', 'feff'];

/** Types of documents that are taken. */
export const DOCUMENT_TYPES: readonly string[] = Object.keys(ENDINGS);

/** Types and endings of documents that are taken, as a page tells a browser which files to offer. */
export const OFFERED_FILES: readonly string[] = [
  ...DOCUMENT_TYPES,
  ...Object.values(ENDINGS).flatMap((endings) => endings.map((ending) => `.${ending}`)),
];

/** The endings that names of files of a type may have, the usual one first; none for a type that is not taken. */
export function endingsOf(type: string): readonly string[] {
  return ENDINGS[type] ?? [];
}

/** A type as it stands in a Content-Type: text is UTF-8, as was found when it was taken in. */
export function contentType(type: string): string {
  return type === TEXT ? `${TEXT}; charset=utf-8` : type;
}

/** What came with a document. */
export interface DocumentClaim {
  /** The Content-Type that came with it. */
  readonly type: string;
  /** The name that came with it, as it came. */
  readonly fileName: string;
  /**
   * Whether what it is called must be what it is, as of a program that made it; of a person's file a browser tells what
   * the machine's list of programs says, which is a hint.
   */
  readonly binding: boolean;
}

/**
 * Finds out what a document is, by its content. What it says it is decides only where the content may be several things.
 * @returns Its type.
 * @throws Refusal DOCUMENT.EMPTY, DOCUMENT.TYPE_NOT_ALLOWED, DOCUMENT.TYPE_MISMATCH or, for text in another encoding than
 *   UTF-8, DOCUMENT.NOT_UTF8.
 */
export async function documentType(claim: DocumentClaim, content: Buffer): Promise<string> {
  if (content.length === 0) throw new Refusal('DOCUMENT.EMPTY');
  const claimed = claimedType(claim);
  if (claimed === null && claim.binding) throw new Refusal('DOCUMENT.TYPE_NOT_ALLOWED');
  const possible = await possibleTypes(content);
  const saysNothing = claimed === null || claimed === '';
  const hints =
    claim.binding && !saysNothing ? [claimed] : [claimed, typeOfName(claim.fileName), ...possible];
  const actual = hints.find((type) => type !== null && type !== undefined && possible.includes(type));
  // Text has no mark of its own: where something else is claimed it is that, broken, or written in letters.
  const mayBeText = claimed === '' || claimed === TEXT || (claimed === null && isKindOfText(claim.type));
  if (typeof actual === 'string' && (actual !== TEXT || mayBeText)) return actual;
  if ((saysNothing || claimed === TEXT) && isTextOtherwise(content)) throw new Refusal('DOCUMENT.NOT_UTF8');
  throw new Refusal(saysNothing ? 'DOCUMENT.TYPE_NOT_ALLOWED' : 'DOCUMENT.TYPE_MISMATCH');
}

/** Whether a program says that it is text to be read as it is: a page or a picture may be written in letters as well. */
function isKindOfText(type: string): boolean {
  return /^\s*text\/(?!html|rtf|richtext|xml)/i.test(type);
}

/** The type that a document says it has: empty if it says nothing, null for one that is not taken. */
function claimedType({ type }: DocumentClaim): string | null {
  const bare = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (SAYS_NOTHING.includes(bare)) return '';
  const usual = OTHER_NAMES[bare] ?? bare;
  return DOCUMENT_TYPES.includes(usual) ? usual : null;
}

function typeOfName(fileName: string): string | undefined {
  const ending = /\.([a-z]+)\s*$/i.exec(fileName)?.[1]?.toLowerCase();
  return DOCUMENT_TYPES.find((type) => ending !== undefined && endingsOf(type).includes(ending));
}

/** What a content may be, the likeliest first. A text may begin like a picture, and hold the header of a PDF. */
async function possibleTypes(content: Buffer): Promise<string[]> {
  const signed = (await fileTypeFromBuffer(content))?.mime;
  // What a word processor writes in letters is not read as them.
  const text = signed !== 'application/rtf' && isText(content);
  const header = PDF_HEADER.exec(content.subarray(0, PDF_HEADER_WITHIN).toString('latin1'))?.index;
  // What stands before a late header may be anything but another kind of file.
  const isPdf = header !== undefined && (signed === PDF || signed === undefined || text);
  const types = [
    ...(isPdf && (!text || isWritten(content, header)) ? [PDF] : []),
    ...(signed !== undefined && signed !== PDF && DOCUMENT_TYPES.includes(signed) ? [signed] : []),
    ...(text ? [TEXT] : []),
    ...(isPdf ? [PDF] : []),
  ];
  return [...new Set(types)];
}

/** Whether a PDF that has letters alone is one, and no text about PDF: it begins with its header and has what one is made of. */
function isWritten(content: Buffer, header: number): boolean {
  const text = content.toString('utf8');
  return text.slice(0, header).trim() === '' && /\d obj\b|%%EOF/.test(text);
}

/** Text is UTF-8 without control characters other than those of lines, tabs and pages. */
function isText(content: Buffer): boolean {
  return isUtf8(content) && !CONTROL.test(content.toString('utf8'));
}

/** Whether it is text in an encoding that programs used before UTF-8: of one byte a letter, or UTF-16. */
function isTextOtherwise(content: Buffer): boolean {
  if (UTF16_MARKS.includes(content.subarray(0, 2).toString('hex'))) return true;
  return !isUtf8(content) && !CONTROL.test(content.toString('latin1'));
}
