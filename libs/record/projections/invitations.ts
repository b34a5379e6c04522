import type { EventContext } from './projection.types.js';

/** The invitations to what is still to come were a person's who is not there any more: nobody reads that they come. */
export async function endInvitations(
  { manager, planId, at }: EventContext,
  participantId: string,
): Promise<void> {
  await manager.query(
    `UPDATE meeting_invitations i SET withdrawn_at = $3 FROM meetings m
     WHERE i.plan_id = $1 AND i.participant_id = $2 AND i.withdrawn_at IS NULL
       AND m.plan_id = i.plan_id AND m.meeting_id = i.meeting_id AND m.status = 'fixed' AND m.starts_at > $3`,
    [planId, participantId, at],
  );
}
