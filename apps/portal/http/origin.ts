import type { Request } from 'express';
import type { Origin } from '../../../libs/audit/audit-entry.types.js';
import { correlationIdOf } from '../../../libs/http/correlation.js';

/** From where somebody asks for a page, for the audit. */
export function originOf(request: Request): Origin {
  return { channel: 'portal', address: request.ip ?? null, correlationId: correlationIdOf(request) };
}
