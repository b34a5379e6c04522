/** Byte order marks (Unicode, 23.8), the longer ones first, with the encoding that each tells. */
const MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];
/** What programs wrote in before UTF-8, and some still do without saying so. */
const FORMER = 'windows-1252';

/**
 * The text of a part of a mail that is a calendar. RFC 5545, 3.1.4 asks for UTF-8; what is there decides, then what the mail says.
 * @param charset as the mail says; null if it does not
 */
export function calendarText(content: Buffer, charset: string | null): string {
  const mark = MARKS.find(([bytes]) => content.subarray(0, bytes.length / 2).toString('hex') === bytes);
  const encodings = [mark?.[1], 'utf-8', charset, FORMER];
  for (const encoding of encodings) {
    const text = decoded(content, encoding ?? null);
    if (text !== null) return text;
  }
  return '';
}

/** The calendars in a text, each as lines that a parser takes: whatever ends them, without empty ones. */
export function calendarsIn(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const calendars: string[][] = [];
  for (const line of lines) {
    if (/^BEGIN:VCALENDAR\s*$/i.test(line)) calendars.push([]);
    calendars.at(-1)?.push(isLine(line) ? line.trimEnd() : '');
  }
  return calendars.map((calendar) => calendar.filter((line) => line !== '').join('\r\n'));
}

/** A line of a property, or one that goes on with it (RFC 5545, 3.1); what gateways put between is left out. */
function isLine(line: string): boolean {
  return /^[ \t]|^[a-z0-9-]+[;:]/i.test(line);
}

function decoded(content: Buffer, encoding: string | null): string | null {
  if (encoding === null) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    // Of UTF-16 without a mark every other byte is nothing, which is UTF-8 as well.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
