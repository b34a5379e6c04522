/**
 * Stands before every sealed value in a column of text. It is a private-use character (Unicode, 23.5), which the API
 * takes from nobody, so that no text of people's own can pass for a sealed one.
 */
export const SEAL_MARK = '\u{E5EA}';

/** What was sealed: words, or something that is JSON. */
export type SealedKind = 'words' | 'structure';

/** A sealed value in its parts. */
export interface SealedValue {
  readonly kind: SealedKind;
  readonly keyName: string;
  readonly content: Buffer;
}

const LETTERS: Readonly<Record<SealedKind, string>> = { words: 'w', structure: 's' };
const FORM = new RegExp(`^${SEAL_MARK}([ws])((?:plan|person):[0-9a-f-]{36}) ([A-Za-z0-9+/]+={0,2})$`, 'u');

/** The text that a column holds in place of what was sealed. */
export function sealedText({ kind, keyName, content }: SealedValue): string {
  return `${SEAL_MARK}${LETTERS[kind]}${keyName} ${content.toString('base64')}`;
}

/** The sealed value that a text holds; null for any other text. */
export function sealedValueOf(text: string): SealedValue | null {
  const [, letter, keyName, content] = FORM.exec(text) ?? [];
  if (keyName === undefined || content === undefined) return null;
  return { kind: letter === 'w' ? 'words' : 'structure', keyName, content: Buffer.from(content, 'base64') };
}
