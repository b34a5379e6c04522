import { firstCharacters } from '../input/characters.js';

/** Longest name of a file that is kept, in characters. */
const LONGEST = 200;

/**
 * The file name of a Content-Disposition header (RFC 6266), without folders and control characters; `document` if it
 * names none. It is only ever shown, never used as a path.
 */
export function fileNameOf(disposition: string | undefined): string {
  const header = disposition ?? '';
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  return cleanFileName(decoded(extended) ?? plain?.[1] ?? plain?.[2] ?? '');
}

/** The name of a file without folders and control characters; `document` if nothing is left. */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = firstCharacters(last.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim(), LONGEST);
  return /[^.]/.test(clean) ? clean : 'document';
}

/** A Content-Disposition header under which a browser saves a file by its name. */
export function attachment(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
