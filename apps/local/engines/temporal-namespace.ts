import { setTimeout as pause } from 'node:timers/promises';
import { msToTs } from '@temporalio/common/lib/time.js';
import { Connection, isGrpcServiceError, type TLSConfig } from '@temporalio/client';
import { LocalError } from './local-error.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const READY_WITHIN_MS = 60_000;
const POLL_MS = 100;
/** gRPC status codes NOT_FOUND and ALREADY_EXISTS (grpc.io, status codes). */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/** A namespace and how long it keeps what is over. */
export interface NamespaceWish {
  /** `host:port` of the server. */
  address: string;
  /** How TLS is used; left out or null for a connection without it. */
  tls?: TLSConfig | null;
  namespace: string;
  /** Days for which the history of an ended workflow is kept. */
  retentionDays: number;
}

/**
 * Registers a namespace, or gives an existing one the wished retention, and returns when it can be used.
 *
 * @throws LocalError when the server can't be reached or the namespace doesn't become usable within a minute.
 */
export async function ensureNamespace(wish: NamespaceWish): Promise<void> {
  const connection = await connect(wish);
  try {
    await registerOrUpdate(connection, wish);
    await untilUsable(connection, wish.namespace);
  } finally {
    await connection.close();
  }
}

async function connect({ address, tls }: NamespaceWish): Promise<Connection> {
  try {
    return await Connection.connect({ address, tls: tls ?? null, connectTimeout: '10s' });
  } catch {
    throw new LocalError(`No Temporal server answers at ${address}: start it, or correct TEMPORAL_ADDRESS.`);
  }
}

async function registerOrUpdate(connection: Connection, wish: NamespaceWish): Promise<void> {
  const { namespace } = wish;
  const retention = msToTs(wish.retentionDays * DAY_MS);
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: retention,
    });
  } catch (error) {
    if (!hasStatus(error, ALREADY_EXISTS)) throw error;
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: retention },
    });
  }
}

async function untilUsable(connection: Connection, namespace: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query: '' });
      return;
    } catch (error) {
      if (!hasStatus(error, NOT_FOUND)) throw error;
      if (performance.now() > deadline) {
        throw new LocalError(
          `The Temporal namespace ${namespace} did not become usable: look at the server's log.`,
        );
      }
    }
    await pause(POLL_MS);
  }
}

function hasStatus(error: unknown, status: number): boolean {
  return isGrpcServiceError(error) && (error.code as number) === status;
}
