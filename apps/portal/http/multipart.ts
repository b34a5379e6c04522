import { isUtf8 } from 'node:buffer';

/** The head of a part is a few hundred bytes; what is longer is no head of a browser's. */
const LONGEST_HEAD = 4_096;
const END_OF_HEAD = '\r\n\r\n';

/**
 * Whether names, texts and names of files of a form (RFC 7578) are UTF-8; what is in the files is not looked at.
 * @param type Its Content-Type
 */
export function isUtf8Multipart(body: Buffer, type: string): boolean {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary === undefined || partsOf(body, `--${boundary}`).every(isUtf8Part);
}

function isUtf8Part(part: Buffer): boolean {
  const end = part.subarray(0, LONGEST_HEAD).indexOf(END_OF_HEAD);
  if (end < 0) return true;
  const head = part.subarray(0, end);
  const isFile = /;\s*filename\*?\s*=/i.test(head.toString('latin1'));
  return isUtf8(isFile ? head : part);
}

function partsOf(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const next = body.indexOf(`\r\n${delimiter}`, start + delimiter.length);
    parts.push(body.subarray(start + delimiter.length, next < 0 ? body.length : next));
    start = next < 0 ? next : next + 2;
  }
  return parts;
}
