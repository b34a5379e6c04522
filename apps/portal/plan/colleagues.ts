import { mayUse } from '../../../libs/domain/access/may-use.js';
import type { RegisterReading, StaffMember } from '../../../libs/reading/register.reading.js';
import { viewerOf } from '../http/viewer-of.js';
import type { SignedInRequest } from '../http/visit.js';

/** Nobody looks for a colleague among more people than these. */
const MOST_COLLEAGUES = 100;

/** Those who work where the reader works, the reader among them, for whoever may see who works where. */
export async function colleaguesOf(
  register: RegisterReading,
  request: SignedInRequest,
): Promise<readonly StaffMember[]> {
  const { actor } = request.visit.visitor;
  if (actor.organisationId === null || !mayUse('listPeople', actor)) return [];
  const page = { cursor: null, limit: MOST_COLLEAGUES };
  const { items } = await register.people(viewerOf(request, 'listPeople'), actor.organisationId, page);
  return items;
}
