import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { format, resolveConfig } from 'prettier';
import type { Key } from '../../libs/config/key-ring.js';
import { EncryptingCodec } from '../../libs/temporal/payload-codec.js';
import type { History } from '../support/decoded-history.js';

const { History: HistoryMessage } = temporal.api.history.v1;
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'histories');

/** A history as it was recorded, named `<version>-<what happened>`. */
export interface StoredHistory {
  readonly name: string;
  readonly history: History;
}

/** Every history that was recorded of a released version. */
export function storedHistories(): StoredHistory[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      history: HistoryMessage.fromObject(
        JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, unknown>,
      ),
    }));
}

/** Stores a history without what tells of the machine on which it was recorded. */
export async function storeHistory(name: string, history: History, keys: readonly Key[]): Promise<void> {
  const [empty] = await new EncryptingCodec(keys).encode([
    defaultPayloadConverter.toPayload({ message: '', stack_trace: '' }),
  ]);
  const anonymous = HistoryMessage.create(history);
  hideMachine(anonymous, empty);
  const plain = HistoryMessage.toObject(anonymous, { bytes: String, enums: String, longs: String });
  const file = join(FOLDER, `${name}.json`);
  writeFileSync(
    file,
    await format(JSON.stringify(plain), { ...(await resolveConfig(file)), parser: 'json' }),
  );
}

/** Workers and clients sign with process and host name; stacks name the folders of the sources. */
function hideMachine(value: unknown, withoutStack: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const fields = value as Record<string, unknown>;
  for (const [name, inner] of Object.entries(fields)) {
    if (name === 'identity' && typeof inner === 'string') fields[name] = 'recorder';
    else if (name === 'encodedAttributes' && inner !== null) fields[name] = withoutStack;
    else hideMachine(inner, withoutStack);
  }
}
