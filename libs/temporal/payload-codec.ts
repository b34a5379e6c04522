import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';
import protobuf from '@temporalio/proto';
import type { Key } from '../config/key-ring.js';
import { PAYLOAD_DICTIONARY } from './payload-dictionary.js';

const WirePayload = protobuf.temporal.api.common.v1.Payload;
const ENCODING = 'binary/encrypted';
const KEY_ID = 'key';
const COMPRESSION = { level: 9, dictionary: PAYLOAD_DICTIONARY };
const INITIALISATION_VECTOR_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Compresses and encrypts (AES-256-GCM) every payload before it leaves the process: a wait state is written down with
 * every signal, for years, and halves in size. New data is written under the newest key; each payload names its key,
 * so that data under older keys stays readable. Temporal holds no personal data anyway: this is the second wall.
 */
export class EncryptingCodec implements PayloadCodec {
  readonly #keys: ReadonlyMap<string, Key>;
  readonly #newest: Key;

  /** @param keys newest first; at least one */
  constructor(keys: readonly Key[]) {
    const newest = keys[0];
    if (newest === undefined) throw new Error('a codec needs at least one key');
    this.#newest = newest;
    this.#keys = new Map(keys.map((key) => [key.id, key]));
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.#encrypt(payload)));
  }

  /** @throws Error if a payload names a key that is not there or was changed on the way. */
  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(
      payloads.map((payload) => (isEncrypted(payload) ? this.#decrypt(payload) : payload)),
    );
  }

  #encrypt(payload: Payload): Payload {
    const vector = randomBytes(INITIALISATION_VECTOR_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#newest.secret, vector);
    const plain = deflateRawSync(WirePayload.encode(payload).finish(), COMPRESSION);
    const data = Buffer.concat([vector, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return {
      metadata: { [METADATA_ENCODING_KEY]: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(this.#newest.id) },
      data,
    };
  }

  #decrypt({ metadata, data }: Payload): Payload {
    const id = Buffer.from(metadata?.[KEY_ID] ?? []).toString();
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error(`no payload key with id ${id}`);
    const bytes = Buffer.from(data ?? []);
    const vector = bytes.subarray(0, INITIALISATION_VECTOR_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.secret, vector, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([
      decipher.update(bytes.subarray(INITIALISATION_VECTOR_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
    return WirePayload.decode(inflateRawSync(plain, COMPRESSION));
  }
}

function isEncrypted({ metadata }: Payload): boolean {
  return Buffer.from(metadata?.[METADATA_ENCODING_KEY] ?? []).toString() === ENCODING;
}
