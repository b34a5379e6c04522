import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Key } from '../config/key-ring.js';
import { EncryptingCodec } from './payload-codec.js';

/** A module of its own, because clients, workers and the workflow bundle load it by its path. */
const FAILURE_CONVERTER = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** How payloads and failures cross the wire: encrypted, messages and stacks of failures included. */
export function encryptingDataConverter(keys: readonly Key[]): DataConverter {
  return { payloadCodecs: [new EncryptingCodec(keys)], failureConverterPath: FAILURE_CONVERTER };
}
