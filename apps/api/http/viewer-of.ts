import type { Operation } from '../../../libs/domain/access/operation-rules.js';
import type { Viewer } from '../../../libs/reading/viewer.js';
import type { ApiRequest } from './api-request.js';
import { originOf } from './origin.js';

/** Who reads by this request. */
export function viewerOf<O extends Operation>(request: ApiRequest, operation: O): Viewer<O> {
  return { actor: request.actor, operation, origin: originOf(request) };
}
