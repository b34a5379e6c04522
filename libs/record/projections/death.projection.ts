import type { DeathEvent } from '../../domain/death/death.types.js';
import type { ProjectorsOf } from './projection.types.js';
import { updateRows } from './rows.js';

/** That somebody has died is told by the register; here stands what comes back if it was a mistake. */
export const deathProjectors: ProjectorsOf<DeathEvent> = {
  deathNoted: null,
  deathTakenBack: null,
  async meetingRestored(context, { meetingId, sequence }) {
    const meeting = { meeting_id: meetingId };
    await updateRows(context, 'meetings', meeting, { status: 'fixed', sequence, fixed_at: context.at });
    // Everybody is invited anew; who was invited to what was cancelled is not invited by that.
    await updateRows(
      context,
      'meeting_invitations',
      { ...meeting, withdrawn_at: null },
      { withdrawn_at: context.at },
    );
  },
};
