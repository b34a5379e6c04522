import { meetingUid } from '../mail/index.js';
import type { FieldCipher } from '../persistence/encryption/field-cipher.js';

/** So many hexadecimal digits are unique enough. */
const DIGITS = 32;

/** An invitation as it stands in the outbox, with what of it names its calendar entry. */
export interface Entry {
  readonly planId: string;
  readonly meetingId: string;
  readonly participantId: string;
  readonly personId: string | null;
}

/**
 * The UID of a new entry in one recipient's calendar: it tells nobody that another recipient's is about the same meeting.
 * An entry keeps it for its life, so it is kept with the notice that brought it.
 */
export function newEntryUid(
  { secrets }: FieldCipher,
  { planId, meetingId, participantId, personId }: Entry,
  domain: string,
): string {
  const code = secrets.code('calendar entry', [planId, meetingId, participantId, personId]);
  return meetingUid(code.toString('hex').slice(0, DIGITS), domain);
}

/** The UID that a notice's entry has: its own, or that of all of the meeting's entries, which those of older releases had. */
export function entryUidOf(
  kept: string | null,
  { planId, meetingId }: Pick<Entry, 'planId' | 'meetingId'>,
  domain: string,
): string {
  return kept ?? meetingUid(`${planId}-${meetingId}`, domain);
}

/** What stands for a notice's key, or for a plan, where mail programs and servers see it: nothing can be looked up by it. */
export function mailCode({ secrets }: FieldCipher, ...parts: readonly string[]): string {
  return secrets.code('mail', parts).toString('hex');
}
