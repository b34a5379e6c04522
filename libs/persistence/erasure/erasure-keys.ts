import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/calendar/index.js';
import { KEY_BYTES } from '../encryption/aes-gcm.js';
import type { FieldCipher } from '../encryption/field-cipher.js';
import type { Queryable } from '../queryable.js';
import { DataKey } from './data-key.js';

/** How many keys are kept in memory; the oldest used goes first. */
const MOST_KEPT = 2_000;

/** The key is gone and with it, everywhere and in every backup, what it encrypted. */
export class ContentErased extends Error {
  override readonly name = 'ContentErased';

  constructor(readonly keyName: string) {
    super('CONTENT.ERASED');
  }
}

interface KeyRow {
  readonly name: string;
  readonly wrapped: Buffer | null;
}

/**
 * Keys of which each encrypts the personal content of one thing. Destroying the key erases the content wherever it
 * stands, also in tables that are only ever added to and in backups (cryptographic erase, NIST SP 800-88). The database
 * has them wrapped under the field keys, which it never sees.
 */
export class ErasureKeys {
  readonly #kept = new Map<string, DataKey>();

  constructor(private readonly wrapping: FieldCipher) {}

  /**
   * The key of this name, made at its first use.
   * @param source The transaction that will write under it.
   * @throws ContentErased if it was destroyed.
   */
  async ensure(source: Queryable, name: string, at: Instant): Promise<DataKey> {
    const known = await this.find(source, name);
    if (known !== null) return known;
    const secret = randomBytes(KEY_BYTES);
    await source.query(
      'INSERT INTO erasure_keys (name, wrapped, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING',
      [name, this.wrapping.encrypt(secret, name), at],
    );
    const [row] = await rowsOf(source, [name]);
    if (row === undefined) throw new Error('A key that was just made is not there.');
    // Not kept in memory yet: the transaction that made it may still come to nothing.
    return this.unwrapped(row);
  }

  /**
   * The key of this name, or null if there never was one.
   * @throws ContentErased if it was destroyed.
   */
  async find(source: Queryable, name: string): Promise<DataKey | null> {
    return (await this.findAll(source, [name])).get(name) ?? null;
  }

  /** The keys of these names that there are. Keys that were destroyed are left out, unless only one was asked for. */
  async findAll(source: Queryable, names: readonly string[]): Promise<Map<string, DataKey>> {
    const wanted = [...new Set(names)];
    const missing = wanted.filter((name) => !this.#kept.has(name));
    for (const row of missing.length === 0 ? [] : await rowsOf(source, missing)) {
      if (row.wrapped !== null) this.keep(this.unwrapped(row));
      else if (wanted.length === 1) throw new ContentErased(row.name);
    }
    const found = wanted.flatMap((name): [string, DataKey][] => {
      const key = this.#kept.get(name);
      return key === undefined ? [] : [[name, key]];
    });
    return new Map(found);
  }

  /** Destroys a key for ever. Doing it again changes nothing. */
  async destroy(source: Queryable, name: string, at: Instant): Promise<void> {
    this.#kept.delete(name);
    await source.query(
      'UPDATE erasure_keys SET wrapped = NULL, destroyed_at = $2 WHERE name = $1 AND wrapped IS NOT NULL',
      [name, at],
    );
  }

  private unwrapped({ name, wrapped }: KeyRow): DataKey {
    if (wrapped === null) throw new ContentErased(name);
    return new DataKey(name, this.wrapping.decrypt(wrapped, name));
  }

  private keep(key: DataKey): void {
    this.#kept.set(key.name, key);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST_KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}

function rowsOf(source: Queryable, names: readonly string[]): Promise<KeyRow[]> {
  return source.query<KeyRow[]>('SELECT name, wrapped FROM erasure_keys WHERE name = ANY ($1)', [names]);
}
