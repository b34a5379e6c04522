import type { DataKey } from '../erasure/data-key.js';
import { type SealedKind, sealedText, type SealedValue } from './sealed-value.js';

/** Where in what a key belongs to sealed values stand. */
const PLACE = 'words';

/**
 * Seals words for columns of text, under the key of the plan or person that they are about. The same words give the same
 * sealed value, so that rows made anew from the events are the rows that were.
 */
export class WordSealer {
  constructor(private readonly key: DataKey) {}

  /** Words that somebody wrote. */
  words(text: string): string {
    return this.sealed('words', text);
  }

  /** Something that is JSON and has words in it. */
  structure(value: unknown): string {
    return this.sealed('structure', JSON.stringify(value));
  }

  private sealed(kind: SealedKind, text: string): string {
    return sealedText({ kind, keyName: this.key.name, content: this.key.encryptAlike(text, PLACE) });
  }
}

/**
 * What was sealed.
 * @throws Error if the value was altered or sealed under another key.
 */
export function opened(key: DataKey, { kind, content }: SealedValue): unknown {
  const text = key.decrypt(content, PLACE).toString('utf8');
  return kind === 'words' ? text : (JSON.parse(text) as unknown);
}
