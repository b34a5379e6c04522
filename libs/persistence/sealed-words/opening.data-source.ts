import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import type { ErasureKeys } from '../erasure/erasure-keys.js';
import { authenticateAfter, checkBefore, checkProven, writingOf } from '../register-rows/register-rows.js';
import { type UnfitWatch, verifyRows } from '../snapshots/verified-rows.js';
import { openRows } from './open-rows.js';

/**
 * A data source that verifies snapshots, gives rows of the register their codes and holds them against these, and opens sealed words in whatever is read through it, so that nobody who reads
 * has to know which columns are sealed, and nobody can forget to verify. Who may read a row is decided before, by the
 * database itself.
 */
export class OpeningDataSource extends DataSource {
  constructor(
    options: DataSourceOptions,
    readonly keys: ErasureKeys,
    private readonly watch: UnfitWatch,
  ) {
    super(options);
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    const { wrapping } = this.keys;
    this.subscribers.push({
      beforeQuery: async ({ query, parameters, manager }) => {
        const writing = writingOf(query, parameters);
        if (writing !== null) await checkBefore(manager, wrapping, writing);
      },
      afterQuery: async ({ success, rawResults, query, parameters, manager }) => {
        const { rows } = (rawResults ?? {}) as { rows?: readonly unknown[] };
        if (!success || rows === undefined) return;
        const writing = writingOf(query, parameters);
        if (writing !== null) await authenticateAfter(manager, wrapping, writing);
        checkProven(wrapping, rows);
        await verifyRows(manager, this.keys, rows, this.watch);
        await openRows(manager, this.keys, rows);
      },
    });
    return this;
  }
}

/** The keys of a data source, or of the one that a transaction belongs to. */
export function keysOf(source: DataSource | EntityManager): ErasureKeys {
  const connection = source instanceof DataSource ? source : source.dataSource;
  if (!(connection instanceof OpeningDataSource)) throw new Error('This data source was made without keys.');
  return connection.keys;
}
