import type { Operation } from '../../../libs/domain/access/operation-rules.js';
import type { Viewer } from '../../../libs/reading/viewer.js';
import type { AuthenticatedRequest } from './api-request.js';
import { originOf } from './origin.js';

/** Who reads by this request. */
export function viewerOf<O extends Operation, A extends AuthenticatedRequest['actor']>(
  request: AuthenticatedRequest & { actor: A },
  operation: O,
): Viewer<O, A> {
  return { actor: request.actor, operation, origin: originOf(request) };
}
