import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/calendar/index.js';
import { KEY_BYTES } from '../encryption/aes-gcm.js';
import type { FieldCipher } from '../encryption/field-cipher.js';
import type { Queryable } from '../queryable.js';
import { DataKey } from './data-key.js';

/** How many keys are kept in memory; the oldest goes first. */
const MOST_KEPT = 2_000;
/** For how long: a key that another process destroyed is in nobody's memory after this, in milliseconds. */
const KEPT_FOR = 600_000;

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
  readonly #kept = new Map<string, { readonly key: DataKey; readonly until: number }>();
  /** What a transaction has made is kept by nobody as long as the transaction may still come to nothing. */
  readonly #made = new WeakMap<Queryable, Set<string>>();

  constructor(readonly wrapping: FieldCipher) {}

  /**
   * The key of this name, made at its first use. It is looked up every time: nothing may be written under one that was
   * destroyed meanwhile.
   * @param source The transaction that will write under it.
   * @throws ContentErased if it was destroyed.
   */
  async ensure(source: Queryable, name: string, at: Instant): Promise<DataKey> {
    const [known] = await rowsOf(source, [name]);
    if (known !== undefined) return this.unwrapped(known);
    this.#made.set(source, (this.#made.get(source) ?? new Set()).add(name));
    const secret = randomBytes(KEY_BYTES);
    await source.query(
      'INSERT INTO erasure_keys (name, wrapped, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING',
      [name, this.wrapping.encrypt(secret, name), at],
    );
    const [row] = await rowsOf(source, [name]);
    if (row === undefined) throw new Error('A key that was just made is not there.');
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
    const found = new Map<string, DataKey>();
    for (const name of wanted) {
      const key = this.kept(name);
      if (key !== undefined) found.set(name, key);
    }
    const missing = wanted.filter((name) => !found.has(name));
    for (const row of missing.length === 0 ? [] : await rowsOf(source, missing)) {
      if (row.wrapped === null) {
        if (wanted.length === 1) throw new ContentErased(row.name);
        continue;
      }
      const key = this.unwrapped(row);
      found.set(row.name, key);
      if (this.#made.get(source)?.has(row.name) !== true) this.keep(key);
    }
    return found;
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

  private kept(name: string): DataKey | undefined {
    const kept = this.#kept.get(name);
    if (kept !== undefined && performance.now() < kept.until) return kept.key;
    this.#kept.delete(name);
    return undefined;
  }

  private keep(key: DataKey): void {
    this.#kept.set(key.name, { key, until: performance.now() + KEPT_FOR });
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST_KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}

function rowsOf(source: Queryable, names: readonly string[]): Promise<KeyRow[]> {
  return source.query<KeyRow[]>('SELECT name, wrapped FROM erasure_keys WHERE name = ANY ($1)', [names]);
}
