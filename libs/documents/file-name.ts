import { firstCharacters } from '../input/characters.js';

/** Longest name of a file that is kept, in characters. */
const LONGEST = 200;

/** Control characters, and format characters (Cf), which can turn the reading direction and so hide an ending. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** What Windows takes in no name, besides what separates folders. */
const RESERVED = /[<>:"|?*]/g;
/** What Windows takes for a device, whatever ending is behind it. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * The file name of a Content-Disposition header (RFC 6266), as it may be saved anywhere: without folders, control and
 * format characters, with an ending of its type; `document` if it names none. It is only ever shown, never used as a path.
 * @param endings That a name of its type may have, the usual one first.
 */
export function fileNameOf(disposition: string | undefined, endings: readonly string[]): string {
  const header = disposition ?? '';
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  return cleanFileName(decoded(extended) ?? plain?.[1] ?? plain?.[2] ?? '', endings);
}

/**
 * A name that a file came with, as it may be saved anywhere; `document` if nothing of it is left.
 * @param endings That a name of its type may have, the usual one first.
 */
export function cleanFileName(name: string, endings: readonly string[]): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? '';
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

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
