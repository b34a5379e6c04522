import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectionLike } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import protobuf from '@temporalio/proto';
import { PLAN_ATTRIBUTES } from '../contracts/index.js';

const { IndexedValueType } = protobuf.temporal.api.enums.v1;

const VALUE_TYPES: Readonly<Record<SearchAttributeType, number>> = {
  [SearchAttributeType.TEXT]: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  [SearchAttributeType.KEYWORD]: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  [SearchAttributeType.INT]: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  [SearchAttributeType.DOUBLE]: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  [SearchAttributeType.BOOL]: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  [SearchAttributeType.DATETIME]: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  [SearchAttributeType.KEYWORD_LIST]: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
};

const TRIES = 60;
const PAUSE_MILLISECONDS = 100;

/**
 * Registers the attributes that plans can be searched by; registering them again changes nothing. A server with
 * visibility needs a moment until they can be used: this waits for it.
 * @param queryable whether the server has visibility (the time-skipping server has none)
 */
export async function registerSearchAttributes(
  connection: Pick<ConnectionLike, 'workflowService' | 'operatorService'>,
  namespace: string,
  queryable = true,
): Promise<void> {
  const keys: readonly { name: string; type: SearchAttributeType }[] = Object.values(PLAN_ATTRIBUTES);
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(keys.map(({ name, type }) => [name, VALUE_TYPES[type]])),
  });
  if (!queryable) return;
  const query = keys.map(({ name }) => `${name} IS NULL`).join(' AND ');
  for (let attempt = 1; ; attempt += 1) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pause(PAUSE_MILLISECONDS);
    }
  }
}
