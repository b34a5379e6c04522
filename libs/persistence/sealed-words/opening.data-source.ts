import { DataSource, type DataSourceOptions } from 'typeorm';
import type { ErasureKeys } from '../erasure/erasure-keys.js';
import { openRows } from './open-rows.js';

/**
 * A data source that opens sealed words in whatever is read through it, so that nobody who reads has to know which
 * columns are sealed. Who may read a row is decided before, by the database itself.
 */
export class OpeningDataSource extends DataSource {
  constructor(
    options: DataSourceOptions,
    private readonly keys: ErasureKeys,
  ) {
    super(options);
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    this.subscribers.push({
      afterQuery: async ({ success, rawResults, manager }) => {
        const { rows } = (rawResults ?? {}) as { rows?: readonly unknown[] };
        if (success && rows !== undefined) await openRows(manager, this.keys, rows);
      },
    });
    return this;
  }
}
