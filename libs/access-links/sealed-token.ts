import type { Seal } from '../identity/sealing/seal.js';

/** How long somebody has to find the code, in seconds. */
export const TOKEN_SECONDS = 900;

const PURPOSE = 'kiplan-access-link';

/** The token of a link as the browser keeps it until the code is given, so that it stands in no address and no page. */
export function sealToken(seal: Seal, token: string): Promise<string> {
  return seal.close(PURPOSE, { token }, TOKEN_SECONDS);
}

/** The token that a browser keeps; null if there is none, or it was kept too long. */
export async function openToken(seal: Seal, sealed: string | undefined): Promise<string | null> {
  const content = sealed === undefined ? null : await seal.open(PURPOSE, sealed);
  return typeof content?.['token'] === 'string' ? content['token'] : null;
}
