import type { Seal } from '../sealing/seal.js';

const PURPOSE = 'kiplan-id-token';

/** An ID token as it is kept with a session: it can say who somebody is in the clear. */
export function sealIdToken(seal: Seal, idToken: string, seconds: number): Promise<string> {
  return seal.close(PURPOSE, { idToken }, seconds);
}

/** The ID token that was kept; null if it can no longer be read. */
export async function openIdToken(seal: Seal, sealed: string): Promise<string | null> {
  const content = await seal.open(PURPOSE, sealed);
  return typeof content?.['idToken'] === 'string' ? content['idToken'] : null;
}
