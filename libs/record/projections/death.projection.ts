import type { DeathEvent } from '../../domain/death/death.types.js';
import type { ProjectorsOf } from './projection.types.js';
import { updateRows } from './rows.js';

/** That somebody has died is told by the register; here stands what comes back if it was a mistake. */
export const deathProjectors: ProjectorsOf<DeathEvent> = {
  deathNoted: null,
  deathTakenBack: null,
  meetingRestored: (context, { meetingId, sequence }) =>
    updateRows(
      context,
      'meetings',
      { meeting_id: meetingId },
      { status: 'fixed', sequence, fixed_at: context.at },
    ),
};
