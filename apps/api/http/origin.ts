import type { Origin } from '../../../libs/audit/audit-entry.types.js';
import type { Request } from 'express';
import { correlationIdOf } from '../../../libs/http/correlation.js';

/** From where a request comes, for the audit. */
export function originOf(request: Request): Origin {
  return { channel: 'api', address: request.ip ?? null, correlationId: correlationIdOf(request) };
}
