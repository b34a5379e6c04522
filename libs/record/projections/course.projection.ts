import { CITIZEN } from '../../domain/participants/participant.types.js';
import type { CourseEvent } from '../../domain/plan/plan.types.js';
import { beginCoordinatorPeriod, endCoordinatorPeriod, endProposal } from './coordinators.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { insertRow, updateRows } from './rows.js';
import { returnVersion } from './versions.js';

/** The plan's own row follows from the snapshot; here stands what only the events tell. */
export const courseProjectors: ProjectorsOf<CourseEvent> = {
  async planStarted(context, { citizenPersonId, citizenChannel, coordinatorPersonId }) {
    await insertRow(context, 'participants', {
      participant_id: CITIZEN,
      person_id: citizenPersonId,
      role: 'citizen',
      organisation_id: null,
      channel: citizenChannel,
      joined_at: context.at,
      removed_at: null,
      removal_reason: null,
    });
    await beginCoordinatorPeriod(context, coordinatorPersonId);
  },
  citizenAnswered: null,
  policyReplaced: null,
  planHeld: (context, { reason }) => setPlan(context, 'hold_reason = $2', [reason]),
  planResumed: (context) => setPlan(context, 'hold_reason = NULL', []),
  async planEnded(context, { note }) {
    await setPlan(context, 'hold_reason = NULL, end_note = $2', [note]);
    await closeWhatIsOpen(context);
  },
  async planReopened(context, { coordinatorPersonId }) {
    await setPlan(context, 'end_note = NULL', []);
    await endProposal(context, 'withdrawn', null);
    await beginCoordinatorPeriod(context, coordinatorPersonId);
  },
  stepPerformed: null,
  stepProblemReported: null,
  noticeReported: null,
};

/** With the plan ends whatever somebody still had to do for it. */
async function closeWhatIsOpen(context: EventContext): Promise<void> {
  const { at } = context;
  await updateRows(context, 'tasks', { closed_at: null }, { closed_at: at, how: 'moot' });
  await updateRows(context, 'citizen_requests', { answered_at: null, lapsed_at: null }, { lapsed_at: at });
  await updateRows(context, 'follow_ups', { closed_at: null }, { closed_at: at });
  await returnVersion(context);
  await endProposal(context, 'withdrawn', null);
  await endCoordinatorPeriod(context);
}

async function setPlan(
  { manager, planId }: EventContext,
  assignments: string,
  values: readonly (string | null)[],
): Promise<void> {
  await manager.query(`UPDATE plans SET ${assignments} WHERE id = $1`, [planId, ...values]);
}
