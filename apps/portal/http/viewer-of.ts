import type { Origin } from '../../../libs/audit/audit-entry.types.js';
import type { Operation } from '../../../libs/domain/access/operation-rules.js';
import { correlationIdOf } from '../../../libs/http/correlation.js';
import type { Viewer } from '../../../libs/reading/viewer.js';
import type { SignedInRequest } from './visit.js';

/** From where a page is asked for, for the audit. */
export function originOf(request: SignedInRequest): Origin {
  return { channel: 'portal', address: request.ip ?? null, correlationId: correlationIdOf(request) };
}

/** Who reads by this request. */
export function viewerOf<O extends Operation>(request: SignedInRequest, operation: O): Viewer<O> {
  return { actor: request.visit.visitor.actor, operation, origin: originOf(request) };
}
