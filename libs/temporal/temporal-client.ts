import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';

export interface TemporalSettings {
  /** Host and port of the frontend. */
  readonly address: string;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
}

/** A client on a connection of its own, which whoever made it closes. Connects lazily: Temporal may be away. */
export function temporalClient({ address, namespace, dataConverter }: TemporalSettings): Client {
  return new Client({ connection: Connection.lazy({ address }), namespace, dataConverter });
}
