import { createHash } from 'node:crypto';
import { actorKeyOf } from '../http/actor-key.js';
import type { AuthenticatedRequest } from '../http/api-request.js';
import { ApiError } from '../http/api-error.js';
import { derivedId } from '../../../libs/record/derived-id.js';

/** One intention of one actor, and what it asked for. */
export interface Intention {
  readonly actorKey: string;
  readonly key: string;
  /** SHA-256 (kept under a key only) of method, path with query, precondition and body; of a file also what it says it is. */
  readonly requestHash: Buffer;
  /** Id of the command that serves the intention. */
  readonly commandId: string;
}

const VISIBLE = /^[\x21-\x7e]{8,128}$/;

/**
 * The intention that an Idempotency-Key names.
 * @returns null if the request has none.
 * @throws ApiError IDEMPOTENCY.KEY_INVALID for a key that is too short, too long or not visible.
 */
export function intentionOf(request: AuthenticatedRequest): Intention | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (!VISIBLE.test(key)) throw new ApiError('IDEMPOTENCY.KEY_INVALID');
  const actorKey = actorKeyOf(request.actor);
  return { actorKey, key, requestHash: hashOf(request), commandId: derivedId('command', actorKey, key) };
}

function hashOf(request: AuthenticatedRequest): Buffer {
  const hash = createHash('sha256').update(`${request.method} ${request.path}\n`);
  hash.update(`${request.get('if-match') ?? ''}\n`);
  if (Object.keys(request.query).length > 0) hash.update(`${JSON.stringify(sorted(request.query))}\n`);
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) return hash.update(JSON.stringify(sorted(body) ?? null)).digest();
  for (const header of ['content-type', 'content-disposition']) hash.update(`${request.get(header) ?? ''}\n`);
  return hash.update(body).digest();
}

/** The same content in another order of fields is the same request. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([field, inner]) => [field, sorted(inner)]),
  );
}
