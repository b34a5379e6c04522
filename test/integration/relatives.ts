import { randomUUID } from 'node:crypto';
import type { ApiServer, SignedIn } from './api-server.js';

/** A relative in the register, who has no sign-in. */
export async function registeredRelative(api: ApiServer, by: SignedIn, over: object = {}): Promise<string> {
  const answer = await api
    .post(by, '/people', {
      givenName: 'Lone Test',
      familyName: 'Lauridsen',
      email: `${randomUUID()}@borger.example`,
      telephone: '+45 99 99 10 44',
      address: 'Skjulte Vej 4, 3400 Hillerød',
      channel: 'mail',
      ...over,
    })
    .expect(201);
  return (answer.body as { personId: string }).personId;
}

/** Puts somebody into a plan as a relative; the participant's id. */
export async function relativeOf(
  api: ApiServer,
  coordinator: SignedIn,
  planId: string,
  personId: string,
): Promise<string> {
  const participantId = randomUUID();
  const participant = { participantId, personId, role: 'relative', channel: 'mail', wishedByCitizen: true };
  await api.post(coordinator, `/plans/${planId}/participants`, participant).expect(201);
  return participantId;
}
