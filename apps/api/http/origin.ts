import type { Origin } from '../../../libs/audit/audit-entry.types.js';
import type { ApiRequest } from './api-request.js';
import { correlationIdOf } from './correlation.js';

/** From where a request comes, for the audit. */
export function originOf(request: ApiRequest): Origin {
  return { channel: 'api', address: request.ip ?? null, correlationId: correlationIdOf(request) };
}
