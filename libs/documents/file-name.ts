import { Refusal } from '../contracts/refusal.js';
import { firstCharacters } from '../input/characters.js';
import { decodeBytes, decodeEncodedWords } from './encoded-words.js';

/** Longest name of a file that is kept, in characters. */
const LONGEST = 200;

/** Control characters, and format characters (Cf), which can turn the reading direction and so hide an ending. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** What Windows takes in no name, besides what separates folders. */
const RESERVED = /[<>:"|?*]/g;
/** What Windows takes for a device, whatever ending is behind it. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

const EXTENDED = /filename\*\s*=\s*"?([\w-]{1,40})'[\w-]{0,40}'([^;\s"]+)/i;
const PLAIN = /filename\s*=\s*(?:"((?:\\.|[^"\\])*)"?|([^;\s]+))/i;

/**
 * The file name that a Content-Disposition header (RFC 6266) gives, as it was meant: in the extended form of any language
 * (RFC 8187), in UTF-8 as it is, or in encoded words (RFC 2047); empty if it names none.
 * @param disposition The header as Node has it, each byte as one character.
 * @throws Refusal REQUEST.NOT_UTF8 for bytes whose letters cannot be told.
 */
export function givenFileName(disposition: string | undefined): string {
  const bytes = Buffer.from(disposition ?? '', 'latin1');
  const header = decodeBytes(bytes, 'utf-8');
  if (header === null) {
    throw new Refusal('REQUEST.NOT_UTF8', [{ field: 'Content-Disposition', expected: "filename*=UTF-8''…" }]);
  }
  const [, charset = '', encoded = ''] = EXTENDED.exec(header) ?? [];
  const plain = PLAIN.exec(header);
  // A way up of Windows stays one: before anything but a quotation mark the backslash is itself.
  const quoted = plain?.[1]?.replaceAll(/\\(["\\])/g, '$1');
  return extendedName(charset, encoded) ?? decodeEncodedWords(quoted ?? plain?.[2] ?? '');
}

/**
 * A name that a file came with, as it may be saved anywhere; `document` if nothing of it is left.
 * @param endings That a name of its type may have, the usual one first.
 */
export function cleanFileName(name: string, endings: readonly string[]): string {
  const last = decodeEncodedWords(name).toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = last.replaceAll(UNPRINTABLE, '').replaceAll(RESERVED, '_').trim();
  return withEnding(/[^.]/.test(clean) ? clean : 'document', endings);
}

/** A Content-Disposition header under which a browser saves a file by its name (RFC 6266, RFC 8187). */
export function attachment(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`;
}

/** A name that promises another type gets the ending of its own behind it. */
function withEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((one) => name.toLowerCase().endsWith(`.${one}`)) ?? endings[0];
  if (ending === undefined) return name;
  const length = ending.length + 1;
  const bare = name.toLowerCase().endsWith(`.${ending}`) ? name.slice(0, -length) : name;
  // A dot or a blank at the end is dropped by Windows.
  const stem = firstCharacters(bare, LONGEST - length).replace(/[. ]+$/, '');
  return `${safeStem(stem)}.${ending}`;
}

function safeStem(stem: string): string {
  if (stem === '') return 'document';
  return DEVICE.test(stem) ? `_${stem}` : stem;
}

/** A name in the extended form (RFC 8187, 3.2); null for one that is none. */
function extendedName(charset: string, encoded: string): string | null {
  if (encoded === '' || /%(?![0-9a-f]{2})/i.test(encoded)) return null;
  const bytes = encoded.replaceAll(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decodeBytes(Buffer.from(bytes, 'latin1'), charset);
}
