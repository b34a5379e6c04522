import type { Seal } from '../../../libs/identity/sealing/seal.js';
import { z } from 'zod';

/** What somebody filled in and could not send before they sign in anew. */
export interface FilledIn {
  /** Where it is sent to: a path of ours. */
  readonly path: string;
  /** The page that they came from: a path of ours. */
  readonly from: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Whether it was too long to be kept; then there are no fields. */
  readonly tooLong: boolean;
}

/** How long it is kept, in seconds: as long as a sign-in may take. */
export const FILLED_IN_SECONDS = 600;

const PURPOSE = 'kiplan-filled-in';
/** A browser keeps cookies of 4 kB; what is sealed is longer by a third, and the frame of it. */
const LONGEST = 2_400;

const text = z.string();
const schema = z.object({
  person: text,
  path: text,
  from: text,
  fields: z.array(z.tuple([text, text])),
  tooLong: z.boolean(),
});

/** Sealed for the browser of the person who filled it in: nothing of it is kept here. */
export function sealFilledIn(seal: Seal, personId: string, filledIn: FilledIn): Promise<string> {
  const whole = { person: personId, ...filledIn };
  const kept = JSON.stringify(whole).length <= LONGEST ? whole : { ...whole, fields: [], tooLong: true };
  return seal.close(PURPOSE, kept, FILLED_IN_SECONDS);
}

/** What this person filled in; null if there is none, it is too old, or it is somebody else's. */
export async function openFilledIn(
  seal: Seal,
  personId: string,
  sealed: string | undefined,
): Promise<FilledIn | null> {
  const content = sealed === undefined ? null : await seal.open(PURPOSE, sealed);
  const { data } = schema.safeParse(content);
  return data?.person === personId ? data : null;
}
