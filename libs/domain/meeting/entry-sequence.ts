import type { Invitation, Meeting } from './meeting.types.js';

/**
 * The SEQUENCE (RFC 5545, 3.8.7.4) of the calendar entry that an invitation put into its recipient's calendar. Each recipient
 * has an entry of their own, so it is the meeting's as long as their invitation was never withdrawn.
 */
export function entrySequenceOf({ sequence, entrySequence }: Invitation): number {
  return entrySequence ?? sequence;
}

/**
 * The SEQUENCE of the next thing that a recipient is sent about a meeting: higher than everything that they were sent before
 * (RFC 5546, 2.1.4), so that their calendar ends with the last of it in whatever order it arrives.
 * @param sequence the meeting's own from now on
 */
export function nextEntrySequence(meeting: Meeting, participantId: string, sequence: number): number {
  const invitation = meeting.invitations[participantId];
  const invited = invitation === undefined ? -1 : entrySequenceOf(invitation);
  const last = Math.max(invited, meeting.entrySequences?.[participantId] ?? -1);
  return Math.max(sequence, last + 1);
}

/** By recipient: the SEQUENCE of what each is sent next, where it is not the meeting's; nothing if there is none. */
export function ownEntrySequences(
  meeting: Meeting,
  participantIds: readonly string[],
  sequence: number,
): { entrySequences?: Readonly<Record<string, number>> } {
  const own = participantIds
    .map((participantId) => [participantId, nextEntrySequence(meeting, participantId, sequence)] as const)
    .filter(([, next]) => next !== sequence);
  return own.length === 0 ? {} : { entrySequences: Object.fromEntries(own) };
}
