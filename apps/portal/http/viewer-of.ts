import type { Operation } from '../../../libs/domain/access/operation-rules.js';
import type { Viewer } from '../../../libs/reading/viewer.js';
import { originOf } from './origin.js';
import type { SignedInRequest } from './visit.js';

/** Who reads by this request. */
export function viewerOf<O extends Operation>(request: SignedInRequest, operation: O): Viewer<O> {
  return { actor: request.visit.visitor.actor, operation, origin: originOf(request) };
}
