import type { SecureContextOptions } from 'node:tls';
import { TypeOverrides, types } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import type { ErasureKeys } from './erasure/erasure-keys.js';
import { PreparingClient } from './preparing-client.js';
import { OpeningDataSource } from './sealed-words/opening.data-source.js';
import type { UnfitWatch } from './snapshots/verified-rows.js';

export interface DataSourceChoice {
  /** Address of the database, `postgres://role:password@host:port/database`. */
  url: string;
  /** How TLS is used; left out or null for a connection without it. */
  tls?: SecureContextOptions | null;
  /** Most connections open at a time. */
  poolSize: number;
  /** Only the owner of the tables needs them. */
  migrations?: (new () => MigrationInterface)[];
  /** Opens sealed words in what is read; null for who reads them as they are kept. */
  keys: ErasureKeys | null;
  /** Is told of snapshots that were not used. */
  unfit?: UnfitWatch;
}

/** Instants and days come out of plain queries as the texts that the rules work with. */
function columnReaders(): TypeOverrides {
  const readTimestamp = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date;
  const readers = new TypeOverrides();
  readers.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => readTimestamp(text).toISOString());
  readers.setTypeParser(types.builtins.DATE, (text) => text);
  return readers;
}

/**
 * A data source that is not yet connected (`initialize()` connects it). The schema is never synchronised:
 * `migrate` brings it forward.
 */
export function createDataSource(choice: DataSourceChoice): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: choice.url,
    ssl: choice.tls ?? false,
    poolSize: choice.poolSize,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    applicationName: 'kiplan',
    entities: ENTITIES,
    migrations: choice.migrations ?? [],
    migrationsTableName: 'migrations',
    extra: { types: columnReaders(), Client: PreparingClient },
  };
  return choice.keys === null
    ? new DataSource(options)
    : new OpeningDataSource(options, choice.keys, choice.unfit ?? (() => undefined));
}
