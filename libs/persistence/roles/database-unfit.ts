/** The database, or a role of it, is not as it must be; the message says in one sentence for each what is wrong and what to do. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** @throws DatabaseUnfit if there are sentences */
export function unlessFit(sentences: readonly string[]): void {
  if (sentences.length > 0) throw new DatabaseUnfit(sentences);
}
