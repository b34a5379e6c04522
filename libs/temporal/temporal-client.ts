import { Client, Connection, type TLSConfig } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';

export interface TemporalSettings {
  /** Host and port of the frontend. */
  readonly address: string;
  /** How TLS is used; left out or null for a connection without it. */
  readonly tls?: TLSConfig | null;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
}

/** A client on a connection of its own, which whoever made it closes. Connects lazily: Temporal may be away. */
export function temporalClient({ address, tls, namespace, dataConverter }: TemporalSettings): Client {
  return new Client({ connection: Connection.lazy({ address, tls: tls ?? null }), namespace, dataConverter });
}
