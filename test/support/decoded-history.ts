import type { Client, ConnectionLike } from '@temporalio/client';
import { METADATA_ENCODING_KEY, type Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Key } from '../../libs/config/key-ring.js';
import { EncryptingCodec } from '../../libs/temporal/payload-codec.js';

const { EventType } = temporal.api.enums.v1;
export type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** A payload somewhere in a history. */
export interface FoundPayload {
  /** The names of the fields that lead to it. */
  readonly path: string;
  readonly encoding: string;
  readonly payload: Payload;
}

/** Every payload of a history, wherever it is. */
export function payloadsOf(history: History): FoundPayload[] {
  return found(history, '');
}

function found(value: unknown, path: string): FoundPayload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if (isPayload(value)) {
    const encoding = Buffer.from(value.metadata?.[METADATA_ENCODING_KEY] ?? []).toString();
    return [{ path, encoding, payload: value }];
  }
  return Object.entries(value).flatMap(([name, inner]) => found(inner, `${path}.${name}`));
}

function isPayload(value: object): value is Payload {
  return 'metadata' in value && 'data' in value && value.data instanceof Uint8Array;
}

/** What an encrypted payload says. */
export async function decoded(keys: readonly Key[], payload: Payload): Promise<string> {
  const [plain] = await new EncryptingCodec(keys).decode([payload]);
  return Buffer.from(plain?.data ?? []).toString('utf8');
}

/** The events of one type, such as `TIMER_STARTED`. */
export function eventsOf(history: History, type: string): NonNullable<History['events']> {
  return (history.events ?? []).filter(({ eventType }) => EventType[eventType ?? 0] === `EVENT_TYPE_${type}`);
}

/** The history of every workflow that the server knows, all runs. */
export async function everyHistory(client: Client): Promise<{ workflowId: string; history: History }[]> {
  const histories: { workflowId: string; history: History }[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    histories.push({
      workflowId,
      history: await client.workflow.getHandle(workflowId, runId).fetchHistory(),
    });
  }
  return histories;
}

/** Lets an activity that keeps failing be tried only so often, as an administrator may do. */
export async function limitAttempts(
  connection: ConnectionLike,
  namespace: string,
  workflowId: string,
  activity: { readonly type: string; readonly maximumAttempts: number },
): Promise<void> {
  await connection.workflowService.updateActivityOptions({
    namespace,
    execution: { workflowId },
    type: activity.type,
    activityOptions: { retryPolicy: { maximumAttempts: activity.maximumAttempts } },
    updateMask: { paths: ['retry_policy.maximum_attempts'] },
  });
}
